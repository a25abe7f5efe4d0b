import type { RawAnswer } from '../http/answer';
import type { Clock } from '../../common/clock';
import { isPossibleLimit, type RateLimitHeaders, readRateLimit } from './rateLimitHeaders';

/** What the headers of an answer are read from. */
export type Headed = Pick<RawAnswer, 'status' | 'headers'>;

/** The lowest plan there is (API: Rate limits), in writes a minute. */
const LOWEST_PLAN = 60;
/** For how long headers that told of more than there can be are not believed. */
const DISTRUST_SECONDS = 300;

/**
 * What is believed of the headers, and how many writes a minute the organization has. `GET /me` and the headers say that
 * of the same plan, so where they differ one of them is old, or is not KirimChat's: the lower one counts. So a limit falls
 * as soon as either says so, and rises above what `GET /me` said only when that says so too.
 */
export class BelievedHeaders {
  readonly #clock: Pick<Clock, 'now'>;
  #suggested: number | undefined;
  #told: number | undefined;
  #disputed: number | undefined;
  #asked: number | undefined;
  #distrustedUntil = -Infinity;
  /** Whether the last reads and writes had the headers. */
  #reads: boolean | undefined;
  #writes: boolean | undefined;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** That of the lowest plan where nothing has told it. */
  get limitPerMinute(): number {
    return this.isLimitKnown ? Math.min(this.#suggested ?? Infinity, this.#told ?? Infinity) : LOWEST_PLAN;
  }

  get isLimitKnown(): boolean {
    return this.#suggested !== undefined || this.#told !== undefined;
  }

  /** Whether a header told more than `GET /me`, which then has to be asked again. */
  get isLimitDisputed(): boolean {
    return this.#disputed !== undefined;
  }

  /** Whether the answers have no headers that can be believed, as far as is known. */
  get areMissing(): boolean {
    return !(this.#writes ?? this.#reads ?? true);
  }

  /** The same as isLimitDisputed, once for each limit that a header told. */
  consumeDispute(): boolean {
    const isNew = this.#disputed !== this.#asked;
    this.#asked = this.#disputed;
    return isNew && this.isLimitDisputed;
  }

  /** By `GET /me`. What is no limit is ignored. */
  suggestLimit(perMinute: number | undefined): void {
    if (isPossibleLimit(perMinute)) {
      this.#suggested = perMinute;
      this.#disputed = undefined;
    }
  }

  /** Reads have another bucket, but what their headers look like is how those of writes will. */
  updateFromRead({ status, headers }: Headed): void {
    if (status < 300) {
      this.#reads = readRateLimit(headers).remaining !== undefined;
    }
  }

  /** How many whole tokens remain after a write, where its answer tells that and can be believed. */
  remainingAfter({ status, headers }: Headed): number | undefined {
    // Those of a 401 are of no organization’s bucket, and its lack of them says nothing of the next answer.
    if (status === 401) {
      return undefined;
    }
    const remaining = this.#clock.now() < this.#distrustedUntil ? undefined : this.#believe(readRateLimit(headers));
    // Headers on a 5xx are not documented: the next answer may have them.
    if (remaining !== undefined || status < 500) {
      this.#writes = remaining !== undefined;
    }
    return remaining;
  }

  /** They told of more than there can be. */
  distrust(): void {
    this.#distrustedUntil = this.#clock.now() + DISTRUST_SECONDS * 1000;
    this.#told = undefined;
    this.#writes = false;
  }

  #believe({ limit, remaining = Infinity }: RateLimitHeaders): number | undefined {
    if (limit !== undefined) {
      const isTooHigh = limit > (this.#suggested ?? Infinity);
      this.#disputed = isTooHigh ? limit : undefined;
      if (isTooHigh) {
        return undefined;
      }
      this.#told = limit;
    }
    return this.isLimitKnown && remaining <= this.limitPerMinute ? remaining : undefined;
  }
}
