/** Lets only one thing at a time go on for each id. */
export class OncePerId {
  readonly #busy = new Set<string>();

  /** @returns false, without running it, while something goes on for that id already. */
  async run(id: string, act: () => Promise<void>): Promise<boolean> {
    if (this.#busy.has(id)) {
      return false;
    }
    this.#busy.add(id);
    try {
      await act();
      return true;
    } finally {
      this.#busy.delete(id);
    }
  }
}
