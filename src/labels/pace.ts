import type { Clock } from '../api/clock';
import type { WriteBudget } from '../api/writeBudget';

/** `budget`: until the bucket has a token above the reserve. `retryAfter`: a 429 said so. */
export type WaitReason = 'budget' | 'retryAfter';

/** Told before a wait of a second or more; again when it turns out to be another one. */
export type OnTurnWait = (seconds: number, why: WaitReason) => void;

/** Writes on their way at the same time. */
export const MAX_PARALLEL = 8;

/**
 * Tokens that are left above that of a single write, for each write on its way from here: another window may have sent as many without
 * knowing of these, and what it has sent before may be missing in the headers so far.
 */
const OTHERS_PER_FLIGHT = 2;
/** In seconds. */
const SHORTEST_WAIT_TOLD = 1;
/** In seconds. Nothing but an answer ends some waits; the reserve is a setting and may change meanwhile. */
const LONGEST_NAP = 60;

interface Waiter {
  readonly go: () => void;
  readonly onWait: OnTurnWait | undefined;
}

/**
 * Says when a run may send its next write, so that the reserve of the organization's bucket stays for its production
 * traffic. One for all runs on a client. First come, first served.
 */
export class Pace {
  readonly #budget: WriteBudget;
  readonly #clock: Clock;
  readonly #reservePercent: () => number;
  readonly #queue = new Set<Waiter>();
  #isServing = false;
  #wake: () => void = () => undefined;

  /** @param reservePercent of the limit that runs leave untouched; asked for each turn. */
  constructor(budget: WriteBudget, clock: Clock, reservePercent: () => number) {
    this.#budget = budget;
    this.#clock = clock;
    this.#reservePercent = reservePercent;
  }

  /** Ends when it is time to send, which is to be done at once, or as soon as the signal is aborted. */
  async turn(signal?: AbortSignal, onWait?: OnTurnWait): Promise<void> {
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
      const { seconds, why } = this.#nextTurn();
      if (seconds > 0) {
        if (seconds >= SHORTEST_WAIT_TOLD && seconds < Infinity) {
          first.onWait?.(seconds, why);
        }
        await this.#pause(seconds);
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
  #nextTurn(): { readonly seconds: number; readonly why: WaitReason } {
    const { closedForSeconds, inFlight, isFresh, isInDoubt, level, refillPerMinute, secondsSinceSent } = this.#budget;
    if (closedForSeconds > 0) {
      return { seconds: closedForSeconds, why: 'retryAfter' };
    }
    // What is known may be wrong: one goes ahead, and its answer tells.
    const parallel = isFresh ? MAX_PARALLEL : 1;
    if (inFlight >= parallel) {
      return { seconds: Infinity, why: 'budget' };
    }
    // Another window may know of the same level: while nothing tells what it sends, each takes no more than its share.
    const apart = isInDoubt ? 60 / refillPerMinute - secondsSinceSent : 0;
    if (level === undefined) {
      return { seconds: Math.max(0, apart), why: 'budget' };
    }
    const needed = this.#budget.levelToSend(this.#reservePercent()) + OTHERS_PER_FLIGHT * inFlight;
    return { seconds: Math.max(0, apart, ((needed - level) / refillPerMinute) * 60), why: 'budget' };
  }

  async #pause(seconds: number): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => {
      woken.abort();
    };
    const listening = this.#budget.onEnd(this.#wake);
    await this.#clock.sleep(Math.ceil(Math.min(seconds, LONGEST_NAP) * 1000), woken.signal);
    listening.dispose();
  }
}
