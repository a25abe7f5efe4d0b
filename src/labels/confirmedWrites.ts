import type { Label } from '../api/schema';
import type { LoadedList } from './loadedList';

/** Whether the one was written down before the other was: whatever came first over the network. */
export function isOlder(label: Label, other: Label): boolean {
  return Date.parse(label.updated_at) < Date.parse(other.updated_at);
}

/** Of two versions of a label the later one; the first where both are of the same time, or one cannot be read. */
export function newer(label: Label, other: Label | undefined): Label {
  return other && isOlder(label, other) ? other : label;
}

interface Written {
  readonly label: Label;
  /** Counts up with each write, so that a write and a load can be told apart within a millisecond. */
  readonly number: number;
}

/** Labels as KirimChat has confirmed them since the last list: a list that was on its way meanwhile may not know them yet. */
export class ConfirmedWrites {
  readonly #byId = new Map<string, Written>();
  #count = 0;

  /** How many writes there were so far. */
  get count(): number {
    return this.#count;
  }

  add(label: Label): void {
    this.#count += 1;
    this.#byId.set(label.id, { label, number: this.#count });
  }

  forget(id: string): void {
    this.#byId.delete(id);
  }

  /**
   * The labels of a list, with what was written since it was asked for, or what is later by `updated_at`.
   *
   * @param before the count when the list was asked for.
   */
  mergedInto(labels: readonly Label[], before: number): readonly Label[] {
    if (this.#byId.size === 0) {
      return labels;
    }
    const listed = new Set(labels.map(({ id }) => id));
    const created = [...this.#byId.values()].filter(({ label, number }) => number > before && !listed.has(label.id));
    return [...labels.map((label) => this.#laterOf(label, before)), ...created.map(({ label }) => label)];
  }

  /** Forgets what the list, which is shown now, knows as well. */
  settle(list: LoadedList, before: number): void {
    for (const [id, { label, number }] of this.#byId) {
      const listed = list.get(id);
      if (number <= before && !(listed && isOlder(listed, label))) {
        this.#byId.delete(id);
      }
    }
  }

  #laterOf(listed: Label, before: number): Label {
    const written = this.#byId.get(listed.id);
    if (!written) {
      return listed;
    }
    return written.number > before ? newer(written.label, listed) : newer(listed, written.label);
  }
}
