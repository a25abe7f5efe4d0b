import type { Clock } from '../../common/clock';

/** An attempt whose answer has come, and what may have been counted before or after it. */
export interface Exchange {
  /** From sending to the answer. */
  readonly seconds: number;
  /** Other writes of ours that were on their way at some time of it. */
  readonly others: number;
  /** Its number among our writes. */
  readonly number: number;
  /** What there could be at most when it was sent; undefined where that was not known. */
  readonly most: number | undefined;
}

const NONE: Exchange = { seconds: 0, others: 0, number: 0, most: undefined };
/** How much of what comes back two clocks may count differently. */
const CLOCK_ERROR = 0.01;

/**
 * How full a token bucket is after everything that was sent, as far as can be told from outside: what is sent goes out
 * of it, time fills it, and an answer corrects that.
 */
export class TokenBucketEstimate {
  readonly #clock: Pick<Clock, 'now'>;
  #limit: number;
  #refillPerMinute: number;
  #level: number;
  #at: number;
  /** How many more there may be: what went out of this estimate, and perhaps not out of the bucket. */
  #uncounted: number;

  /**
   * @param limit tokens that the bucket holds, and that come back in a minute.
   * @param remaining what a header told after that exchange.
   */
  constructor(clock: Pick<Clock, 'now'>, limit: number, remaining = 0, exchange: Exchange = NONE) {
    this.#clock = clock;
    this.#limit = this.#refillPerMinute = limit;
    this.#at = clock.now();
    this.#level = remaining - exchange.others;
    this.#uncounted = this.#slackAfter(exchange);
  }

  get limit(): number {
    return this.#limit;
  }

  /** In tokens. Below zero while more was sent than the bucket had. */
  get level(): number {
    return Math.min(this.#limit, this.unlimitedLevel);
  }

  set level(tokens: number) {
    this.#uncounted += this.#minutes * this.#refillPerMinute * CLOCK_ERROR;
    this.#level = tokens;
    this.#at = this.#clock.now();
  }

  /** The same if it could hold any number: time goes on counting once it is full. */
  get unlimitedLevel(): number {
    return this.#level + this.#minutes * this.#refillPerMinute;
  }

  /** From now on it holds so much, and so much of what comes back is counted on. */
  goOn(limit: number, refillPerMinute: number): void {
    this.level = Math.min(this.level, limit);
    this.#limit = limit;
    this.#refillPerMinute = refillPerMinute;
  }

  /** A write of ours may not have been counted. */
  doubtOne(): void {
    this.#uncounted += 1;
  }

  /** What may remain at most after a write that is sent now, beside so many on their way. */
  mostAfterOneMore(inFlight: number): number {
    return this.level + this.#uncounted + inFlight;
  }

  /**
   * Whether so many may remain. More than was there cannot, unless some of what was sent was not counted. What was there is
   * by what was known when it was sent: answers overtake each other, and a later one may tell of what others have spent since.
   */
  allows(remaining: number, { seconds, most = Infinity }: Exchange): boolean {
    return remaining <= most + (seconds / 60) * this.#limit * (1 + CLOCK_ERROR);
  }

  /**
   * The answer does not tell when the server counted: a `remaining` is the floor of a level at some time of the exchange, and
   * of the other writes some were in it and some not. So an estimate that is possible stays, since it is finer than the header;
   * one that is not (another client spends, or a write was not counted) becomes the least that is.
   */
  correct(remaining: number, exchange: Exchange): void {
    const least = remaining - exchange.others;
    const most = least + this.#slackAfter(exchange);
    const { level } = this;
    if (level > most) {
      this.level = least;
      this.#uncounted = this.#slackAfter(exchange);
    } else if (level < least) {
      const rise = Math.min(least - level, this.#uncounted);
      this.level = level + rise;
      this.#uncounted -= rise;
    }
  }

  /** What a header cuts off, and what may have been counted before it was written, or have come back since. */
  #slackAfter({ seconds, others }: Exchange): number {
    return 1 + others + (seconds / 60) * this.#limit;
  }

  get #minutes(): number {
    return Math.max(0, this.#clock.now() - this.#at) / 60_000;
  }
}
