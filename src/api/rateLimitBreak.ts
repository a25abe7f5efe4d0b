import type { Clock } from './clock';
import { LONGEST_WAIT, SHORTEST_RATE_LIMIT_WAIT } from './retry';
import { readRetryAfter } from './retryAfter';

/** The break that a 429 asks for. */
export class RateLimitBreak {
  readonly #clock: Pick<Clock, 'now' | 'random'>;
  #beganAt = -Infinity;
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
   */
  begin(headers: Headers, date: number): void {
    const seconds = Math.min(readRetryAfter(headers, date) ?? SHORTEST_RATE_LIMIT_WAIT, LONGEST_WAIT);
    this.#beganAt = this.#clock.now();
    this.#until = Math.max(this.#until, this.#beganAt + (seconds + this.#clock.random()) * 1000);
  }

  /** A write was accepted: if it was sent after the 429 had come, the break is over, whatever that said. */
  accept(sentAt: number): void {
    if (sentAt > this.#beganAt) {
      this.#until = -Infinity;
    }
  }
}
