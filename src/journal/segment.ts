import * as v from 'valibot';
import { parseJson } from '../common/json';
import { labelSchema } from '../api/schema';

/** `n` decides between two records of one key: the higher one is the later one. `at` is RFC 3339. */
const common = { run: v.string(), n: v.number(), at: v.string() };
const act = v.picklist(['delete', 'retire', 'rename', 'recolor']);
/** Files of older versions do not have it, and what a newer one may write is no reason not to read the rest. */
const askedBy = v.fallback(v.optional(v.picklist(['agent', 'extension'])), undefined);

/** One line of a journal file. Each can be read without the others. */
const recordSchema = v.variant('kind', [
  v.object({
    ...common,
    kind: v.literal('plan'),
    act,
    askedBy,
    labels: v.array(v.object({ id: v.string(), name: v.string() })),
  }),
  v.object({ ...common, kind: v.literal('label'), act, label: labelSchema }),
  v.object({ ...common, kind: v.literal('begun') }),
  v.object({
    ...common,
    kind: v.literal('outcome'),
    id: v.string(),
    outcome: v.picklist(['done', 'alreadyGone', 'failed', 'inDoubt']),
    requestId: v.optional(v.string()),
  }),
  v.object({ ...common, kind: v.literal('finished') }),
  v.object({ ...common, kind: v.literal('acknowledged') }),
  v.object({ ...common, kind: v.literal('recreated'), id: v.string(), newId: v.string() }),
  v.object({ ...common, kind: v.literal('restored'), id: v.string() }),
]);

export type JournalRecord = v.InferOutput<typeof recordSchema>;
export type RecordOf<Kind extends JournalRecord['kind']> = Extract<JournalRecord, { kind: Kind }>;

/** The label that a record is about; undefined for what is about the run as a whole. */
export function labelIdOf(record: JournalRecord): string | undefined {
  return record.kind === 'label' ? record.label.id : 'id' in record ? record.id : undefined;
}

/** What there is in a file: a header with the number of records, then one record a line. */
export interface SegmentContent {
  /** Every record that could be read, also those of a file that is not whole. */
  readonly records: readonly JournalRecord[];
  /**
   * `whole`: as it was written. `torn`: it ends too early, since it is being written or the window was closed in the
   * middle of it. `unreadable`: damaged, of a newer version, or not ours.
   */
  readonly grade: 'whole' | 'torn' | 'unreadable';
}

const FORMAT = 'kirim-labels-journal';
const VERSION = 1;

/** Without the count a file that was cut off at the end of a line would pass for a whole one. */
const headerSchema = v.object({ format: v.literal(FORMAT), version: v.literal(VERSION), records: v.number() });

export function segmentText(records: readonly JournalRecord[]): string {
  // JSON has no raw line break in it, and lone surrogates come as escapes: UTF-8 cannot change them.
  return [{ format: FORMAT, version: VERSION, records: records.length }, ...records]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

/** Never throws: what cannot be read is graded so. */
export function parseSegment(text: string): SegmentContent {
  const [first = '', ...lines] = text.split('\n');
  if (lines.length === 0) {
    return { records: [], grade: isCutHeader(first) ? 'torn' : 'unreadable' };
  }
  const header = v.safeParse(headerSchema, parseJson(first));
  if (!header.success) {
    return { records: [], grade: 'unreadable' };
  }
  const rest = lines.pop();
  const records = lines
    .map((line) => v.safeParse(recordSchema, parseJson(line)))
    .flatMap((record) => (record.success ? [record.output] : []));
  const missing = header.output.records - records.length;
  if (records.length < lines.length || missing < 0 || (missing === 0 && rest !== '')) {
    return { records, grade: 'unreadable' };
  }
  return { records, grade: missing === 0 ? 'whole' : 'torn' };
}

function isCutHeader(text: string): boolean {
  const start = JSON.stringify({ format: FORMAT, version: VERSION }).replace('}', ',');
  return start.startsWith(text) || text.startsWith(start);
}
