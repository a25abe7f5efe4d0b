import type { Label } from '../api/schema';
import { byName, lookAlike } from './labelOrder';

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

  /** @returns whether that is something else to the eye. */
  replace(labels: readonly Label[]): boolean {
    const before = this.all;
    this.#sorted = [...labels].sort(this.#compare);
    return !lookAlike(this.#sorted, before);
  }
}
