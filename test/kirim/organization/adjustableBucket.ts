import { TokenBucket, UNITS_PER_TOKEN } from '../../../src/sample/server/tokenBucket';

/** A token bucket that a test reads and sets. */
export class AdjustableBucket extends TokenBucket {
  #lowestUnits = this.units;

  /** The fewest tokens that were ever left after one was taken. */
  lowest(): number {
    return this.#lowestUnits / UNITS_PER_TOKEN;
  }

  override take(): boolean {
    const isTaken = super.take();
    if (isTaken) this.#lowestUnits = Math.min(this.#lowestUnits, this.units);
    return isTaken;
  }

  /** A new plan: the bucket starts again, full. */
  setLimit(limit: number): void {
    if (!(limit > 0)) throw new RangeError('A bucket needs a limit above 0.');
    this.limit = limit;
    this.setLevel(limit);
  }

  /** Puts the level where a test needs it and forgets the lowest level before. */
  setLevel(tokens: number): void {
    this.refill();
    this.units = this.#lowestUnits = Math.round(Math.min(tokens, this.limit) * UNITS_PER_TOKEN);
  }
}
