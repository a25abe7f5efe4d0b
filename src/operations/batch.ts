import type { RequestOptions } from '../api/client';
import { ApiError, RequestCancelledError } from '../api/errors';
import { MAX_WAIT_SECONDS } from '../api/http/retry';
import { lacksTeam } from './failure';
import type { OperationItem, OperationProgress, Written } from './operation';
import { LabelUncheckedError } from './recheck/recheckErrors';
import { MAX_PARALLEL, type OnLimiterWait, type WriteLimiter } from '../api/rateLimit/writeLimiter';

/** What came of the request for one item. `notStarted`: nothing was sent that can have taken effect. */
export interface Outcome<T extends OperationItem> {
  readonly item: T;
  readonly status: 'done' | 'failed' | 'notStarted';
  /** Only where it is done. */
  readonly written?: Written;
  /** Only where it failed. */
  readonly error?: unknown;
}

/** So many answers in a row that are not KirimChat's, and no other one, end a batch: a sign-in page answers everything alike. */
const MAX_FOREIGN_ANSWERS = 5;

/** The callbacks must not throw. */
interface BatchOptions {
  /** Undefined for a single item, which may use the reserve. */
  readonly limiter: WriteLimiter | undefined;
  /** Ends waits and prevents the next request. Those that were sent are waited for. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: OperationProgress) => void) | undefined;
}

export interface Outcomes<T extends OperationItem> {
  /** In the order of the items. */
  readonly outcomes: readonly Outcome<T>[];
  /**
   * Why nothing more was sent: a 401, a 403, that no team was named where there are several, a 429 that asks for more patience
   * than the client has, answers that are not KirimChat's, or that labels could not be read again before they are written.
   */
  readonly stoppedBy?: ApiError | undefined;
}

/**
 * Sends a request for each item, each when the limiter lets it. An item that fails neither hides nor stops the others. It
 * never rejects.
 *
 * @param send has to hand the options on to its writes. At most 8 are sent at once, and one more is ready to be.
 */
export async function sendAll<T extends OperationItem>(
  items: readonly T[],
  send: (item: T, options: RequestOptions) => Promise<Written>,
  options: BatchOptions,
): Promise<Outcomes<T>> {
  return new Batch(items, send, options).finish();
}

class Batch<T extends OperationItem> {
  readonly #items: readonly T[];
  readonly #send: (item: T, options: RequestOptions) => Promise<Written>;
  readonly #options: BatchOptions;
  readonly #outcomes: (Outcome<T> | undefined)[];
  readonly #pending = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #stoppedBy: ApiError | undefined;
  #foreignAnswers = 0;
  #done = 0;

  constructor(
    items: readonly T[],
    send: (item: T, options: RequestOptions) => Promise<Written>,
    options: BatchOptions,
  ) {
    this.#items = items;
    this.#send = send;
    this.#options = options;
    this.#outcomes = items.map(() => undefined);
  }

  async finish(): Promise<Outcomes<T>> {
    const { signal } = this.#options;
    const stop = (): void => {
      this.#stop.abort();
    };
    signal?.addEventListener('abort', stop);
    if (signal?.aborted) {
      stop();
    }
    for (const [index, item] of this.#items.entries()) {
      // One more than can be sent, which is ready when an answer makes room for it.
      if (this.#pending.size > MAX_PARALLEL) {
        await Promise.race(this.#pending);
      }
      if (this.#stop.signal.aborted) {
        break;
      }
      await this.#start(index, item);
    }
    await Promise.all(this.#pending);
    signal?.removeEventListener('abort', stop);
    const outcomes = this.#items.map(
      (item, index) => this.#outcomes[index] ?? ({ item, status: 'notStarted' } as const),
    );
    return { outcomes, stoppedBy: this.#stoppedBy };
  }

  /** Resolves when the item's request is being sent, or when the item is through. */
  async #start(index: number, item: T): Promise<void> {
    let onSent: () => void = () => undefined;
    const sent = new Promise<void>((resolve) => {
      onSent = resolve;
    });
    const through = this.#carryOut(item, onSent).then((outcome) => {
      this.#outcomes[index] = outcome;
      if (outcome.status !== 'notStarted') {
        this.#done += 1;
        this.#options.onProgress?.({ done: this.#done, total: this.#items.length });
      }
      this.#pending.delete(through);
    });
    this.#pending.add(through);
    await Promise.race([sent, through]);
  }

  async #carryOut(item: T, onSent: () => void): Promise<Outcome<T>> {
    const { limiter } = this.#options;
    const options: RequestOptions = {
      signal: this.#stop.signal,
      beforeAttempt: async (signal) => {
        await limiter?.acquire(signal, this.#onWait);
        onSent();
      },
      onWait: ({ seconds, error }) => {
        if (!limiter) {
          this.#onWait(seconds, error);
        } else if (error.kind === 'rateLimited' || error.retryAfterSeconds !== undefined) {
          this.#onWait(seconds, 'retryAfter');
        }
      },
    };
    try {
      const written = await this.#send(item, options);
      this.#foreignAnswers = 0;
      return { item, status: 'done', written };
    } catch (error) {
      if (error instanceof RequestCancelledError) {
        const { lastError } = error;
        return lastError?.mayHaveTakenEffect
          ? { item, status: 'failed', error: lastError }
          : { item, status: 'notStarted' };
      }
      this.#stopAfter(error);
      return { item, status: 'failed', error };
    }
  }

  /** Stops where every other request would end in the same way. */
  #stopAfter(error: unknown): void {
    const reason = error instanceof LabelUncheckedError ? error.cause : error;
    this.#foreignAnswers = isForeign(reason) ? this.#foreignAnswers + 1 : 0;
    const isOver = this.#foreignAnswers >= MAX_FOREIGN_ANSWERS;
    if (reason instanceof ApiError && (isOver || isTheSameForAll(reason) || reason !== error)) {
      this.#stoppedBy ??= reason;
      this.#stop.abort();
    }
  }

  readonly #onWait = (seconds: number, reason: Parameters<OnLimiterWait>[1] | ApiError): void => {
    this.#options.onProgress?.({ done: this.#done, total: this.#items.length, waiting: { seconds, reason } });
  };
}

function isForeign(reason: unknown): boolean {
  return reason instanceof ApiError && (reason.kind === 'unreadable' || reason.kind === 'redirected');
}

function isTheSameForAll(error: ApiError): boolean {
  const { kind, retryAfterSeconds = 0 } = error;
  return (
    kind === 'unauthorized' ||
    kind === 'forbidden' ||
    lacksTeam(error) ||
    (kind === 'rateLimited' && retryAfterSeconds > MAX_WAIT_SECONDS)
  );
}
