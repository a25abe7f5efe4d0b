/** Outcomes come in bursts; an eye does not see more often than this, in milliseconds. */
const PAUSE_MS = 50;

/** Tells that something changed, a moment later, once for all that changed until then. */
export class Teller {
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  /** The shape of VS Code's own events, which this layer does not import. */
  onDidChange(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  tell(): void {
    if (this.#isDisposed || this.#timer !== undefined) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      for (const listener of this.#listeners) {
        listener();
      }
    }, PAUSE_MS);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }
}
