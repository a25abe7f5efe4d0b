import { AsyncLocalStorage } from 'node:async_hooks';
import { vi } from 'vitest';

/** Rounds of the event loop in which nothing may happen before time moves on: in-memory bodies are read in a few. */
const QUIET_ROUNDS = 4;
const START = Date.parse('2026-01-05T02:00:00.000Z');

interface Timer {
  at: number;
  readonly run: () => void;
  readonly everyMs: number | undefined;
}

/** Time that only passes when a test lets it: it jumps from timer to timer. Everybody's timers and dates follow it. */
export class SimulatedTime {
  readonly #timers = new Map<number, Timer>();
  readonly #soon = setImmediate;
  #count = 0;

  install(): void {
    vi.useFakeTimers({ toFake: ['Date'], now: START });
    const set =
      (everyMs?: number) =>
      (run: (...values: unknown[]) => void, ms?: number, ...values: unknown[]) => {
        this.#count += 1;
        const at = Date.now() + Math.max(0, ms ?? 0);
        // A timer belongs to what set it, as a real one does.
        const call = AsyncLocalStorage.bind(() => {
          run(...values);
        });
        this.#timers.set(this.#count, { at, run: call, everyMs: everyMs === undefined ? undefined : (ms ?? 0) });
        return this.#count;
      };
    const clear = (timer: number) => this.#timers.delete(timer);
    vi.stubGlobal('setTimeout', set());
    vi.stubGlobal('setInterval', set(1));
    vi.stubGlobal('clearTimeout', clear);
    vi.stubGlobal('clearInterval', clear);
  }

  uninstall(): void {
    this.#timers.clear();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  }

  async pass(ms: number): Promise<void> {
    const end = Date.now() + ms;
    await this.#until(() => false, end);
    vi.setSystemTime(end);
  }

  /** As when the computer sleeps: time passes, and timers that were due run afterwards. */
  suspend(ms: number): void {
    vi.setSystemTime(Date.now() + ms);
  }

  /** @returns whether it was done in that time. */
  async until(isDone: () => boolean, atMostMs: number): Promise<boolean> {
    return this.#until(isDone, Date.now() + atMostMs);
  }

  async #until(isDone: () => boolean, end: number): Promise<boolean> {
    for (;;) {
      for (let round = 0; round < QUIET_ROUNDS; round += 1) {
        await new Promise((resolve) => this.#soon(resolve));
      }
      if (isDone()) {
        return true;
      }
      const [handle, next] = this.#next();
      if (handle === undefined || !next || next.at > end) {
        return false;
      }
      vi.setSystemTime(Math.max(Date.now(), next.at));
      if (next.everyMs === undefined) {
        this.#timers.delete(handle);
      } else {
        // What a sleep has left out is not made up for.
        next.at = Date.now() + Math.max(1, next.everyMs);
      }
      next.run();
    }
  }

  /** Of those that are due at the same moment, the one that was set first. */
  #next(): [number?, Timer?] {
    let found: [number?, Timer?] = [];
    for (const [handle, timer] of this.#timers) {
      if (timer.at < (found[1]?.at ?? Infinity)) {
        found = [handle, timer];
      }
    }
    return found;
  }
}
