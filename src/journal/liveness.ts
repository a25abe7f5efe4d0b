/** Time is counted in steps this long, in milliseconds: a computer that sleeps stops them, and cuts short one at most. */
const STEP_MS = 1_000;
/** From one look into the folder to the next, in steps. */
const LOOK_STEPS = 15;
/** After so many steps without a new file a writer is gone: some more than from one outcomes file to the next. */
const SILENT_STEPS = 30;

/**
 * Finds out which writers of other windows are gone. Only the files that this window has seen count, and the time that it was
 * awake: clocks may be set, and computers sleep.
 */
export class Liveness {
  readonly #onLook: () => void;
  /** By writer: the highest number of its files, and at which step it was seen first. */
  readonly #seen = new Map<string, { readonly number: number; readonly since: number }>();
  #step = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isDisposed = false;

  /** @param onLook called when it is time to read the folder again. */
  constructor(onLook: () => void) {
    this.#onLook = onLook;
  }

  /** Whether it wrote no file for half a minute. It is not gone any more when it writes another one. */
  isGone(writer: string): boolean {
    return this.#step - (this.#seen.get(writer)?.since ?? this.#step) >= SILENT_STEPS;
  }

  /** Takes in the files that were just seen in the folder. */
  see(files: Iterable<{ readonly writer: string; readonly number: number }>): void {
    for (const { writer, number } of files) {
      if (number > (this.#seen.get(writer)?.number ?? -1)) {
        this.#seen.set(writer, { number, since: this.#step });
      }
    }
  }

  /** To be called when the folder could not be read: perhaps it could not be written to either. */
  reset(): void {
    for (const [writer, { number }] of this.#seen) {
      this.#seen.set(writer, { number, since: this.#step });
    }
  }

  /** @param isNeeded whether to go on looking. */
  watch(isNeeded: boolean): void {
    if (!isNeeded || this.#isDisposed) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else {
      this.#timer ??= setInterval(() => {
        this.#step += 1;
        if (this.#step % LOOK_STEPS === 0) {
          this.#onLook();
        }
      }, STEP_MS);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.watch(false);
  }
}
