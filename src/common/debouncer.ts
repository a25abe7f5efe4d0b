/** Turns a burst of calls into one run, a moment after the last of them: what comes back is newer than every call. */
export class Debouncer {
  readonly #run: () => Promise<void>;
  readonly #quietMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #end: (() => void) | undefined;
  #pending: Promise<void> | undefined;

  /** @param quietMs how long no further call may come, in milliseconds. */
  constructor(run: () => Promise<void>, quietMs: number) {
    this.#run = run;
    this.#quietMs = quietMs;
  }

  get isPending(): boolean {
    return this.#pending !== undefined;
  }

  /** Resolves when the run that this call is a part of is over, or when it was called off. */
  call(): Promise<void> {
    clearTimeout(this.#timer);
    this.#pending ??= new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#timer = setTimeout(() => {
      const end = this.#end;
      this.#pending = undefined;
      void this.#run().finally(end);
    }, this.#quietMs);
    return this.#pending;
  }

  /** Resolves when no run is pending; at once where none is. */
  async settled(): Promise<void> {
    await this.#pending;
  }

  /** Calls off what has not started. */
  dispose(): void {
    clearTimeout(this.#timer);
    this.#end?.();
    this.#pending = undefined;
  }
}
