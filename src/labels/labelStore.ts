import { monotonic, systemClock } from '../common/clock';
import type { Label, UnreadableRecord } from '../api/schema';
import { Debouncer } from '../common/debouncer';
import { ConfirmedWrites } from './confirmedWrites';
import { LabelList } from './labelList';
import { type LabelSource, ListLoader } from './listLoader';
import { type LabelStoreChange, LabelStoreEvents } from './labelStoreEvents';
import { type ListResult, LoadedList } from './loadedList';
import { RowActivities } from './rowActivities';

export type { LabelStoreChange } from './labelStoreEvents';
export type { LabelSource } from './listLoader';

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
 * was on its way while the label was deleted does not bring its row back. In the same way a list does not take back what
 * KirimChat has confirmed while it was on its way.
 */
export class LabelStore {
  readonly #loader: ListLoader;
  readonly #list: LabelList;
  readonly #events = new LabelStoreEvents();
  readonly #presses = new Debouncer(async () => {
    await this.refresh();
  }, REFRESH_BURST_MS);
  readonly #deleted = new Set<string>();
  readonly #written = new ConfirmedWrites();
  #state: ListState = { kind: 'notLoaded' };
  #latest: LoadedList | undefined;
  #hasMore = false;
  /** When the list that the loader goes on with was asked for, and how many writes there were before. */
  #asked = { atMs: 0, writesBefore: 0 };
  #unreadable: readonly UnreadableRecord[] = [];
  #loading: Promise<ListResult> | undefined;
  #firstPage: Promise<void> | undefined;

  /** What is happening to which label. */
  readonly activities = new RowActivities((ids) => {
    this.#events.fireRows(ids);
  });

  /** Milliseconds since 1970 that never go back, for the age of what is known. */
  readonly now: () => number;

  /**
   * @param locale BCP 47 tag that names are sorted by.
   * @param now milliseconds since 1970.
   */
  constructor(source: LabelSource, locale?: string, now = () => systemClock.now()) {
    this.now = monotonic(now);
    this.#loader = new ListLoader(source);
    this.#list = new LabelList(locale);
  }

  /** Sorted by name. */
  get labels(): readonly Label[] {
    return this.#list.all;
  }

  get state(): ListState {
    return this.#state;
  }

  /** The last list that was loaded to its end; undefined until there is one. Only such a list proves that a label is gone. */
  get latest(): LoadedList | undefined {
    return this.#latest;
  }

  /** Whether there are, or may be, labels beyond those that were loaded. */
  get hasMore(): boolean {
    return this.#hasMore;
  }

  /** The records of the list that could not be read, and so have no row. */
  get unreadable(): readonly UnreadableRecord[] {
    return this.#unreadable;
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

  /** Loads the list again; while that goes on, further calls share it. Never rejects: the result says how it went. */
  refresh(): Promise<ListResult> {
    return this.#start(false);
  }

  #start(goesOn: boolean): Promise<ListResult> {
    if (!this.#loading) {
      let onFirstPage: () => void = () => undefined;
      this.#firstPage = new Promise((resolve) => {
        onFirstPage = resolve;
      });
      // Starts a moment later, so that a listener that calls back finds the load under way.
      this.#loading = Promise.resolve()
        .then(() => this.#load(goesOn, onFirstPage))
        .finally(() => {
          this.#loading = undefined;
        });
    }
    return this.#loading;
  }

  /** Loads the next labels of a long list; all again where it was the list on screen that was being loaded anew. Never rejects. */
  async loadMore(): Promise<ListResult> {
    await this.#loading;
    if (!this.#loading) {
      this.#loader.raiseLimit();
    }
    return this.#start(this.#loader.canGoOn);
  }

  /** Ends what is being loaded. What is new on screen by then stays, and can be gone on with. */
  cancelLoading(): void {
    this.#loader.cancel();
  }

  /**
   * As `refresh`, but never with a list that was asked for before this call. The result is that of this call's own load:
   * `state` may be that of a later one.
   */
  async refreshAnew(): Promise<ListResult> {
    await this.#loading;
    return this.refresh();
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
  async refreshOnRequest(): Promise<void> {
    if (this.#state.kind !== 'loaded' && !this.#presses.isPending) {
      await this.refresh();
      return;
    }
    const refreshed = this.#presses.call();
    this.#setState({ kind: 'loading' });
    await refreshed;
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
    this.#written.forget(id);
    this.#list.remove(id);
    this.#events.fireList();
  }

  /** The label is new, or has another name or color. */
  put(label: Label): void {
    if (this.#deleted.has(label.id)) {
      // What was sent twice with one Idempotency-Key gets its first answer, however old that is.
      return;
    }
    this.#written.add(label);
    this.#list.put(label);
    this.#events.fireList();
  }

  /** Tells at once of changes that wait for more to come. */
  flushEvents(): void {
    this.#events.flush();
  }

  /** Ends what is still loading and forgets all listeners. */
  dispose(): void {
    this.#events.dispose();
    this.#presses.dispose();
    this.#loader.dispose();
  }

  async #load(goesOn: boolean, onFirstPage: () => void): Promise<ListResult> {
    // The first list is shown as soon as there is a page of it; a later one takes the old one's place when it is whole.
    const growing = this.labels.length === 0;
    const loader = this.#loader;
    // A list that is whole on screen gives way to a whole one alone.
    const shown = goesOn ? -1 : growing ? 0 : this.#hasMore ? this.labels.length : Infinity;
    if (!goesOn) {
      this.#asked = { atMs: this.now(), writesBefore: this.#written.count };
    }
    const { atMs, writesBefore } = this.#asked;
    const show = () => {
      this.#unreadable = loader.unreadable;
      this.#show(this.#written.mergedInto(loader.found, writesBefore));
    };
    let isFirst = growing;
    const onPage = () => {
      if (isFirst) {
        isFirst = false;
        show();
        onFirstPage();
      }
    };
    const finish = (isWhole: boolean): ListResult => {
      this.#latest = new LoadedList([...loader.found], loader.unreadable, atMs, isWhole);
      const hadMore = this.#hasMore;
      this.#hasMore = !isWhole;
      show();
      if (hadMore !== this.#hasMore) {
        this.#events.fire({ kind: 'rows' });
      }
      if (isWhole) {
        this.#written.settle(this.#latest, writesBefore);
      }
      this.#setState({ kind: 'loaded' });
      return { kind: 'loaded', list: this.#latest };
    };
    this.#setState({ kind: 'loading' });
    if (!goesOn) {
      loader.startAgain();
    }
    const end = await loader.load(shown, onPage);
    if (!('error' in end)) {
      return finish(!loader.canGoOn);
    }
    const { isGrown, error } = end;
    if (isGrown || growing) {
      show();
    }
    this.#setState({ kind: 'failed', error });
    return { kind: 'failed', error };
  }

  #show(labels: readonly Label[]): void {
    const current = labels.filter((label) => !this.#deleted.has(label.id));
    // New rows cost VS Code the selection for a moment: most refreshes bring the same ones.
    const kind = this.#list.replace(current);
    if (kind) {
      this.#events.fire({ kind });
    }
  }

  #setState(state: ListState): void {
    this.#state = state;
    this.#events.fire({ kind: 'state' });
  }
}
