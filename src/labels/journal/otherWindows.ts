import { signOfLife } from './fileName';
import type { JournalFiles } from './files';

/**
 * A pause is counted in steps this long, in milliseconds: a computer that sleeps stops them, and cuts short one at most. Any
 * clock would go on.
 */
const STEP_MS = 1_000;
/** From one look to the next. More than the ten seconds of a heartbeat: a window that slept as well has time for one. */
const STEPS = 15;
/** After so many looks without a new sign of life, one after the other, a window is gone. */
const SILENT_LOOKS = 2;

interface Seen {
  /** The highest number among the window's files so far. */
  number: number;
  silentLooks: number;
  /** Whether the pause that is on began after that number was seen. */
  isWaitedFor: boolean;
}

/**
 * Finds out which other windows are gone, by looking into the folder. Only what this window has seen itself counts, in the
 * time that it was awake: the clock of another window, and so the times of its files, may say anything.
 */
export class OtherWindows {
  readonly #files: Pick<JournalFiles, 'list'>;
  readonly #onGone: () => void;
  readonly #seen = new Map<string, Seen>();
  #watched: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPausing = false;
  #isDisposed = false;

  /** @param onGone told when it was found out that a window is gone that was watched. */
  constructor(files: Pick<JournalFiles, 'list'>, onGone: () => void) {
    this.#files = files;
    this.#onGone = onGone;
  }

  /** Whether it gave no sign of life for two looks. It is not gone any more when it gives another one. */
  isGone(window: string): boolean {
    return (this.#seen.get(window)?.silentLooks ?? 0) >= SILENT_LOOKS;
  }

  /** Takes in the signs of life among the names of files. */
  see(names: readonly string[]): void {
    for (const { window, number } of names.flatMap((name) => signOfLife(name) ?? [])) {
      if (number > (this.#seen.get(window)?.number ?? -1)) {
        this.#seen.set(window, { number, silentLooks: 0, isWaitedFor: false });
      }
    }
  }

  /** Looks until it is known of each of these windows that it is gone. Those of a call before are not watched any more. */
  watch(windows: ReadonlySet<string>): void {
    this.#watched = windows;
    for (const window of windows) {
      if (!this.#seen.has(window)) {
        this.#seen.set(window, { number: -1, silentLooks: 0, isWaitedFor: false });
      }
    }
    this.#pause();
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }

  #pause(): void {
    if (this.#isPausing || this.#isDisposed || [...this.#watched].every((window) => this.isGone(window))) {
      return;
    }
    this.#isPausing = true;
    for (const seen of this.#seen.values()) {
      seen.isWaitedFor = true;
    }
    this.#step(STEPS);
  }

  #step(left: number): void {
    this.#timer = setTimeout(() => {
      if (left > 1) {
        this.#step(left - 1);
      } else {
        void this.#look();
      }
    }, STEP_MS);
  }

  async #look(): Promise<void> {
    const names = await this.#files.list().catch(() => undefined);
    const goneBefore = this.#gone;
    if (names) {
      this.see(names);
      for (const seen of this.#seen.values()) {
        seen.silentLooks += seen.isWaitedFor ? 1 : 0;
      }
    }
    this.#isPausing = false;
    this.#pause();
    if (this.#gone > goneBefore && !this.#isDisposed) {
      this.#onGone();
    }
  }

  get #gone(): number {
    return [...this.#watched].filter((window) => this.isGone(window)).length;
  }
}
