import type { RequestOptions, WrittenLabel } from '../api/client';
import type { Label } from '../api/schema';
import type { JournalEntry } from './journal/entry';
import type { Journal } from './journal/journal';
import type { LabelStore } from './labelStore';

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

/** What is to be created of what was chosen, and what there is already. */
export interface RecreationPlan {
  readonly wanted: readonly JournalEntry[];
  readonly existing: readonly JournalEntry[];
}

/** Of several labels with one name in one team the first is wanted, which is the newest: only one can have the name. */
export function planRecreation(entries: readonly JournalEntry[], labels: readonly Label[]): RecreationPlan {
  const taken = new Set(labels.map(placeOf));
  const existing = entries.filter(({ label }) => taken.has(placeOf(label)));
  const wanted = entries.filter(({ label }) => {
    const isFree = !taken.has(placeOf(label));
    taken.add(placeOf(label));
    return isFree;
  });
  return { wanted, existing };
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
  labels.put(written.label);
  journal.recreated(entry, written.label.id).catch(record);
  return written;
}

/** Where a name is unique. Upper and lower case count as different; what KirimChat makes of that is not documented. */
export function placeOf({ team_id, name }: Pick<Label, 'team_id' | 'name'>): string {
  return JSON.stringify([team_id, name]);
}
