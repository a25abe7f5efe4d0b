import { withDeadline } from './deadline';

/** Time and chance, so that tests need not wait for either. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends after `ms` milliseconds, or as soon as the signal is aborted; it never fails. */
  sleep(ms: number, signal?: AbortSignal): Promise<unknown>;
  /** At least 0, less than 1. */
  random(): number;
}

/** Work that is only ever ended from outside. */
const forever = (): Promise<never> => new Promise(() => undefined);

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) => withDeadline(ms, signal, forever),
};

/** For spans of time: where the computer’s clock is set back, this one goes on from where it was. */
export function monotonic(now: () => number): () => number {
  let last = -Infinity;
  let ahead = 0;
  return () => {
    const read = now();
    ahead = Math.max(ahead, last - read);
    last = read + ahead;
    return last;
  };
}
