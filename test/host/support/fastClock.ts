import { callerIn } from './caller';
import { Stubs } from './stubs';

/** How much faster the extension's own waits pass here, and how long they take at most, in milliseconds. */
const SPEED = 100;
const LONGEST_MS = 50;
/** What the setting says in this suite: nothing else of the extension's waits exactly so long. */
export const REQUEST_TIMEOUT_SECONDS = 31;
const DEADLINE_MS = REQUEST_TIMEOUT_SECONDS * 1000;
/** A wait as long as the breaks that the faults ask for; nothing else here waits so long. */
const BREAK_MS = 60_000;
/** The most that a timer can wait. */
const FOREVER_MS = 2 ** 31 - 1;

interface FastClockOptions {
  /** While something goes on, no wait ends: what others do takes no longer by this clock than it does. */
  readonly isBusy?: () => boolean;
  /**
   * No wait ends within so many milliseconds after the extension has begun or ended another one: what it does in between
   * takes no longer by this clock than it does.
   */
  readonly quietMs?: number;
}

type Timer = ReturnType<typeof setTimeout>;

/**
 * Lets the waits of the extension pass quickly, and its clock with them: backoffs, breaks that the server asked for, quiet
 * times. Waits end in the order in which they are due. Whoever else waits in this process waits as long as ever.
 *
 * The deadline of a request passes only when a fault says that nothing more will come. So a slow machine makes no request
 * late, and a request that nothing ends is found.
 */
export class FastClock {
  readonly #stubs = new Stubs();
  readonly #deadlines = new Map<Timer, () => void>();
  /** The other waits of the extension, and when they are due by this clock. */
  readonly #due = new Map<Timer, number>();
  readonly #now = performance.now.bind(performance);
  readonly #start = Date.now() - this.#now();
  readonly #onBreak: (() => void)[] = [];
  /** When the extension has begun or ended a wait, in real time. */
  #activeAt = -Infinity;
  #skippedMs = 0;
  #shiftMs = 0;

  /** @param folder where the extension's code is. */
  constructor(folder: string, { isBusy = () => false, quietMs = 0 }: FastClockOptions = {}) {
    const { setTimeout: wait, clearTimeout: stop } = globalThis;
    const waitLess = (act: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): Timer => {
      if (callerIn(folder, waitLess) === undefined) {
        return wait(act, ms, ...args);
      }
      this.#activeAt = this.#now();
      if (ms === DEADLINE_MS) {
        const timer = wait(() => undefined, FOREVER_MS);
        this.#deadlines.set(timer, () => {
          stop(timer);
          act(...args);
        });
        return timer;
      }
      if (ms >= BREAK_MS) {
        for (const tell of this.#onBreak.splice(0)) {
          tell();
        }
      }
      const due = this.#passed() + ms;
      const timer = wait(
        () => {
          const isFirst = [...this.#due.values()].every((other) => due <= other);
          const leftMs = Math.max(0, due - this.#passed());
          const isQuiet = leftMs === 0 || this.#now() - this.#activeAt >= quietMs;
          if (isBusy() || !isFirst || !isQuiet) {
            timer.refresh();
            return;
          }
          this.#due.delete(timer);
          this.#activeAt = this.#now();
          this.#skippedMs += leftMs;
          act(...args);
        },
        ms === 0 ? 0 : Math.max(Math.min(ms / SPEED, LONGEST_MS), quietMs + 1),
      );
      this.#due.set(timer, due);
      return timer;
    };
    const forget = (timer: Timer | undefined) => {
      if (timer && (this.#deadlines.delete(timer) || this.#due.delete(timer))) {
        this.#activeAt = this.#now();
      }
      stop(timer);
    };
    this.#stubs.replace(globalThis, 'setTimeout', Object.assign(waitLess, wait));
    this.#stubs.replace(globalThis, 'clearTimeout', forget);
    // Others measure how long they really wait.
    const now = () => (callerIn(folder, now) === undefined ? this.#now() : this.#passed());
    this.#stubs.replace(performance, 'now', now);
    this.#stubs.replace(Date, 'now', () => Math.floor(this.#start + this.#passed() + this.#shiftMs));
  }

  /** The requests that are on their way have waited long enough. */
  expireDeadlines(): void {
    for (const [timer, expire] of [...this.#deadlines]) {
      this.#deadlines.delete(timer);
      expire();
    }
  }

  /** Resolves when the extension begins a wait of a minute or more. */
  nextBreak(): Promise<void> {
    return new Promise((resolve) => {
      this.#onBreak.push(resolve);
    });
  }

  /** So much time passes, in which nothing happens. */
  pass(ms: number): void {
    this.#skippedMs += ms;
  }

  /** Somebody sets the clock of the computer, or it sleeps: then its timers stand still meanwhile. */
  shift(ms: number): void {
    this.#shiftMs += ms;
  }

  /** Sets it right again. */
  setRight(): void {
    this.#shiftMs = 0;
  }

  restore(): void {
    this.#stubs.restore();
    this.#due.clear();
    const [now, skippedMs] = [this.#now, this.#skippedMs];
    // The clock that never goes back must not do so now: the extension knows by it when it last told VS Code of rows.
    performance.now = () => now() + skippedMs;
  }

  #passed(): number {
    return this.#now() + this.#skippedMs;
  }
}
