import type { RequestOptions } from '../../api/client';
import { ApiError, RequestCancelledError } from '../../api/errors';
import type { Label } from '../../api/schema';
import { isOlder, newer } from '../../labels/confirmedWrites';
import { freshList, pagesOf } from '../../labels/freshList';
import type { LabelChanges } from './labelChanges';
import type { LabelStore } from '../../labels/labelStore';
import { LabelChangedError, LabelGoneError, LabelUncheckedError } from './recheckErrors';

/** What can read one label. `KirimClient` is one. */
export interface LabelReader {
  /** Undefined where KirimChat says that there is none (any more). */
  getLabel(id: string, options?: RequestOptions): Promise<Label | undefined>;
}

/** Whether a label still is what the user agreed to. */
export type IsSame = (current: Label, agreed: Label) => boolean;

/** What KirimChat said of a label; undefined where it has none. */
interface Known {
  readonly label: Label | undefined;
  /** When it was asked, on the clock of the store, in milliseconds. */
  readonly askedAtMs: number;
}

/** Before a write, what is known of its label is at most so old. In milliseconds. */
const MAX_AGE_MS = 30_000;
/** A longer list is not loaded again in a run: a page a second is a tenth of what a free plan may read (API: Rate limits). */
const MAX_PAGES = MAX_AGE_MS / 1000;
/** So many labels are read at once. */
const FEW = 5;

/**
 * Reads labels again before something is done to them: only what the user agreed to may be. First right after the answer, so
 * that the user can be asked again, and then before each write whenever that is too long ago. What is too old is decided by
 * its age and not by a timer: timers stop while a computer sleeps, and a list may fail to load.
 */
export class Recheck {
  readonly #client: LabelReader;
  readonly #store: LabelStore;
  readonly #known = new Map<string, Known>();
  #agreed: readonly Label[] = [];
  #reading: Promise<unknown> | undefined;

  constructor(client: LabelReader, store: LabelStore) {
    this.#client = client;
    this.#store = store;
  }

