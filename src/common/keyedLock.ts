/** Lets only one thing at a time go on for each id. */
export class KeyedLock {
  readonly #busy = new Set<string>();

  /**
   * Acts on those ids that are free.
   *
   * @returns undefined, without acting, while something goes on for all of them already.
   */
  async run<T>(ids: readonly string[], act: (free: ReadonlySet<string>) => Promise<T>): Promise<T | undefined> {
    const free = new Set(ids.filter((id) => !this.#busy.has(id)));
    if (free.size === 0) {
      return undefined;
    }
    for (const id of free) {
      this.#busy.add(id);
    }
    try {
      return await act(free);
    } finally {
      for (const id of free) {
        this.#busy.delete(id);
      }
    }
  }
}
