import type { Clock } from '../common/clock';
import type { RowClaim } from '../labels/rowActivities';

/** The time in which labels can still be taken out of a deletion. Nothing is written or sent before it is over. */
export class Countdown {
  readonly #claim: RowClaim;
  readonly #clock: Pick<Clock, 'sleep'>;
  readonly #over = new AbortController();
  #ids: ReadonlySet<string>;

  constructor(claim: RowClaim, clock: Pick<Clock, 'sleep'>) {
    this.#ids = new Set(claim.ids);
    this.#claim = claim;
    this.#clock = clock;
  }

  get ids(): readonly string[] {
    return [...this.#ids];
  }

  /**
   * Counts down on the rows, second by second: the time of day may be set meanwhile, and does not count.
   *
   * @returns the ids that were not taken out.
   */
  async run(seconds: number): Promise<readonly string[]> {
    for (let left = seconds; left > 0 && !this.#over.signal.aborted; left -= 1) {
      this.#claim.show(this.ids, { kind: 'countdown', seconds: left });
      await this.#clock.sleep(1000, this.#over.signal);
    }
    const rest = this.ids;
    this.#ids = new Set();
    return rest;
  }

  /** Takes labels out: their rows are ordinary ones again. */
  undo(ids: readonly string[]): void {
    const out = new Set(ids.filter((id) => this.#ids.has(id)));
    this.#ids = new Set(this.ids.filter((id) => !out.has(id)));
    this.#claim.release([...out]);
    if (this.#ids.size === 0) {
      this.#over.abort();
    }
  }
}
