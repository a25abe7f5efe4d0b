import type { RawAnswer } from './answer';
import { type Clock, steady } from './clock';
import type { ApiErrorDetails } from './errors';
import { type Flight, LevelEstimate } from './levelEstimate';
import { type RateLimit, readRateLimit } from './rateLimitHeaders';
import { SHORTEST_RATE_LIMIT_WAIT } from './retry';
import { readRetryAfter } from './retryAfter';

/** How an attempt ended: an answer of whatever status, or none. */
export type WriteEnd = Pick<RawAnswer, 'status' | 'headers'> | Pick<ApiErrorDetails, 'mayHaveTakenEffect'>;

/** After this many seconds without a header, others may have spent any amount. */
const FRESH_SECONDS = 5;
/** After this many seconds, what others spent at once counts half; without a header, it is unknown again. */
const MEMORY_SECONDS = 30;
/** What they are taken to spend at once while it is unknown. */
const UNKNOWN_BURST = 4;
/** More is not expected of others: a run would come to a standstill, waiting for the worst. */
const LARGEST_BURST = 8;

/**
 * The write bucket of the organization (API: Rate limits), as far as the answers to our own writes tell. Every write of
 * a client is counted here. Who shares the bucket (production, colleagues, other windows) shows in the headers alone.
 */
export class WriteBudget {
  /** What the clock of the computer says; only dates are compared with it. */
  readonly #date: () => number;
  readonly #clock: Pick<Clock, 'now' | 'random'>;
  readonly #listeners = new Set<() => void>();
  #suggestedLimit: number | undefined;
  #estimate: LevelEstimate | undefined;
  #burst = { tokens: 0, at: 0 };
  #heardAt = -Infinity;
  #isInDoubt = false;
  #closedUntil = -Infinity;
  #started = 0;
  #inFlight = 0;

  constructor(clock: Pick<Clock, 'now' | 'random'>) {
    this.#date = () => clock.now();
    this.#clock = { now: steady(this.#date), random: () => clock.random() };
  }

  /** Writes a minute, which is also what a full bucket holds; undefined while nobody has said it. */
  get limitPerMinute(): number | undefined {
    return this.#estimate?.limit ?? this.#suggestedLimit;
  }

  /** Tokens in the bucket once all that was sent is counted; undefined until a header told. */
  get level(): number | undefined {
    return this.#estimate?.level;
  }

  /**
   * Tokens that others may spend before the next header tells of it: the most that they did lately. What is longer ago
   * counts less.
   */
  get burstOfOthers(): number {
    const { tokens, at } = this.#burst;
    const seconds = Math.max(0, this.#clock.now() - at) / 1000;
    return tokens * 0.5 ** (seconds / MEMORY_SECONDS);
  }

  /** Whether the level was heard of just now, by the last answer to a write. */
  get isFresh(): boolean {
    return !this.#isInDoubt && this.#clock.now() - this.#heardAt <= FRESH_SECONDS * 1000;
  }

  /** Writes that were sent and not yet answered. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** For how long, in seconds, a 429 keeps everybody from sending; 0 when none does. */
  get closedForSeconds(): number {
    return Math.max(0, this.#closedUntil - this.#clock.now()) / 1000;
  }

  /** What `GET /me` says of the plan: for estimates, until a header says it. What is no limit is ignored. */
  suggestLimit(perMinute: number | undefined): void {
    if (perMinute !== undefined && perMinute >= 1 && perMinute <= Number.MAX_SAFE_INTEGER) {
      this.#suggestedLimit = perMinute;
    }
  }

  /**
   * How long so many writes take at least, in seconds, if nobody else writes. A bucket that is not known yet counts as
   * full. Undefined while the limit is not known.
   *
   * @param reservePercent of the limit, which is to stay in the bucket.
   */
  secondsFor(count: number, reservePercent: number): number | undefined {
    const limit = this.limitPerMinute;
    if (limit === undefined) {
      return undefined;
    }
    const spendable = (this.level ?? limit) - (limit * reservePercent) / 100;
    return Math.max(this.closedForSeconds, ((count - spendable) / limit) * 60, 0);
  }

  /** Calls the listener after each write has ended. */
  onEnd(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** A write is being sent. The function that it returns is called once, with how that ended. */
  start(): (end: WriteEnd) => void {
    const at = this.#clock.now();
    const before = this.#inFlight;
    this.#inFlight += 1;
    const number = (this.#started += 1);
    this.#take(1);
    return (end) => {
      this.#inFlight -= 1;
      const others = before + this.#started - number;
      this.#end(end, { seconds: Math.max(0, this.#clock.now() - at) / 1000, others });
      for (const listener of this.#listeners) {
        listener();
      }
    };
  }

  #end(end: WriteEnd, flight: Flight): void {
    if ('mayHaveTakenEffect' in end) {
      // Whether it was counted nobody knows, unless it never left. The next header puts right what is wrong here.
      this.#isInDoubt = true;
      this.#take(end.mayHaveTakenEffect ? 0 : -1);
      return;
    }
    // With a key that is not valid, nobody's bucket is told of.
    const rateLimit = end.status === 401 ? undefined : readRateLimit(end.headers);
    if (end.status === 429) {
      this.#close(end.headers, rateLimit?.limit);
    } else if (rateLimit) {
      this.#hear(rateLimit, flight);
    } else {
      this.#isInDoubt = true;
    }
  }

  #take(tokens: number): void {
    if (this.#estimate) {
      this.#estimate.level -= tokens;
    }
  }

  #hear(rateLimit: RateLimit, flight: Flight): void {
    const { limit, remaining } = rateLimit;
    const now = this.#clock.now();
    if (now - this.#heardAt > MEMORY_SECONDS * 1000) {
      this.#expect(UNKNOWN_BURST);
    }
    if (this.#estimate?.limit === limit) {
      this.#expect(Math.min(Math.ceil(this.#estimate.correct(rateLimit, flight)), LARGEST_BURST));
    }
    if (this.#estimate?.limit !== limit || !this.isFresh) {
      this.#estimate = new LevelEstimate(this.#clock, limit, remaining - flight.others);
    }
    this.#heardAt = now;
    this.#isInDoubt = false;
  }

  #expect(tokens: number): void {
    if (tokens > this.burstOfOthers) {
      this.#burst = { tokens, at: this.#clock.now() };
    }
  }

  /** The bucket is empty, whatever the headers say, and who comes back when it opens should not all come at once. */
  #close(headers: Headers, limit = this.#estimate?.limit): void {
    const now = this.#clock.now();
    const seconds = readRetryAfter(headers, this.#date()) ?? SHORTEST_RATE_LIMIT_WAIT;
    this.#closedUntil = Math.max(this.#closedUntil, now + (seconds + this.#clock.random()) * 1000);
    this.#isInDoubt = true;
    if (limit !== undefined) {
      this.#estimate = new LevelEstimate(this.#clock, limit, 0);
    }
  }
}
