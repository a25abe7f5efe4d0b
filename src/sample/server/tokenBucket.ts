import type { Clock } from '../../common/clock';

/** One token is this many units: a millisecond then refills a whole number of them, and nothing is lost to rounding. */
export const UNITS_PER_TOKEN = 60_000;

/** A token bucket that holds `limit` tokens and refills `limit` a minute. It starts full. */
export class TokenBucket {
  limit: number;
  protected units: number;
  readonly #clock: Pick<Clock, 'now'>;
  #filledAt: number;

  constructor(clock: Pick<Clock, 'now'>, limit: number) {
    this.#clock = clock;
    this.limit = limit;
    this.units = limit * UNITS_PER_TOKEN;
    this.#filledAt = clock.now();
  }

  /** The tokens in the bucket now, with their fraction. */
  level(): number {
    this.refill();
    return this.units / UNITS_PER_TOKEN;
  }

  /** Takes one token. False when less than one is left; then nothing is taken. */
  take(): boolean {
    this.refill();
    if (this.units < UNITS_PER_TOKEN) return false;
    this.units -= UNITS_PER_TOKEN;
    return true;
  }

  /** When the bucket is full again, in milliseconds since 1970. */
  fullAt(): number {
    this.refill();
    return this.#filledAt + (this.limit * UNITS_PER_TOKEN - this.units) / this.limit;
  }

  /** How many milliseconds until a token can be taken. */
  nextTokenIn(): number {
    this.refill();
    return Math.max(0, (UNITS_PER_TOKEN - this.units) / this.limit);
  }

  protected refill(): void {
    const now = this.#clock.now();
    const passed = Math.max(0, now - this.#filledAt);
    this.units = Math.min(this.limit * UNITS_PER_TOKEN, this.units + passed * this.limit);
    this.#filledAt = now;
  }
}
