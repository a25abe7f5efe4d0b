import { setImmediate as turn } from 'node:timers/promises';

/** How much more heap is held after the work than before, in bytes. The program has to run with `--expose-gc`. */
export async function heapOf(work: () => Promise<unknown>): Promise<number> {
  const before = await heldHeap();
  const held = await work();
  const after = await heldHeap();
  // The result has to live until here.
  return held === undefined ? NaN : after - before;
}

async function heldHeap(): Promise<number> {
  if (!globalThis.gc) {
    throw new Error('Start this program with --expose-gc.');
  }
  // What one collection lets go of, such as the body of an answer, may hold what the next one finds.
  for (let round = 0; round < 4; round += 1) {
    await turn();
    globalThis.gc();
  }
  return process.memoryUsage().heapUsed;
}
