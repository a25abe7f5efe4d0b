import type { Clock } from '../../common/clock';
import type { WriteBudget } from './writeBudget';

/** `budget`: until the bucket has a token above the reserve. `retryAfter`: KirimChat asked for a break. */
export type WaitReason = 'budget' | 'retryAfter';

/** Called before a wait of a second or more; again when it turns out to be another one. */
export type OnLimiterWait = (seconds: number, reason: WaitReason) => void;

/** Writes on their way at the same time. */
export const MAX_PARALLEL = 8;

const MIN_REPORTED_WAIT_SECONDS = 1;
/** Only an answer ends some waits; and the reserve is a setting, which may change meanwhile. */
const MAX_SLEEP_SECONDS = 60;

interface Waiter {
  readonly go: () => void;
  readonly onWait: OnLimiterWait | undefined;
}

/**
 * Says when a batch may send its next write, so that the reserve of the organization's bucket stays for its production
 * traffic. One for all batches on a client. First come, first served.
 */
export class WriteLimiter {
  readonly #budget: WriteBudget;
  readonly #clock: Clock;
  readonly #reservePercent: () => number;
  readonly #queue = new Set<Waiter>();
  #isServing = false;
  #wake: () => void = () => undefined;

  /** @param reservePercent of the limit that batches leave untouched; read before each write. */
  constructor(budget: WriteBudget, clock: Clock, reservePercent: () => number) {
    this.#budget = budget;
    this.#clock = clock;
    this.#reservePercent = reservePercent;
  }

  /** Resolves when it is time to send, which is to be done at once, or as soon as the signal is aborted. */
  async acquire(signal?: AbortSignal, onWait?: OnLimiterWait): Promise<void> {
    if (signal?.aborted) {
      return;
    }
    let leave: () => void = () => undefined;
    await new Promise<void>((go) => {
      const waiter = { go, onWait };
      leave = () => {
        this.#queue.delete(waiter);
        // So that no timer stays behind the last one.
        this.#wake();
        go();
      };
      signal?.addEventListener('abort', leave);
      this.#queue.add(waiter);
      void this.#serve();
    });
    signal?.removeEventListener('abort', leave);
  }

  async #serve(): Promise<void> {
    if (this.#isServing) {
      return;
    }
    this.#isServing = true;
    for (let first = this.#first(); first; first = this.#first()) {
      const { seconds, reason } = this.#nextWrite();
      if (seconds > 0) {
        if (seconds >= MIN_REPORTED_WAIT_SECONDS && seconds < Infinity) {
          first.onWait?.(seconds, reason);
        }
        await this.#sleep(seconds);
      } else {
        this.#queue.delete(first);
        first.go();
        // A moment later its write is counted.
        await this.#clock.sleep(0);
      }
    }
    this.#isServing = false;
  }

  #first(): Waiter | undefined {
    const [first] = this.#queue;
    return first;
  }

  /** How long until one more may be sent. Infinity: not before an answer to another write has come. */
  #nextWrite(): { readonly seconds: number; readonly reason: WaitReason } {
    const { closedForSeconds, inFlight, isFresh, isInDoubt, refillPerMinute, secondsSinceSent } = this.#budget;
    if (closedForSeconds > 0) {
      return { seconds: closedForSeconds, reason: 'retryAfter' };
    }
    // What is known may be wrong: one goes ahead, and its answer tells.
    const parallel = isFresh ? MAX_PARALLEL : 1;
    if (inFlight >= parallel) {
      return { seconds: Infinity, reason: 'budget' };
    }
    // Another window may know of the same level: while nothing tells what it sends, each takes no more than its share.
    const apart = isInDoubt ? 60 / refillPerMinute - secondsSinceSent : 0;
    return { seconds: Math.max(0, apart, this.#budget.secondsToSend(this.#reservePercent()) ?? 0), reason: 'budget' };
  }

  async #sleep(seconds: number): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => {
      woken.abort();
    };
    const listening = this.#budget.onEnd(this.#wake);
    await this.#clock.sleep(Math.ceil(Math.min(seconds, MAX_SLEEP_SECONDS) * 1000), woken.signal);
    listening.dispose();
  }
}
