import type { Clock } from '../../../../src/common/clock';
import { createRandom } from '../../../../src/sample/server/random';

/** Rounds of the event loop in which nothing may happen before time moves on: in-memory bodies are read in a few. */
const QUIET_ROUNDS = 4;

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A clock for many who sleep at the same time: when all do, it jumps to the moment when the next one wakes up. */
export class SimulatedClock implements Clock {
  readonly random: () => number;
  #now: number;
  #sleepers: Sleeper[] = [];

  constructor(
    seed = 1,
    start = Date.parse('2026-01-05T02:00:00.000Z'),
    private readonly quietRounds = QUIET_ROUNDS,
  ) {
    this.random = createRandom(seed);
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** How many sleep at this moment. */
  get sleeping(): number {
    return this.#sleepers.length;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) {
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const wake = (): void => {
        signal?.removeEventListener('abort', wake);
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        resolve();
      };
      const sleeper: Sleeper = { at: this.#now + Math.max(0, ms), wake };
      signal?.addEventListener('abort', wake);
      this.#sleepers.push(sleeper);
    });
  }

  /** As when the computer sleeps: time passes, and what should have happened meanwhile happens afterwards. */
  suspend(ms: number): void {
    this.#now += ms;
  }

  /** Lets time pass until the promise is settled. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let isSettled = false as boolean;
    const settle = (): void => {
      isSettled = true;
    };
    promise.then(settle, settle);
    for (;;) {
      for (let round = 0; round < this.quietRounds; round++) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (isSettled) {
        return promise;
      }
      this.#jump();
    }
  }

  /** Of those who wake up at the same moment, the one that fell asleep first is first. */
  #jump(): void {
    const [first, ...others] = this.#sleepers;
    if (!first) {
      throw new Error('Everybody waits, and nobody sleeps: time stands still');
    }
    const next = others.reduce((earliest, sleeper) => (sleeper.at < earliest.at ? sleeper : earliest), first);
    this.#now = Math.max(this.#now, next.at);
    next.wake();
  }
}
