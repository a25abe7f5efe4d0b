import type { Clock } from '../../common/clock';
import { MAX_WAIT_SECONDS, MIN_RATE_LIMIT_WAIT_SECONDS } from '../http/retry';
import { readRetryAfter } from '../http/retryAfter';

/** The break that a 429 asks for. */
export class RateLimitBreak {
  readonly #clock: Pick<Clock, 'now' | 'random'>;
  #lastWrite = 0;
  #until = -Infinity;

  constructor(clock: Pick<Clock, 'now' | 'random'>) {
    this.#clock = clock;
  }

  get secondsLeft(): number {
    return Math.max(0, this.#until - this.#clock.now()) / 1000;
  }

  /**
   * Who comes back when it is over should not all come at once. The bucket is full within a minute, so a break that is
   * much longer is not believed: then one write asks again, and a run that gets the same answer stops and says so.
   *
   * @param date what the clock of the computer says.
   * @param lastWrite the number of the last write that was sent.
   */
  begin(headers: Headers, date: number, lastWrite: number): void {
    const seconds = Math.min(readRetryAfter(headers, date) ?? MIN_RATE_LIMIT_WAIT_SECONDS, MAX_WAIT_SECONDS);
    this.#lastWrite = lastWrite;
    this.#until = Math.max(this.#until, this.#clock.now() + (seconds + this.#clock.random()) * 1000);
  }

  /** A write was accepted: if it was sent after the 429 had come, the break is over, whatever that said. */
  accept(write: number): void {
    if (write > this.#lastWrite) {
      this.#until = -Infinity;
    }
  }
}
