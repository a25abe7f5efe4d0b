import type { RequestOptions, WrittenLabel } from '../api/client';
import { ApiError } from '../api/errors';
import { isSameName } from '../api/sameName';
import type { Label } from '../api/schema';
import type { JournalEntry } from '../journal/entry';
import type { Journal } from '../journal/journal';
import type { LabelStore } from './labelStore';
import { uniqueName } from './uniqueName';

/** What can create a label. `KirimClient` is one. */
export interface LabelCreator {
  createLabel(
    label: Pick<Label, 'name' | 'color' | 'team_id'>,
    idempotencyKey: string,
    options?: RequestOptions,
  ): Promise<WrittenLabel>;
}

/** What creating labels again works with. */
export interface RecreationParts {
  readonly client: LabelCreator;
  readonly journal: Pick<Journal, 'recreated'>;
  readonly labels: LabelStore;
  /** Told when the journal could not be written: the label is there all the same. */
  readonly record: (error: unknown) => void;
}

/** A deleted label that somebody wants to have again. */
export interface Wish {
  readonly entry: JournalEntry;
  /** However often the wish is sent with this key, KirimChat makes one label of it (API: Labels, POST). */
  readonly key: string;
}

/** What is to be created of what was chosen, each with the newest first. */
export interface RecreationPlan {
  readonly wanted: readonly JournalEntry[];
  /** Their teams have labels of these names already. */
  readonly existing: readonly JournalEntry[];
  /** Others of the same name and team are wanted, which were deleted later: only one can have the name. */
  readonly older: readonly JournalEntry[];
}

/** @param entries in whatever order they were chosen. */
export function planRecreation(entries: readonly JournalEntry[], labels: readonly Label[]): RecreationPlan {
  const newestFirst = [...entries].sort((a, b) =>
    a.startedAt === b.startedAt ? 0 : a.startedAt < b.startedAt ? 1 : -1,
  );
  const taken = new Set(labels.map(uniqueName));
  const existing = newestFirst.filter(({ label }) => taken.has(uniqueName(label)));
  const wanted: JournalEntry[] = [];
  const older: JournalEntry[] = [];
  for (const entry of newestFirst.filter((one) => !existing.includes(one))) {
    (taken.has(uniqueName(entry.label)) ? older : wanted).push(entry);
    taken.add(uniqueName(entry.label));
  }
  return { wanted, existing, older };
}

export function wishFor(entry: JournalEntry): Wish {
  return { entry, key: crypto.randomUUID() };
}

/**
 * Creates a deleted label again, with its name, color and team; its id is another one, and it is attached to nothing.
 *
 * @throws ApiError when KirimChat did not confirm it; RequestCancelledError when `options.signal` ended it before that.
 */
export async function recreateLabel(
  { entry, key }: Wish,
  { client, journal, labels, record }: RecreationParts,
  options: RequestOptions,
): Promise<WrittenLabel> {
  const written = await client.createLabel(entry.label, key, options);
  const known = labels.labels.find(({ id }) => id === written.label.id);
  if (known && !isSameName(known.name, written.label.name)) {
    // Ids are never reused: this is another label's, and the list has to tell what became of the new one.
    const { requestId } = written;
    throw new ApiError({ kind: 'unreadable', attempts: 1, mayHaveTakenEffect: true, requestId });
  }
  labels.put(written.label);
  journal.recreated(entry, written.label.id).catch(record);
  return written;
}
