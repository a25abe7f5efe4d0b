import type { Clock } from './clock';

/** One token is this many units: a millisecond then refills a whole number of them, and nothing is lost to rounding. */
const UNITS_PER_TOKEN = 60_000;

/** A token bucket that holds `limit` tokens and refills `limit` a minute. */
export class TokenBucket {
  readonly #clock: Clock;
  #limit: number;
  #units: number;
  #lowestUnits: number;
  #filledAt: number;

  constructor(clock: Clock, limit: number) {
    this.#clock = clock;
    this.#limit = limit;
    this.#units = this.#lowestUnits = limit * UNITS_PER_TOKEN;
    this.#filledAt = clock.now();
  }

  get limit(): number {
    return this.#limit;
  }

  /** The tokens in the bucket now, with their fraction. */
  level(): number {
    this.#refill();
    return this.#units / UNITS_PER_TOKEN;
  }

  /** The fewest tokens that were ever left after one was taken. */
  lowest(): number {
    return this.#lowestUnits / UNITS_PER_TOKEN;
  }

  /** Takes one token. False when less than one is left; then nothing is taken. */
  take(): boolean {
    this.#refill();
    if (this.#units < UNITS_PER_TOKEN) return false;
    this.#units -= UNITS_PER_TOKEN;
    this.#lowestUnits = Math.min(this.#lowestUnits, this.#units);
    return true;
  }

  /** A new plan: the bucket starts again, full. */
  setLimit(limit: number): void {
    if (!(limit > 0)) throw new RangeError('A bucket needs a limit above 0.');
    this.#limit = limit;
    this.setLevel(limit);
  }

  /** Puts the level where a test needs it and forgets the lowest level before. */
  setLevel(tokens: number): void {
    this.#refill();
    this.#units = this.#lowestUnits = Math.round(Math.min(tokens, this.#limit) * UNITS_PER_TOKEN);
  }

  /** When the bucket is full again, in milliseconds since 1970. */
  fullAt(): number {
    this.#refill();
    return this.#filledAt + (this.#limit * UNITS_PER_TOKEN - this.#units) / this.#limit;
  }

  /** How many milliseconds until a token can be taken. */
  nextTokenIn(): number {
    this.#refill();
    return Math.max(0, (UNITS_PER_TOKEN - this.#units) / this.#limit);
  }

  #refill(): void {
    const now = this.#clock.now();
    const passed = Math.max(0, now - this.#filledAt);
    this.#units = Math.min(this.#limit * UNITS_PER_TOKEN, this.#units + passed * this.#limit);
    this.#filledAt = now;
  }
}
