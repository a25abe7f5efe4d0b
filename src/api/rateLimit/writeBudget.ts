import { BelievedHeaders, type Headed } from './believedHeaders';
import { type Clock, monotonic } from '../../common/clock';
import type { ApiErrorDetails } from '../errors';
import { OtherClients } from './otherClients';
import { type Exchange, TokenBucketEstimate } from './tokenBucketEstimate';
import { RateLimitBreak } from './rateLimitBreak';

/** How an attempt ended: an answer of whatever status, or none. */
export type WriteEnd = Headed | Pick<ApiErrorDetails, 'mayHaveTakenEffect'>;

/** After this many seconds without a header, others may have spent any amount. */
const FRESH_SECONDS = 5;
/** After this many seconds without a header, the level is no more than a guess. */
const MEMORY_SECONDS = 30;
/** A run without headers is never silent for so long, in seconds: by a quarter, an empty bucket is full again earlier. */
const UNKNOWN_LIMIT_MEMORY_SECONDS = 300;
/**
 * Tokens that are left above the reserve: one for a write of another client that no header has told of yet, and one
 * for another window that sends at the same moment.
 */
const MARGIN = 2;
/** What a run leaves above that, about, where no other client writes. */
const USUAL_REST = 4;
/** How much of what comes back is ours while nothing tells what others spend. */
const UNKNOWN_LIMIT_SHARE = 1 / 4;

/**
 * The write bucket of the organization (API: Rate limits), as far as the answers to our own writes tell. Every write of
 * a client is counted here. Who shares the bucket (production, colleagues, other windows) shows in the headers alone.
 *
 * While they tell, the level is what they say. Where the last answer did not (its headers are missing, cannot be read, or
 * tell of more than there can be; or no answer came), the level is carried on: what is sent goes out of it, and of what
 * comes back only a quarter is ours. So the reserve stays beside production that spends up to three quarters of its
 * limit, with a second window up to a half, with a third up to a quarter. Where nothing was known before, production may
 * just have spent everything: such an answer tells at most that there was a token, so the bucket counts as empty.
 * Headers raise neither the level above what can have come back, nor the limit above what `GET /me` says.
 */
export class WriteBudget {
  /** What the clock of the computer says; only dates are compared with it. */
  readonly #date: () => number;
  readonly #clock: Pick<Clock, 'now' | 'random'>;
  readonly #listeners = new Set<() => void>();
  readonly #headers: BelievedHeaders;
  readonly #others: OtherClients;
  readonly #break: RateLimitBreak;
  #estimate: TokenBucketEstimate | undefined;
  #updatedAt = -Infinity;
  #endedAt = -Infinity;
  #sentAt = -Infinity;
  #isInDoubt = false;
  #started = 0;
  #inFlight = 0;

  constructor(clock: Pick<Clock, 'now' | 'random'>) {
    this.#date = () => clock.now();
    this.#clock = { now: monotonic(this.#date), random: () => clock.random() };
    this.#headers = new BelievedHeaders(this.#clock);
    this.#others = new OtherClients(this.#clock);
    this.#break = new RateLimitBreak(this.#clock);
  }

  /** The limit, what `GET /me` says of it, and whether headers come at all. */
  get headers(): BelievedHeaders {
    return this.#headers;
  }

  /** Writes a minute, which is also what a full bucket holds. */
  get limitPerMinute(): number {
    return this.#headers.limitPerMinute;
  }

