import type { ListOptions } from '../api/client';
import { ApiError, RequestCancelledError } from '../api/errors';
import { ListPosition } from '../api/pages';
import type { Label, UnreadableRecord } from '../api/schema';

/** Where labels come from: pages of labels, each label once. `KirimClient` is one. */
export interface LabelSource {
  listLabels(options?: Pick<ListOptions, 'signal' | 'onUnreadable' | 'position'>): AsyncIterable<readonly Label[]>;
}

/**
 * So many labels are loaded without being asked for: 100 requests, a third of the half of the read limit that is ours on the
 * smallest plan (API: Rate limits).
 */
const BATCH_SIZE = 10_000;

/** How a load ended: whether more was found than is shown, and why it is to be called a failure, where it is. */
interface LoadEnd {
  readonly isGrown: boolean;
  readonly error?: unknown;
}

/** Loads the list page by page, up to a number of labels; the next batch goes on where this one ended. */
export class ListLoader {
  readonly #source: LabelSource;
  #isDisposed = false;
  #limit = BATCH_SIZE;
  #position = new ListPosition();
  #pages: AsyncIterator<readonly Label[]> | undefined;
  #loading = new AbortController();
  #found: Label[] = [];
  #unreadable: UnreadableRecord[] = [];

  constructor(source: LabelSource) {
    this.#source = source;
  }

  /** What was found since `startAgain`. */
  get found(): readonly Label[] {
    return this.#found;
  }

  get unreadable(): readonly UnreadableRecord[] {
    return this.#unreadable;
  }

  /** Whether `load` can go on. */
  get canGoOn(): boolean {
    return this.#pages !== undefined;
  }

  /** The next `load` begins with the first page. */
  startAgain(): void {
    this.#position = new ListPosition();
    this.#found = [];
    this.#unreadable = [];
    this.#resume();
  }

  /** The next `load` sends the request once more that has failed, or was cancelled. */
  #resume(): void {
    const loading = new AbortController();
    if (this.#isDisposed) {
      loading.abort();
    }
    this.#loading = loading;
    const unreadable = this.#unreadable;
    const onUnreadable = (record: UnreadableRecord) => unreadable.push(record);
    const options = { signal: loading.signal, onUnreadable, position: this.#position };
    this.#pages = this.#source.listLabels(options)[Symbol.asyncIterator]();
  }

  /** From now on one batch more is loaded than was found, also by the loads after the next one. */
  raiseLimit(): void {
    this.#limit = Math.max(this.#limit, (Math.floor(this.#found.length / BATCH_SIZE) + 1) * BATCH_SIZE);
  }

  /**
   * Loads up to the limit. Where the user ends it after more than is shown was found, that is a list like any other.
   *
   * @param shown so many labels are kept on screen by what fails; what was found beyond them can be gone on with.
   */
  async load(shown: number, onPage: () => void): Promise<LoadEnd> {
    try {
      await this.#load(onPage);
      return { isGrown: true };
    } catch (error) {
      const isGrown = this.#found.length > shown;
      const isCancelled = this.#loading.signal.aborted && !this.#isDisposed && error instanceof RequestCancelledError;
      // A list that KirimChat has ended too early leads nowhere from there.
      if (isGrown && !(error instanceof ApiError && error.kind === 'incomplete')) {
        this.#resume();
      }
      return { isGrown, ...(isGrown && isCancelled ? {} : { error }) };
    }
  }

  async #load(onPage: () => void): Promise<void> {
    const pages = this.#pages;
    this.#pages = undefined;
    while (pages) {
      const page = await pages.next();
      if (page.done) {
        return;
      }
      for (const label of page.value) {
        this.#found.push(label);
      }
      onPage();
      if (this.#found.length > this.#limit) {
        this.#pages = pages;
        return;
      }
    }
  }

  /** Ends the request that is under way; what was found stays. */
  cancel(): void {
    this.#loading.abort();
  }

  /** From now on nothing is requested any more. */
  dispose(): void {
    this.#isDisposed = true;
    this.#loading.abort();
  }
}
