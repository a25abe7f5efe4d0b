import type { InterruptedRun, JournalEntry, JournalRun } from '../journal/entry';
import type { LoadedList } from './loadedList';
import { RETIRED_COLOR } from './retired';

/** A label of the plan of a run. */
export type PlannedLabel = JournalRun['labels'][number];

/** What became of the labels of a run that broke off; together they are its plan. */
export interface Interruption {
  readonly run: JournalRun;
  /** Whether a request may have been sent. */
  readonly hasBegun: boolean;
  readonly done: readonly PlannedLabel[];
  readonly inDoubt: readonly PlannedLabel[];
  readonly notDone: readonly PlannedLabel[];
}

/** @param list is newer than the run, and decides what the journal does not know; undefined where there is none. */
export function explainInterruption(
  { run, hasBegun, entries }: InterruptedRun,
  list: LoadedList | undefined,
): Interruption {
  const byId = new Map(entries.map((entry) => [entry.label.id, entry]));
  const endings = run.labels.map((label) => ({ label, ending: endingOf(byId.get(label.id), list) }));
  const labelsOf = (wanted: Ending) => endings.filter(({ ending }) => ending === wanted).map(({ label }) => label);
  return { run, hasBegun, done: labelsOf('done'), inDoubt: labelsOf('inDoubt'), notDone: labelsOf('notDone') };
}

type Ending = 'done' | 'inDoubt' | 'notDone';

function endingOf(entry: JournalEntry | undefined, list: LoadedList | undefined): Ending {
  if (!entry || entry.outcome === 'failed') {
    return 'notDone';
  }
  const isDeletion = entry.act === 'delete';
  if (entry.outcome === 'done' || entry.outcome === 'alreadyGone') {
    // A label that was gone before it could be changed was not changed.
    return entry.outcome === 'done' || isDeletion ? 'done' : 'notDone';
  }
  const presence = list?.presenceOf(entry.label.id) ?? 'unknown';
  if (presence === 'unknown') {
    return 'inDoubt';
  }
  if (isDeletion) {
    return presence === 'absent' ? 'done' : 'notDone';
  }
  const current = list?.get(entry.label.id);
  if (!current) {
    // A label that is gone may have been changed before that.
    return 'inDoubt';
  }
  const field = entry.act === 'recolor' ? 'color' : 'name';
  if (current[field] === entry.label[field]) {
    return 'notDone';
  }
  // Retiring changes the color as well: another client may have given it another name alone.
  return entry.act === 'retire' && current.color !== RETIRED_COLOR ? 'inDoubt' : 'done';
}
