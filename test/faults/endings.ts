import type { Fault } from './fault';
import { sentenceFor } from './reasons';

/** How a write ends for the person. `uncertain`: neither its answer nor the list tells. */
type WriteEnding = 'done' | 'missing' | 'failed' | 'uncertain';

/** @param isDone whether the server has carried it out. */
export function writeEnding({ ends, hits, outage }: Fault, isDone: boolean): WriteEnding {
  if (ends === 'works') {
    return 'done';
  }
  if (ends === 'missing') {
    return 'missing';
  }
  if (!ends.isDoubtful) {
    return 'failed';
  }
  const canList = hits !== 'onward' && !outage;
  return canList ? (isDone ? 'done' : 'failed') : 'uncertain';
}

/** Why it failed, in words. */
export function reasonOf({ ends }: Fault): string {
  return ends === 'works' ? '' : sentenceFor(ends === 'missing' ? 404 : ends.reason);
}
