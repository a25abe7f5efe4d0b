import type { Label } from '../api/schema';
import { Burst } from './burst';
import { LabelList } from './labelList';
import { type LabelStoreChange, LabelStoreEvents } from './labelStoreEvents';
import { RowActivities } from './rowActivities';

export type { LabelStoreChange } from './labelStoreEvents';

/** Where labels come from: pages of labels, each label once. `KirimClient` is one. */
export interface LabelSource {
  listLabels(options?: { signal?: AbortSignal }): AsyncIterable<readonly Label[]>;
}

/** How far the list is. `error` is why the last load did not finish. */
export type ListState =
  { readonly kind: 'notLoaded' | 'loading' | 'loaded' } | { readonly kind: 'failed'; readonly error: unknown };

/** So many labels are ten requests; the read limit of a free plan is 600 a minute. */
const SHORT_LIST = 1_000;
/** Presses of Refresh that come closer together than this are one request, in milliseconds. */
const REFRESH_BURST_MS = 300;
/**
 * The labels of one organization as far as they are known, sorted by name, and what is happening to each.
 *
 * Ids are permanent and never reused (API, Labels), so a label that was deleted once can never come back: a list that
 * was on its way while the label was deleted does not bring its row back.
 */
export class LabelStore {
  readonly #source: LabelSource;
  readonly #list: LabelList;
  readonly #events = new LabelStoreEvents();
  readonly #disposed = new AbortController();
  readonly #presses = new Burst(() => this.refresh(), REFRESH_BURST_MS);
  readonly #deleted = new Set<string>();
  #state: ListState = { kind: 'notLoaded' };
  #loading: Promise<void> | undefined;
  #firstPage: Promise<void> | undefined;

  /** What is happening to which label. */
  readonly activities = new RowActivities((ids) => {
    this.#events.tellRows(ids);
  });

  /** @param locale BCP 47 tag that names are sorted by. */
  constructor(source: LabelSource, locale?: string) {
    this.#source = source;
    this.#list = new LabelList(locale);
  }

  /** Sorted by name. */
  get labels(): readonly Label[] {
    return this.#list.all;
  }

  get state(): ListState {
    return this.#state;
  }

  /** Whether a person has asked for the list again, which is about to be loaded. */
  get isRequested(): boolean {
    return this.#presses.isPending;
  }

  /** Whether KirimChat confirmed that this label was deleted. */
  isDeleted(id: string): boolean {
    return this.#deleted.has(id);
  }

  /** The shape of VS Code's own events, which this layer does not import. */
  onDidChange(listener: (change: LabelStoreChange) => void): { dispose(): void } {
    return this.#events.onDidChange(listener);
  }

  /** Loads the list if that was not done yet; resolves when there are first rows, or when it is known that there are none. */
  async firstRows(): Promise<void> {
    if (this.#state.kind === 'notLoaded') {
      void this.refresh();
    }
    if (this.labels.length === 0) {
      await Promise.race([this.#firstPage, this.#loading]);
    }
  }

  /** Loads the list again; while that goes on, further calls share it. Never rejects: `state` says how it went. */
  refresh(): Promise<void> {
    if (!this.#loading) {
      let onFirstPage: () => void = () => undefined;
      this.#firstPage = new Promise((resolve) => {
        onFirstPage = resolve;
      });
      // Starts a moment later, so that a listener that calls back finds the load under way.
      this.#loading = Promise.resolve()
        .then(() => this.#load(onFirstPage))
        .finally(() => {
          this.#loading = undefined;
        });
    }
    return this.#loading;
  }

  /** As `refresh`, but never with a list that was asked for before this call. */
  async refreshAnew(): Promise<void> {
    await this.#loading;
    await this.refresh();
  }

  /** As `refreshAnew`, but a long list is not asked for again after each change of one label. */
  async refreshIfShort(): Promise<void> {
    if (this.labels.length <= SHORT_LIST) {
      await this.refreshAnew();
    }
  }

  /** Resolves when nothing is being loaded any more; at once where nothing is. */
  async settled(): Promise<void> {
    await this.#presses.settled();
    await this.#loading;
  }

  /** As `refresh`, for a person who may press the button many times in a row: a burst of presses is one request. */
  refreshOnRequest(): Promise<void> {
    if (this.#state.kind !== 'loaded' && !this.#presses.isPending) {
      return this.refresh();
    }
    const refreshed = this.#presses.call();
    this.#setState({ kind: 'loading' });
    return refreshed;
  }

  /**
   * The label is gone on the server: its row goes.
   *
   * @param forGood KirimChat confirmed that it was deleted. Otherwise the next list has the last word.
   */
  remove(id: string, forGood: boolean): void {
    this.activities.forget(id);
    if (forGood) {
      this.#deleted.add(id);
    }
    this.#list.remove(id);
    this.#events.tellList();
  }

  /** The label is new, or has another name or color. */
  put(label: Label): void {
    if (this.#deleted.has(label.id)) {
      // What was sent twice with one Idempotency-Key gets its first answer, however old that is.
      return;
    }
    this.#list.put(label);
    this.#events.tellList();
  }

  /** Tells at once of changes that wait for more to come. */
  tellNow(): void {
    this.#events.flush();
  }

  /** Ends what is still loading and forgets all listeners. */
  dispose(): void {
    this.#events.dispose();
    this.#presses.dispose();
    this.#disposed.abort();
  }

  async #load(onFirstPage: () => void): Promise<void> {
    // The first list is shown as soon as there is a page of it; a later one takes the old one's place when it is whole.
    const growing = this.labels.length === 0;
    const found: Label[] = [];
    this.#setState({ kind: 'loading' });
    try {
      for await (const page of this.#source.listLabels({ signal: this.#disposed.signal })) {
        const isFirst = found.length === 0;
        found.push(...page);
        if (growing && isFirst) {
          this.#show(found);
          onFirstPage();
        }
      }
      this.#show(found);
      this.#setState({ kind: 'loaded' });
    } catch (error) {
      if (growing) {
        this.#show(found);
      }
      this.#setState({ kind: 'failed', error });
    }
  }

  #show(labels: readonly Label[]): void {
    const current = labels.filter((label) => !this.#deleted.has(label.id));
    // New rows cost VS Code the selection for a moment: most refreshes bring the same ones.
    if (this.#list.replace(current)) {
      this.#events.tell({ kind: 'rows' });
    }
  }

  #setState(state: ListState): void {
    this.#state = state;
    this.#events.tell({ kind: 'state' });
  }
}
