import type { Clock } from '../../common/clock';

/** What the header of an answer told, and of which of our writes. */
interface Told {
  /** What the bucket holds. */
  readonly limit: number;
  readonly remaining: number;
  /** Of the write, among ours. */
  readonly number: number;
  /** When the server counted it, about. */
  readonly atMs: number;
}

/** Writes after which what was learnt counts about a third. */
const MEMORY_WRITES = 5;
/** And as many times an answer takes, since where several are on their way none of them tells much. */
const MEMORY_ANSWERS = 4;
/** After this many seconds without a header, nothing is known any more. */
const FORGET_SECONDS = 600;
/** So many tokens others may take for one of ours, at least and at most, while it is unknown. */
const LEAST_UNKNOWN = 8;
const MOST_UNKNOWN = 40;
/** How hard a client pushes for a larger share. */
const PUSH = 3;
/** How much more than itself a missing token counts. */
const CAUTION = 2;

/**
 * What others (production, colleagues, other windows) take from the bucket between two writes of ours, and how much is left
 * to them for that: README.md has the rule.
 */
export class OtherClients {
  readonly #clock: Pick<Clock, 'now'>;
  #told: Told | undefined;
  #theirs = 0;
  #ours = 1;

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** Tokens they take for each of ours. */
  get perWrite(): number {
    return Math.max(0, this.#theirs / this.#ours);
  }

  /** Whether they had taken half of the bucket at the last answer: then it is not taken to get full meanwhile. */
  get haveHalf(): boolean {
    return this.#told !== undefined && isHalfTaken(this.#told);
  }

  /**
   * Tokens that have to be above the floor before one more may be sent.
   *
   * @param floor below which the level is not to fall, in tokens.
   * @param inFlight writes of ours on their way; others may have sent as many without a header that tells.
   */
  tokensToLeave(floor: number, inFlight: number): number {
    const { limit = 0, remaining = Infinity } = this.#told ?? {};
    const others = this.perWrite;
    // So that a share that is too large is felt: it is the same for all, as soon as there is anyone else.
    const room = (Math.min(1, 10 * others) * Math.sqrt(limit)) / 2;
    const missing = Math.min(Math.max(0, floor + room - remaining), Math.max(room, others));
    return room + Math.max(0, others - PUSH * Math.sqrt(others)) + CAUTION * (missing + others * inFlight);
  }

  /** @param seconds from sending to the answer that has just come. */
  update(limit: number, remaining: number, number: number, seconds: number): void {
    const last = this.#told;
    const told = { limit, remaining, number, atMs: this.#clock.now() - seconds * 500 };
    if (last?.limit !== limit || told.atMs - last.atMs > FORGET_SECONDS * 1000) {
      // What is missing in the bucket, others have taken.
      const missing = limit - 1 - remaining;
      this.#ours = MEMORY_WRITES;
      this.#theirs = MEMORY_WRITES * Math.min(MOST_UNKNOWN, Math.max(LEAST_UNKNOWN, missing));
      this.#told = told;
    } else if (number > last.number) {
      const ours = number - last.number;
      const passed = (told.atMs - last.atMs) / 1000;
      const most = last.remaining + (passed / 60) * limit;
      // What came back while it was full went to no one.
      const before = isHalfTaken(told) ? most : Math.min(limit, most);
      // A burst of production is no sign of more clients: at most twice as many are believed at once.
      const theirs = Math.min(before - ours - remaining, ours * (2 * this.perWrite + 4));
      const kept = Math.max(
        (1 - 1 / MEMORY_WRITES) ** ours,
        Math.exp(-passed / (MEMORY_ANSWERS * Math.max(seconds, 0.001))),
      );
      this.#theirs = this.#theirs * kept + theirs;
      this.#ours = this.#ours * kept + ours;
      this.#told = told;
    }
  }
}

/** A write of ours has taken one. */
function isHalfTaken({ limit, remaining }: Told): boolean {
  return remaining + 1 < limit / 2;
}
