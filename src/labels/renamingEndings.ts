import { isSameName } from '../api/sameName';
import type { Label } from '../api/schema';
import { failureIn, mayBeGone } from './deletion';
import type { JournalOutcome, RunRecorder } from '../journal/entry';
import type { ListResult } from './loadedList';
import { LabelChangedError, LabelUncheckedError } from './recheckErrors';
import type { Renaming } from './retirement';
import type { RenameOutcome } from './retiring';
import type { RunOutcome } from './run';

/**
 * How a label ended that was to be renamed. `inDoubt`: it may have been, and the list could not be asked. `changed`: it was
 * left out, because its name or color is no longer what was agreed to. `unchecked`: it was left out, because it could not be
 * found out what it is now.
 */
export interface RenamingEnding {
  readonly renaming: Renaming;
  readonly ending: 'renamed' | 'alreadyGone' | 'changed' | 'unchecked' | 'failed' | 'inDoubt' | 'notStarted';
  /** The label as it is now; only where it was changed. */
  readonly current?: Label;
  /** Why it failed. */
  readonly error?: unknown;
  readonly requestId?: string | undefined;
  /**
   * What the list made clear, for the journal. That a label is as it was makes nothing clear: KirimChat may carry out later
   * what it has not answered, and then the journal has to know what the label was.
   */
  readonly settled?: JournalOutcome;
}

/** @param result of a load of the list that began after the request; undefined where that left nothing in doubt. */
export function renamingEnding(
  renaming: Renaming,
  { status, result: outcome, error }: Omit<RunOutcome<RenameOutcome>, 'label'>,
  result: ListResult | undefined,
): RenamingEnding {
  if (outcome) {
    return { renaming, ending: outcome.outcome, requestId: outcome.requestId };
  }
  if (status === 'notStarted') {
    return { renaming, ending: 'notStarted' };
  }
  if (error instanceof LabelChangedError) {
    return { renaming, ending: 'changed', current: error.current };
  }
  const failure = failureIn(error);
  const requestId = failure?.requestId;
  if (error instanceof LabelUncheckedError) {
    return { renaming, ending: 'unchecked', error: failure ?? error, requestId };
  }
  if (!mayBeGone(failure)) {
    return { renaming, ending: 'failed', error, requestId };
  }
  const { id } = renaming.label;
  const list = result?.kind === 'loaded' ? result.list : undefined;
  switch (list?.presenceOf(id) ?? 'unknown') {
    case 'unknown':
      return { renaming, ending: 'inDoubt', error, requestId };
    case 'absent':
      return { renaming, ending: 'alreadyGone', error, requestId, settled: 'alreadyGone' };
    case 'present':
      return failure?.mayHaveTakenEffect && isAsWanted(list?.get(id), renaming)
        ? { renaming, ending: 'renamed', requestId, settled: 'done' }
        : { renaming, ending: 'failed', error, requestId };
  }
}

/** Writes down what was in doubt and is clear now. */
export function recordSettled(
  recorder: Pick<RunRecorder, 'ended'> | undefined,
  endings: readonly RenamingEnding[],
): void {
  for (const { renaming, settled } of endings) {
    if (settled) {
      recorder?.ended(renaming.label, settled);
    }
  }
}

function isAsWanted(now: Label | undefined, { name, color }: Renaming): boolean {
  return now !== undefined && isSameName(now.name, name) && now.color === color;
}
