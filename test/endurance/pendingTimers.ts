import { callerIn } from '../host/support/caller';
import { Stubs } from '../host/support/stubs';

type Timer = ReturnType<typeof setTimeout>;
type Act = (...args: unknown[]) => void;

/** The timers that the extension has set and that have neither fired for good nor been cleared. */
export class PendingTimers {
  readonly #stubs = new Stubs();
  readonly #pending = new Map<Timer, string>();

  /**
   * To be made before a fast clock, which sets its timers through this.
   *
   * @param folder where the extension's code is.
   */
  constructor(folder: string) {
    const { setTimeout: wait, clearTimeout: stop, setInterval: repeat, clearInterval: end } = globalThis;
    const once = (act: Act, ms?: number, ...args: unknown[]): Timer => {
      const caller = callerIn(folder, once, __filename);
      if (caller === undefined) {
        return wait(act, ms, ...args);
      }
      const timer = wait(() => {
        this.#pending.delete(timer);
        act(...args);
      }, ms);
      this.#pending.set(timer, caller);
      return timer;
    };
    const again = (act: Act, ms?: number, ...args: unknown[]): Timer => {
      const timer = repeat(act, ms, ...args);
      const caller = callerIn(folder, again, __filename);
      if (caller !== undefined) {
        this.#pending.set(timer, caller);
      }
      return timer;
    };
    const forgetting = (clear: typeof clearTimeout) => (timer: Timer | undefined) => {
      if (timer) {
        this.#pending.delete(timer);
      }
      clear(timer);
    };
    this.#stubs.replace(globalThis, 'setTimeout', Object.assign(once, wait));
    this.#stubs.replace(globalThis, 'setInterval', Object.assign(again, repeat));
    this.#stubs.replace(globalThis, 'clearTimeout', forgetting(stop));
    this.#stubs.replace(globalThis, 'clearInterval', forgetting(end));
  }

  /** Where in the extension each of them was set. */
  get all(): readonly string[] {
    return [...this.#pending.values()].sort();
  }

  restore(): void {
    this.#stubs.restore();
  }
}
