import { setTimeout as delay } from 'node:timers/promises';

/** Waits until `check` no longer throws; throws what it threw last when that takes too long. */
export async function eventually<T>(check: () => T | Promise<T>, withinMs = 30_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) {
        throw error;
      }
    }
    await delay(20);
  }
}