  /**
   * Asks KirimChat for labels again, and compares.
   *
   * @throws ApiError, RequestCancelledError
   */
  async changesSince(shown: readonly Label[], options: RequestOptions): Promise<LabelChanges> {
    this.#agreed = shown;
    const store = this.#store;
    // A list that is on its way is too old to tell, and would have to be waited for.
    const pages = pagesOf(store);
    const isListed = shown.length > Math.max(FEW, pages) || (pages <= 1 && store.state.kind !== 'loading');
    await (isListed ? freshList(store, options.signal) : this.#readEach(shown, options));
    const rows = this.#rowsOf(shown);
    const pairs = shown.map((before) => {
      const known = this.#knownOf(before.id);
      return { before, known, current: known?.label && newer(known.label, rows.get(before.id)) };
    });
    return {
      current: pairs.flatMap(({ current }) => current ?? []),
      renamed: pairs.flatMap(({ before, current }) =>
        current && current.name !== before.name ? [{ before, current }] : [],
      ),
      recolored: pairs.flatMap(({ before, current }) =>
        current && current.color !== before.color ? [{ before, current }] : [],
      ),
      gone: pairs.flatMap(({ before, known }) => (known && !known.label ? [before] : [])),
      unreadable: pairs.flatMap(({ before, known }) => (known ? [] : [before])),
      isListed,
    };
  }

  /**
   * The same options, with a `beforeAttempt` that ends only when the label was found to be what the user agreed to, a moment ago. It
   * fails with LabelChangedError, LabelGoneError, LabelUncheckedError or RequestCancelledError.
   */
  guard(agreed: Label, isSame: IsSame, options: RequestOptions): RequestOptions {
    const beforeAttempt = async (signal: AbortSignal | undefined) => {
      do {
        await this.#checkAgain(agreed, signal);
        await options.beforeAttempt?.(signal);
        // That may take minutes.
      } while (!signal?.aborted && !this.#isFresh(agreed));
      if (!signal?.aborted) {
        this.#assertSame(agreed, isSame);
      }
    };
    return { ...options, beforeAttempt };
  }

  #assertSame(agreed: Label, isSame: IsSame): void {
    const current = this.#knownOf(agreed.id)?.label;
    if (!current) {
      throw new LabelGoneError();
    }
    // A list may lag behind what KirimChat has confirmed already.
    if (!isSame(current, agreed) && !isOlder(current, agreed)) {
      throw new LabelChangedError(current);
    }
  }

  async #checkAgain(agreed: Label, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted || this.#isFresh(agreed)) {
      return;
    }
    try {
      await this.#readAgain(agreed, signal);
    } catch (error) {
      const isClear = error instanceof RequestCancelledError || error instanceof LabelUncheckedError;
      throw isClear ? error : new LabelUncheckedError(error);
    }
  }

  async #readAgain(agreed: Label, signal: AbortSignal | undefined): Promise<void> {
    if (pagesOf(this.#store) <= MAX_PAGES) {
      // The requests of a run that wait for it at the same time share it.
      this.#reading ??= freshList(this.#store, signal).finally(() => {
        this.#reading = undefined;
      });
      await this.#reading;
    } else {
      await this.#readEach([agreed, ...this.#nextAfter(agreed)], { signal });
    }
    if (!this.#isFresh(agreed)) {
      // Either the list has the label in a form that cannot be read, or the answer was so long in coming that it is too old.
      const isTooOld = this.#knownOf(agreed.id) !== undefined;
      const timeout = new ApiError({ kind: 'timeout', attempts: 1, mayHaveTakenEffect: false });
      throw new LabelUncheckedError(isTooOld ? timeout : undefined);
    }
  }

  /** What the run comes to next and is too old as well: reading them together takes as long as reading one. */
  #nextAfter({ id }: Label): readonly Label[] {
    const index = this.#agreed.findIndex((label) => label.id === id);
    const next = this.#agreed.slice(index + 1, index + FEW);
    return next.filter((label) => !this.#isFresh(label) && !this.#store.isDeleted(label.id));
  }

  async #readEach(labels: readonly Label[], options: RequestOptions): Promise<void> {
    for (let start = 0; start < labels.length; start += FEW) {
      const askedAtMs = this.#store.now();
      const some = labels.slice(start, start + FEW).map(async ({ id }) => {
        this.#known.set(id, { label: await this.#client.getLabel(id, options), askedAtMs });
      });
      await Promise.all(some);
    }
    const missing = labels.filter(({ id }) => !this.#known.get(id)?.label);
    for (const { id } of missing) {
      this.#known.delete(id);
    }
    if (missing.length > 0) {
      // Only a whole list proves that a label is gone, and it is newer than these answers.
      await freshList(this.#store, options.signal);
    }
  }

  #isFresh({ id }: Label): boolean {
    const known = this.#knownOf(id);
    return known !== undefined && this.#store.now() - known.askedAtMs <= MAX_AGE_MS;
  }

  /** The last that KirimChat said, in answer to a question about the label or with a list. */
  #knownOf(id: string): Known | undefined {
    const read = this.#known.get(id);
    const list = this.#store.latest;
    if (!list || list.presenceOf(id) === 'unknown') {
      return read;
    }
    const listed: Known = { label: list.get(id), askedAtMs: list.askedAtMs };
    if (!read) {
      return listed;
    }
    const [later, earlier] = read.askedAtMs >= listed.askedAtMs ? [read, listed] : [listed, read];
    // An answer that was asked for later may still be of an earlier state.
    return { ...later, label: later.label && newer(later.label, earlier.label) };
  }

  #rowsOf(labels: readonly Label[]): ReadonlyMap<string, Label> {
    const ids = new Set(labels.map(({ id }) => id));
    return new Map(this.#store.labels.filter(({ id }) => ids.has(id)).map((label) => [label.id, label]));
  }
}
