/**
 * Gathers what comes in quick succession: the first is passed on at once, and whatever follows within the interval
 * together at its end.
 */
export class Throttle<T> {
  readonly #pass: (items: readonly T[]) => void;
  readonly #intervalMs: number;
  #items: T[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pass: (items: readonly T[]) => void, intervalMs: number) {
    this.#pass = pass;
    this.#intervalMs = intervalMs;
  }

  /** Of any number: not as arguments of a function, of which there can only be some 100,000. */
  add(items: readonly T[]): void {
    this.#items = this.#items.concat(items);
    if (this.#timer === undefined) {
      this.#flush();
    }
  }

  /** Passes on at once what waits. */
  flush(): void {
    if (this.#items.length > 0) {
      clearTimeout(this.#timer);
      this.#flush();
    }
  }

  /** Forgets what was not passed on yet. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#items = [];
  }

  #flush(): void {
    const items = this.#items;
    this.#items = [];
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#items.length > 0) {
        this.#flush();
      }
    }, this.#intervalMs);
    this.#pass(items);
  }
}
