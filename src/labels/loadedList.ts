import type { Label, UnreadableRecord } from '../api/schema';

/** The labels of the organization, as one load of the list gave them. */
export class LoadedList {
  readonly labels: readonly Label[];
  /** When the load began, on the clock of the store, in milliseconds. What happened at KirimChat after that may be missing. */
  readonly askedAtMs: number;
  /** Whether it went to its end, and each record of it could be read. */
  readonly isComplete: boolean;
  readonly #isWhole: boolean;
  readonly #byId: ReadonlyMap<string, Label>;
  readonly #unreadableIds: ReadonlySet<string | undefined>;

  /** @param isWhole whether it went to its end: else what is not in it may be there all the same. */
  constructor(labels: readonly Label[], unreadable: readonly UnreadableRecord[], askedAtMs: number, isWhole = true) {
    this.labels = labels;
    this.askedAtMs = askedAtMs;
    this.#isWhole = isWhole;
    this.isComplete = isWhole && unreadable.length === 0;
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
    const isHidden = this.#unreadableIds.has(id) || this.#unreadableIds.has(undefined);
    return isHidden || !this.#isWhole ? 'unknown' : 'absent';
  }
}

/** How a load of the list ended. */
export type ListResult =
  { readonly kind: 'loaded'; readonly list: LoadedList } | { readonly kind: 'failed'; readonly error: unknown };
