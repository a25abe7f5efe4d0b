import type { Fault } from './fault';
import type { Standing, Told } from './operation';
import { ANY_WORDS, sentenceFor } from './reasons';

/** How a write ends for the person. `uncertain`: neither its answer nor the list tells. */
type WriteEnding = 'done' | 'gone' | 'failed' | 'stopped' | 'uncertain';

/** What an operation says about one label. */
interface WordsForOne {
  /** The label, as it is named. */
  readonly label: string;
  /** As in “was not …”. */
  readonly verb: string;
  readonly done: string;
  /** Undefined: it is said in the status bar. */
  readonly gone?: string;
}

/** What an operation says about a run. */
interface WordsForMany {
  readonly verb: string;
  readonly done: string;
  /** That it was none of them. */
  readonly none: string;
  /** Of those whose turn had not come. */
  readonly notStarted: string;
}

export function toldOfOne(fault: Fault, standing: Standing, { label, verb, done, gone }: WordsForOne): Told {
  switch (endingOf(fault, standing)) {
    case 'done':
      return { notifications: [done] };
    case 'gone':
      return gone === undefined ? {} : { notifications: [gone] };
    case 'failed':
    case 'stopped':
      return { errors: [`Label ${label} was not ${verb}. ${reasonOf(fault)}`] };
    case 'uncertain':
      return { errors: [`It is not certain that label ${label} was ${verb}. ${reasonOf(fault)}`] };
  }
}

export function toldOfMany(fault: Fault, standing: Standing, { verb, done, none, notStarted }: WordsForMany): Told {
  const { total } = standing;
  if (fault.hits === 'lists' && fault.ends !== 'works') {
    return { errors: [`The ${total} labels were not ${verb}. ${reasonOf(fault)}`] };
  }
  const ending = endingOf(fault, standing);
  if (ending !== 'done' && ending !== 'stopped' && isLasting(fault)) {
    // After some waiting the others cannot be compared any more, and are held back; each of the counts has to be true.
    return { notifications: [`${none} ${ANY_WORDS}${ending === 'uncertain' ? `Not certain: ${ANY_WORDS}` : ''}`] };
  }
  switch (ending) {
    case 'done':
      return { notifications: [done] };
    case 'gone':
      return { notifications: [`${none} Already gone: ${total}.`] };
    case 'failed':
      return { notifications: [`${none} Failed: ${total}. ${reasonOf(fault)}`] };
    case 'stopped':
      return { notifications: [`${none} Failed: 1. ${notStarted}: ${total - 1}. ${reasonOf(fault)}`] };
    case 'uncertain':
      return { notifications: [`${none} Not certain: ${total}. ${reasonOf(fault)}`] };
  }
}

/** Why it failed, in words. */
export function reasonOf({ ends }: Fault): string {
  return typeof ends === 'object' ? sentenceFor(ends.reason) : '';
}

/** Whatever comes after it fails as well. */
function isLasting({ hits, outage }: Fault): boolean {
  return hits === 'onward' || outage !== undefined;
}

/** @param standing how it is on the server. */
function endingOf(fault: Fault, { total, done, gone }: Standing): WriteEnding {
  const { ends } = fault;
  if (typeof ends === 'string') {
    return 'done';
  }
  const { isDoubtful = false, isMissing = false, stopsRun = false } = ends;
  if (!isDoubtful && !isMissing) {
    return stopsRun ? 'stopped' : 'failed';
  }
  if (isLasting(fault)) {
    return 'uncertain';
  }
  if (gone === total && isMissing) {
    return 'gone';
  }
  return done === total ? 'done' : 'failed';
}
