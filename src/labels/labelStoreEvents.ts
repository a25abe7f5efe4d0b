import { Throttle } from '../common/throttle';

/**
 * `rows`: rows came, went or moved. `times`: they look the same, but labels were changed meanwhile, as their times tell. `row`:
 * only those look different now. `state`: how far the list is.
 */
export type LabelStoreChange =
  { readonly kind: 'rows' | 'times' | 'state' } | { readonly kind: 'row'; readonly ids: readonly string[] };

/** A run changes rows in batches, this far apart, in milliseconds: drawing a long list takes that long. */
const BATCH_MS = 500;

/** The change events of a store: how often they are fired. */
export class LabelStoreEvents {
  readonly #listeners = new Set<(change: LabelStoreChange) => void>();
  readonly #changedRows = new Throttle<string>((ids) => {
    this.fire({ kind: 'row', ids: [...new Set(ids)] });
  }, BATCH_MS);
  readonly #listChanges = new Throttle<true>(() => {
    this.fire({ kind: 'rows' });
  }, BATCH_MS);

  /** The shape of VS Code's own events, which this layer does not import. */
  onDidChange(listener: (change: LabelStoreChange) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** At once. */
  fire(change: LabelStoreChange): void {
    for (const listener of this.#listeners) {
      listener(change);
    }
  }

  /** Some rows look different: many at a time, where many follow one another. */
  fireRows(ids: readonly string[]): void {
    this.#changedRows.add(ids);
  }

  /** A row came, went or moved: the same. */
  fireList(): void {
    this.#listChanges.add([true]);
  }

  /** Fires at once what waits for its batch. */
  flush(): void {
    this.#changedRows.flush();
    this.#listChanges.flush();
  }

  /** Forgets all listeners. */
  dispose(): void {
    this.#listeners.clear();
    this.#changedRows.dispose();
    this.#listChanges.dispose();
  }
}
