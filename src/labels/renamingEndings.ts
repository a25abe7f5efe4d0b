import type { Label } from '../api/schema';
import { failureIn } from './deletion';
import type { RunRecorder } from './journal/entry';
import type { LabelStore } from './labelStore';
import type { Renaming } from './retirement';
import type { RenameOutcome } from './retiring';
import type { RunOutcome } from './run';

/** How a label ended that was to be renamed. `inDoubt`: it may have been, and the list could not be asked. */
export interface RenamingEnding {
  readonly renaming: Renaming;
  readonly ending: 'renamed' | 'alreadyGone' | 'failed' | 'inDoubt' | 'notStarted';
  /** Why it failed. */
  readonly error?: unknown;
  readonly requestId?: string | undefined;
  /**
   * KirimChat did not confirm it, and the list made it clear. That a label is as it was makes nothing clear: KirimChat may
   * carry out later what it has not answered, and then the journal has to know what the label was.
   */
  readonly isCleared?: boolean;
}

/** @param store with a list that is newer than the request, unless it could not be loaded. */
export function renamingEnding(
  renaming: Renaming,
  { status, result, error }: Omit<RunOutcome<RenameOutcome>, 'label'>,
  store: Pick<LabelStore, 'state' | 'labels'>,
): RenamingEnding {
  if (result) {
    return { renaming, ending: result.outcome, requestId: result.requestId };
  }
  if (status === 'notStarted') {
    return { renaming, ending: 'notStarted' };
  }
  const failure = failureIn(error);
  const requestId = failure?.requestId;
  if (!failure?.mayHaveTakenEffect) {
    return { renaming, ending: 'failed', error, requestId };
  }
  if (store.state.kind !== 'loaded') {
    return { renaming, ending: 'inDoubt', error, requestId };
  }
  const now = store.labels.find(({ id }) => id === renaming.label.id);
  return isAsWanted(now, renaming)
    ? { renaming, ending: 'renamed', requestId, isCleared: true }
    : { renaming, ending: now ? 'failed' : 'alreadyGone', error, requestId, isCleared: !now };
}

/** Writes down what was in doubt and is clear now. */
export function recordCleared(
  recorder: Pick<RunRecorder, 'ended'> | undefined,
  endings: readonly RenamingEnding[],
): void {
  for (const { renaming, ending } of endings.filter(({ isCleared }) => isCleared)) {
    void recorder?.ended(renaming.label, ending === 'renamed' ? 'done' : 'alreadyGone');
  }
}

function isAsWanted(now: Label | undefined, { name, color }: Renaming): boolean {
  return now?.name === name && now.color === color;
}
