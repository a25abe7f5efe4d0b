import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Heap that this process holds after a garbage collection, in bytes. VS Code starts it without the function that collects. */
export function heldHeap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
