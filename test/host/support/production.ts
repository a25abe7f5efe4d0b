import type { Organization } from '../../kirim';

const [EVERY_MS, BURST_EVERY_MS, BURST] = [6_000, 45_000, 8];

/** The messages that an organization sends to its customers, from the same bucket as everything else that it writes. */
export class Production {
  /** Messages that could not be sent. */
  refused = 0;
  readonly #organization: Organization;
  readonly #sent: number[] = [];
  #nextAt = Date.now() + EVERY_MS;
  #nextBurstAt = Date.now() + BURST_EVERY_MS;

  constructor(organization: Organization) {
    this.#organization = organization;
  }

  /** Sends what was due since it was called last. */
  goOn(): void {
    const now = Date.now();
    for (; this.#nextAt <= now; this.#nextAt += EVERY_MS) {
      this.#send(1, now);
    }
    for (; this.#nextBurstAt <= now; this.#nextBurstAt += BURST_EVERY_MS) {
      this.#send(BURST, now);
    }
  }

  /** How many in the last so many milliseconds. */
  sentWithin(ms: number): number {
    return this.#sent.filter((at) => at > Date.now() - ms).length;
  }

  get total(): number {
    return this.#sent.length;
  }

  #send(count: number, at: number): void {
    this.refused += this.#organization.spendWrites(count);
    this.#sent.push(...Array.from({ length: count }, () => at));
  }
}
