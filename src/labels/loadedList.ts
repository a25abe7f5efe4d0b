import type { Label, UnreadableRecord } from '../api/schema';

/** All labels of the organization, as one load of the list gave them, to its end. */
export class LoadedList {
  readonly labels: readonly Label[];
  /** When the load began, on the clock of the store, in milliseconds. What happened at KirimChat after that may be missing. */
  readonly askedAtMs: number;
  /** Whether each record of it could be read. */
  readonly isReadable: boolean;
  readonly #byId: ReadonlyMap<string, Label>;
  readonly #unreadableIds: ReadonlySet<string | undefined>;

  constructor(labels: readonly Label[], unreadable: readonly UnreadableRecord[], askedAtMs: number) {
    this.labels = labels;
    this.askedAtMs = askedAtMs;
    this.isReadable = unreadable.length === 0;
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
