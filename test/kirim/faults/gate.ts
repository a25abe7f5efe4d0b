/** Holds whoever enters until it is opened, and tells when somebody is waiting. */
export class Gate {
  readonly #opened: Promise<void>;
  #open: () => void = () => undefined;
  #arrived = 0;
  #watchers: { count: number; tell: () => void }[] = [];

  constructor() {
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  /** How many came in so far. */
  get arrived(): number {
    return this.#arrived;
  }

  /** Resolves once this many have come in. */
  reached(count = 1): Promise<void> {
    return new Promise((tell) => {
      this.#watchers.push({ count, tell });
      this.#tellWatchers();
    });
  }

  /** Lets everybody through, now and later. */
  open(): void {
    this.#open();
  }

  enter(): Promise<void> {
    this.#arrived++;
    this.#tellWatchers();
    return this.#opened;
  }

  #tellWatchers(): void {
    for (const { count, tell } of this.#watchers) if (this.#arrived >= count) tell();
    this.#watchers = this.#watchers.filter(({ count }) => this.#arrived < count);
  }
}
