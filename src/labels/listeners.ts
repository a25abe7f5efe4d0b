/** Ends a subscription. The shape of VS Code's `Disposable`, which this layer does not import. */
export interface Subscription {
  dispose(): void;
}

/** Those who want to be told of events, in the order in which they came. */
export class Listeners<Event> {
  readonly #listeners = new Set<(event: Event) => void>();

  add(listener: (event: Event) => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  tell(event: Event): void {
    for (const listener of [...this.#listeners]) {
      listener(event);
    }
  }

  clear(): void {
    this.#listeners.clear();
  }
}
