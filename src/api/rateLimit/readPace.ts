import type { Clock } from '../../common/clock';
import type { Headed } from './believedHeaders';
import { readRateLimit } from './rateLimitHeaders';

/** This part of the read limit is left to others: production reads as well. */
const KEPT_SHARE = 1 / 2;

/** How fast the pages of a list may follow each other, by the read bucket as the last answer told it (API: Rate limits). */
export class ReadPace {
  readonly #clock: Pick<Clock, 'now'>;
  #told: { readonly limit: number; readonly remaining: number; readonly atMs: number } | undefined;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** Takes in the answer to a read. */
  update({ status, headers }: Headed): void {
    const { limit, remaining } = readRateLimit(headers);
    if (status < 300 && limit !== undefined && remaining !== undefined) {
      this.#told = { limit, remaining, atMs: this.#clock.now() };
    }
  }

  /** Milliseconds until a page leaves as much as is kept; 0 where no answer has told. */
  get waitMs(): number {
    if (!this.#told) {
      return 0;
    }
    const { limit, remaining, atMs } = this.#told;
    const perMs = limit / 60_000;
    const level = Math.min(limit, remaining + Math.max(0, this.#clock.now() - atMs) * perMs);
    return Math.max(0, (limit * KEPT_SHARE + 1 - level) / perMs);
  }
}
