import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
// Else the code of functions that were not called lately comes and goes, three megabytes of it.
setFlagsFromString('--no-flush-bytecode');
const collect = runInNewContext('gc') as () => void;

/** Less than this is no longer worth another collection, in bytes. */
const NEXT_TO_NOTHING = 1024;

/** Collects garbage until nothing more comes of it: what a finalizer lets go of is garbage a turn later. */
export async function heapUsed(): Promise<number> {
  for (let before = Infinity; ;) {
    await turn();
    collect();
    const { heapUsed: used } = process.memoryUsage();
    if (before - used < NEXT_TO_NOTHING) {
      return Math.min(before, used);
    }
    before = used;
  }
}
