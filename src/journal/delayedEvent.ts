/** Outcomes come in quick succession; an eye does not see more often than this, in milliseconds. */
const DELAY_MS = 50;

/** An event that fires a moment later, once for all that changed until then. */
export class DelayedEvent {
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  /** The shape of VS Code's own events, which this layer does not import. */
  subscribe(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  fire(): void {
    if (this.#isDisposed || this.#timer !== undefined) {
      return;
    }
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      for (const listener of this.#listeners) {
        listener();
      }
    }, DELAY_MS);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }
}
