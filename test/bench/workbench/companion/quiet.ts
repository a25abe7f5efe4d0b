import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';

const LOOK_MS = 250;
/** Of the time that is looked at. */
const BUSY = 0.05;
const LOOKS = 3;

/** Resolves when this process has had next to nothing to do for some time: all that starts with it has started. */
export async function quiet(): Promise<void> {
  for (let calm = 0; calm < LOOKS;) {
    const before = performance.eventLoopUtilization();
    await delay(LOOK_MS);
    calm = performance.eventLoopUtilization(before).utilization < BUSY ? calm + 1 : 0;
  }
}
