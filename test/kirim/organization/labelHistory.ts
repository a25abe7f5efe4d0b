import type { Clock } from '../clock';
import { LabelTable } from '../../../src/sample/server/labelTable';
import type { Label } from '../../../src/sample/server/model';
import type { Variations } from '../faults/variations';

/** The labels of one organization as they were, for as long as reads may still see them so. */
export class LabelHistory {
  readonly #clock: Clock;
  readonly #variations: Variations;
  #requests = 0;
  /** Oldest first: the labels right before a change, and when that was. */
  #past: { readonly labels: readonly Label[]; readonly at: number; readonly requests: number }[] = [];

  constructor(clock: Clock, variations: Variations) {
    this.#clock = clock;
    this.#variations = variations;
  }

  countRequest(): void {
    this.#requests++;
  }

  /** To be called before each change. */
  keep(table: LabelTable): void {
    if (this.#variations.readLag === undefined) return;
    this.#past.push({ labels: table.all(), at: this.#clock.now(), requests: this.#requests });
  }

  /** What a read sees of a table. */
  seen(table: LabelTable): LabelTable {
    const { readLag } = this.#variations;
    this.#past = this.#past.filter(({ at, requests }) => {
      if (readLag === undefined) return false;
      if ('ms' in readLag) return this.#clock.now() - at < readLag.ms;
      return this.#requests - requests <= readLag.requests;
    });
    const [first] = this.#past;
    return first ? tableOf(first.labels) : table;
  }
}

function tableOf(labels: readonly Label[]): LabelTable {
  const table = new LabelTable();
  for (const label of labels) table.insert(label);
  return table;
}
