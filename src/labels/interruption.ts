import type { InterruptedRun, JournalEntry, JournalRun } from './journal/entry';
import type { LabelStore } from './labelStore';

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

/** @param store with a list that is newer than the run; it decides what the journal does not know. */
export function explainInterruption(
  { run, entries }: InterruptedRun,
  store: Pick<LabelStore, 'state' | 'labels'>,
): Interruption {
  const byId = new Map(entries.map((entry) => [entry.label.id, entry]));
  const names = store.state.kind === 'loaded' ? new Map(store.labels.map(({ id, name }) => [id, name])) : undefined;
  const endings = run.labels.map((label) => ({ label, ending: endingOf(byId.get(label.id), names) }));
  const labelsOf = (wanted: Ending) => endings.filter(({ ending }) => ending === wanted).map(({ label }) => label);
  const hasBegun = entries.length > 0;
  return { run, hasBegun, done: labelsOf('done'), inDoubt: labelsOf('inDoubt'), notDone: labelsOf('notDone') };
}

type Ending = 'done' | 'inDoubt' | 'notDone';

/** @param names of the labels that there are, by id; undefined where nobody knows. */
function endingOf(entry: JournalEntry | undefined, names: ReadonlyMap<string, string> | undefined): Ending {
  if (!entry || entry.outcome === 'failed') {
    return 'notDone';
  }
  const isDeletion = entry.act === 'delete';
  if (entry.outcome === 'done' || entry.outcome === 'alreadyGone') {
    // A label that was gone before it could be retired was not retired.
    return entry.outcome === 'done' || isDeletion ? 'done' : 'notDone';
  }
  if (!names) {
    return 'inDoubt';
  }
  const name = names.get(entry.label.id);
  if (isDeletion) {
    return name === undefined ? 'done' : 'notDone';
  }
  // A label that is gone may have been retired before that.
  return name === undefined ? 'inDoubt' : name === entry.label.name ? 'notDone' : 'done';
}