  /** How many tokens a minute may be counted on. */
  get refillPerMinute(): number {
    return this.limitPerMinute * (this.#isInDoubt ? UNKNOWN_LIMIT_SHARE : 1);
  }

  /** Tokens in the bucket once all that was sent is counted; undefined until an answer told. */
  get level(): number | undefined {
    return this.#estimate?.level;
  }

  /** When a header told the level last, in milliseconds since 1970; undefined where none has, or it is too old to go by. */
  get toldAtMs(): number | undefined {
    return this.#updatedAt === -Infinity ? undefined : this.#updatedAt;
  }

  /** Tokens that others take for each of ours, as far as the headers tell. */
  get othersPerWrite(): number {
    return this.#others.perWrite;
  }

  /**
   * For how many seconds a run has to wait before it sends one more; 0 or less where it need not, undefined while no level is
   * known. A bucket that cannot hold so much has to be full; one that others have taken more than half of is not full soon,
   * and the time that passes counts in its place.
   */
  secondsToSend(reservePercent: number): number | undefined {
    if (!this.#estimate) {
      return undefined;
    }
    const floor = this.#floor(reservePercent);
    const needed = floor + this.#others.tokensToLeave(floor, this.#inFlight) + 1;
    const most = this.#others.haveHalf ? Infinity : this.limitPerMinute;
    return ((Math.min(needed, most) - this.#estimate.unlimitedLevel) / this.refillPerMinute) * 60;
  }

  /** Whether the level was heard of just now, by the last answer to a write. */
  get isFresh(): boolean {
    return !this.#isInDoubt && this.#secondsSince(this.#updatedAt) <= FRESH_SECONDS;
  }

  /** Whether the end of the last write told nothing of the bucket. */
  get isInDoubt(): boolean {
    return this.#isInDoubt;
  }

  /** Writes that were sent and not yet answered. */
  get inFlight(): number {
    return this.#inFlight;
  }

  get secondsSinceSent(): number {
    return this.#secondsSince(this.#sentAt);
  }

  /** For how many more seconds a 429 forbids this client to send; 0 where none does. */
  get closedForSeconds(): number {
    return this.#break.secondsLeft;
  }

  /** What `GET /me` says of the plan; another plan has another bucket. What is no limit is ignored. */
  suggestLimit(perMinute: number | undefined): void {
    this.#headers.suggestLimit(perMinute);
    if (this.#estimate?.limit !== this.limitPerMinute) {
      this.#estimate = undefined;
    }
  }

  /**
   * How long a run of so many writes takes, in seconds, if no other client writes. A bucket that is not known yet counts as
   * full, or as empty where no header will tell how full it is. Undefined while the limit is not known.
   *
   * @param reservePercent of the limit, which is to stay in the bucket.
   */
  secondsFor(count: number, reservePercent: number): number | undefined {
    const { areMissing, isLimitKnown, limitPerMinute: limit } = this.#headers;
    if (areMissing) {
      const missing = Math.max(0, Math.min(this.#floor(reservePercent), limit - 1) - (this.level ?? 0));
      return Math.max(this.closedForSeconds, ((count + missing) / (limit * UNKNOWN_LIMIT_SHARE)) * 60);
    }
    if (!isLimitKnown) {
      return undefined;
    }
    const kept = Math.min(this.#floor(reservePercent) + USUAL_REST, limit - 1);
    return Math.max(this.closedForSeconds, ((count + kept - (this.level ?? limit)) / limit) * 60, 0);
  }

  /** Calls the listener after each write has ended. */
  onEnd(listener: () => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** A write is being sent. The function that it returns is called once, with how that ended. */
  start(): (end: WriteEnd) => void {
    const at = this.#clock.now();
    this.#sentAt = at;
    const before = this.#inFlight;
    this.#inFlight += 1;
    const number = (this.#started += 1);
    this.#consume(1);
    const most = this.#estimate?.mostAfterOneMore(before);
    return (end) => {
      this.#inFlight -= 1;
      const others = before + this.#started - number;
      if ('mayHaveTakenEffect' in end) {
        this.#endWithoutAnswer(end.mayHaveTakenEffect);
      } else {
        this.#end(end, { seconds: this.#secondsSince(at), others, number, most });
      }
      if ('status' in end && end.status < 300) {
        this.#break.accept(number);
      }
      this.#endedAt = this.#clock.now();
      for (const listener of this.#listeners) {
        listener();
      }
    };
  }

  /** A write without an answer: the server may have counted it, unless it was never sent. */
  #endWithoutAnswer(mayHaveTakenEffect: boolean): void {
    if (mayHaveTakenEffect) {
      this.#estimate?.doubtOne();
      this.#setDoubt(true);
    } else {
      this.#consume(-1);
      this.#updatedAt = -Infinity;
    }
  }

  #end(end: Headed, exchange: Exchange): void {
    if (end.status >= 300) {
      this.#estimate?.doubtOne();
    }
    const remaining = this.#headers.remainingAfter(end);
    if (end.status === 429) {
      // The bucket is empty, whatever the headers say.
      this.#break.begin(end.headers, this.#date(), this.#started);
      this.#estimate = new TokenBucketEstimate(this.#clock, this.limitPerMinute);
      this.#updatedAt = -Infinity;
      this.#setDoubt(remaining === undefined);
    } else if (remaining === undefined || !this.#update(remaining, exchange)) {
      this.#carryOn(end);
    }
  }

  #consume(tokens: number): void {
    if (this.#estimate) {
      this.#estimate.level -= tokens;
    }
  }

  /** @returns whether so many can remain. */
  #update(remaining: number, exchange: Exchange): boolean {
    const known = this.#estimate?.limit === this.limitPerMinute ? this.#estimate : undefined;
    if (this.isFresh && known?.allows(remaining, exchange) === false) {
      this.#headers.distrust();
      return false;
    }
    this.#others.update(this.limitPerMinute, remaining, exchange.number, exchange.seconds);
    known?.correct(remaining, exchange);
    if (!known || !this.isFresh) {
      this.#estimate = new TokenBucketEstimate(this.#clock, this.limitPerMinute, remaining, exchange);
    }
    // What took longer than any answer does (the computer slept) is not new any more.
    this.#updatedAt = exchange.seconds > MEMORY_SECONDS ? -Infinity : this.#clock.now();
    this.#setDoubt(false);
    return true;
  }

  /** A 5xx tells nothing, not even that headers are missing: they are not documented there. */
  #carryOn({ status }: Headed): void {
    const memory = this.#isInDoubt ? UNKNOWN_LIMIT_MEMORY_SECONDS : MEMORY_SECONDS;
    if (status < 500 && (!this.#estimate || this.#secondsSince(this.#endedAt) > memory)) {
      this.#estimate = new TokenBucketEstimate(this.#clock, this.limitPerMinute);
    }
    this.#setDoubt(true);
  }

  #setDoubt(isInDoubt: boolean): void {
    this.#isInDoubt = isInDoubt;
    this.#estimate?.goOn(this.limitPerMinute, this.refillPerMinute);
  }

  /** Below it a run does not let the level fall. */
  #floor(reservePercent: number): number {
    return (this.limitPerMinute * reservePercent) / 100 + MARGIN;
  }

  #secondsSince(at: number): number {
    return (this.#clock.now() - at) / 1000;
  }
}
