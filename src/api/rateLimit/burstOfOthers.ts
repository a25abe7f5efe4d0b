import type { Clock } from '../../common/clock';

/** After this many seconds, what others spent at once counts half. */
export const MEMORY_SECONDS = 30;
/** More is not expected of others: a run would come to a standstill, waiting for the worst. */
const MAX_BURST = 8;

/** Tokens that others may spend before the next header tells of it: the most that they did lately. */
export class BurstOfOthers {
  readonly #clock: Pick<Clock, 'now'>;
  #most = 0;
  #at = 0;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** What is longer ago counts less. */
  get tokens(): number {
    return this.#most * 0.5 ** ((this.#clock.now() - this.#at) / 1000 / MEMORY_SECONDS);
  }

  record(tokens: number): void {
    const most = Math.min(Math.ceil(tokens), MAX_BURST);
    if (most > this.tokens) {
      this.#most = most;
      this.#at = this.#clock.now();
    }
  }
}
