import * as v from 'valibot';
import { labelSchema } from '../../api/schema';

/** `n` decides between two records of one kind about the same thing: the higher one is the later one. */
const common = { run: v.string(), n: v.number(), at: v.string() };
const act = v.picklist(['delete', 'retire']);

const planSchema = v.object({
  ...common,
  kind: v.literal('plan'),
  act,
  /** Who carries it out: its signs of life tell whether the run is still on. */
  window: v.string(),
  labels: v.array(v.object({ id: v.string(), name: v.string() })),
});

const sentSchema = v.object({ ...common, kind: v.literal('sent'), act, label: labelSchema });

const outcomeSchema = v.object({
  ...common,
  kind: v.literal('outcome'),
  id: v.string(),
  outcome: v.picklist(['done', 'alreadyGone', 'failed', 'inDoubt']),
  requestId: v.optional(v.string()),
});

const recreatedSchema = v.object({ ...common, kind: v.literal('recreated'), id: v.string(), newId: v.string() });
const restoredSchema = v.object({ ...common, kind: v.literal('restored'), id: v.string() });
const finishedSchema = v.object({ ...common, kind: v.literal('finished') });
const acknowledgedSchema = v.object({ ...common, kind: v.literal('acknowledged') });

/** One line of a journal file. */
export const recordSchema = v.variant('kind', [
  planSchema,
  sentSchema,
  outcomeSchema,
  recreatedSchema,
  restoredSchema,
  finishedSchema,
  acknowledgedSchema,
]);

export type JournalRecord = v.InferOutput<typeof recordSchema>;
export type RecordOf<Kind extends JournalRecord['kind']> = Extract<JournalRecord, { kind: Kind }>;
