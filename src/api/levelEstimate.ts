import type { Clock } from './clock';
import type { RateLimit } from './rateLimitHeaders';

/** An attempt whose answer has come, and what may have been counted before or after it. */
export interface Flight {
  /** From sending to the answer. */
  readonly seconds: number;
  /** Other writes of ours that were on their way at some time of it. */
  readonly others: number;
}

/**
 * How full a token bucket is after everything that was sent, as far as can be told from outside: what is sent goes out
 * of it, time fills it, and an answer corrects that.
 */
export class LevelEstimate {
  /** Tokens that it holds, and that come back in a minute. */
  readonly limit: number;
  readonly #clock: Pick<Clock, 'now'>;
  #level: number;
  #at: number;

  /** @param level in tokens. */
  constructor(clock: Pick<Clock, 'now'>, limit: number, level: number) {
    this.#clock = clock;
    this.limit = limit;
    this.#level = level;
    this.#at = clock.now();
  }

  /** In tokens. Below zero while more was sent than the bucket had. */
  get level(): number {
    const minutes = Math.max(0, this.#clock.now() - this.#at) / 60_000;
    return Math.min(this.limit, this.#level + minutes * this.limit);
  }

  set level(tokens: number) {
    this.#level = tokens;
    this.#at = this.#clock.now();
  }

  /**
   * Nobody knows when the server counted: a `remaining` is the floor of a level at some time of the flight, and of the
   * other writes some were in it and some not. So an estimate that is possible stays, since it is finer than the header;
   * one that is not (somebody else spends, or a write was not counted) becomes the least that is.
   *
   * @returns how many tokens others have certainly spent since the correction before.
   */
  correct({ remaining }: RateLimit, { seconds, others }: Flight): number {
    const least = remaining - others;
    const most = remaining + 1 + (seconds / 60) * this.limit;
    const { level } = this;
    if (level < least || level > most) {
      this.level = least;
    }
    return Math.max(0, level - most);
  }
}
