import type { Label } from '../api/schema';
import { byName, haveSameTimes, lookAlike } from './labelOrder';

/** Labels sorted by name. */
export class LabelList {
  readonly #compare: (a: Label, b: Label) => number;
  /** Those of `removed` are still among them. */
  #sorted: readonly Label[] = [];
  readonly #removed = new Set<string>();

  /** @param locale BCP 47 tag that names are sorted by. */
  constructor(locale: string | undefined) {
    this.#compare = byName(locale);
  }

  get all(): readonly Label[] {
    // Not with each removal: a run removes one after the other, and the list may be long.
    if (this.#removed.size > 0) {
      this.#sorted = this.#sorted.filter(({ id }) => !this.#removed.has(id));
      this.#removed.clear();
    }
    return this.#sorted;
  }

  remove(id: string): void {
    this.#removed.add(id);
  }

  /** Adds a label, or gives it another name or color. */
  put(label: Label): void {
    this.replace([...this.all.filter(({ id }) => id !== label.id), label]);
  }

  /** @returns what of it is something else to the eye: rows, or no more than when labels were changed. */
  replace(labels: readonly Label[]): 'rows' | 'times' | undefined {
    const before = this.all;
    this.#sorted = [...labels].sort(this.#compare);
    if (!lookAlike(this.#sorted, before)) {
      return 'rows';
    }
    return haveSameTimes(this.#sorted, before) ? undefined : 'times';
  }
}
