import type { Label } from '../api/schema';

/** A record of the list that could not be read. `id` is undefined where that could not be read either. */
export interface UnreadableRecord {
  readonly id: string | undefined;
}

/** All labels of the organization, as one load of the list gave them, to its end. */
export class LoadedList {
  readonly labels: readonly Label[];
  /** When the load began, on the clock of the store, in milliseconds. What happened at KirimChat after that may be missing. */
  readonly askedAtMs: number;
  readonly #byId: ReadonlyMap<string, Label>;
  readonly #unreadableIds: ReadonlySet<string | undefined>;

  constructor(labels: readonly Label[], unreadable: readonly UnreadableRecord[], askedAtMs: number) {
    this.labels = labels;
    this.askedAtMs = askedAtMs;
    this.#byId = new Map(labels.map((label) => [label.id, label]));
    this.#unreadableIds = new Set(unreadable.map(({ id }) => id));
  }

  get(id: string): Label | undefined {
    return this.#byId.get(id);
  }

  /** Whether KirimChat has the label: a record without a readable id may be any label. */
  presenceOf(id: string): 'present' | 'absent' | 'unknown' {
    if (this.#byId.has(id)) {
      return 'present';
    }
    return this.#unreadableIds.has(id) || this.#unreadableIds.has(undefined) ? 'unknown' : 'absent';
  }
}

/** How a load of the list ended. */
export type ListResult =
  { readonly kind: 'loaded'; readonly list: LoadedList } | { readonly kind: 'failed'; readonly error: unknown };
