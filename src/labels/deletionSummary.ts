import type { DeleteOutcome } from '../api/client';
import type { ApiError } from '../api/errors';
import type { Label } from '../api/schema';
import { failureIn } from './deletion';
import type { RunRecorder } from './journal/entry';
import type { LabelStore } from './labelStore';
import { LabelRenamedError } from './renameWatch';
import type { RunResult } from './run';

/**
 * How a label of a run ended. `inDoubt`: it may have been deleted, and the list could not be asked. `renamed`: it was left
 * out, because it is not called any more what was agreed to.
 */
export interface LabelEnding {
  readonly label: Label;
  readonly ending: 'deleted' | 'alreadyGone' | 'renamed' | 'failed' | 'inDoubt' | 'notStarted';
  /** What it is called now; only where it was renamed. */
  readonly newName?: string;
  /** Why it failed. */
  readonly error?: unknown;
  readonly requestId?: string | undefined;
}

export interface DeletionSummary {
  /** In the order of the run. */
  readonly endings: readonly LabelEnding[];
  /** What was in doubt, and is gone by the list. */
  readonly cleared: readonly Label[];
  /** Why nothing more was sent. */
  readonly stoppedBy: ApiError | undefined;
}

/**
 * Writes down what the list made clear. That a label is still there is not: KirimChat may carry out later what it has not
 * answered, and then the label has to be found in the journal.
 */
export function recordCleared(recorder: Pick<RunRecorder, 'ended'>, { cleared }: DeletionSummary): void {
  for (const label of cleared) {
    void recorder.ended(label, 'done');
  }
}

/** @param store with a list that is newer than the run, unless it could not be loaded. */
export function summarize(
  { outcomes, stoppedBy }: RunResult<DeleteOutcome>,
  store: Pick<LabelStore, 'state' | 'labels'>,
): DeletionSummary {
  const listed = store.state.kind === 'loaded' ? new Set(store.labels.map(({ id }) => id)) : undefined;
  const cleared: Label[] = [];
  const endings = outcomes.map(({ label, status, result, error }): LabelEnding => {
    const failure = failureIn(error);
    const requestId = result?.requestId ?? failure?.requestId;
    if (status === 'notStarted') {
      return { label, ending: 'notStarted' };
    }
    if (error instanceof LabelRenamedError) {
      return { label, ending: 'renamed', newName: error.now.name };
    }
    if (result) {
      return { label, ending: result.outcome, requestId };
    }
    if (!failure?.mayHaveTakenEffect) {
      return { label, ending: 'failed', error, requestId };
    }
    if (!listed) {
      return { label, ending: 'inDoubt', error, requestId };
    }
    if (listed.has(label.id)) {
      return { label, ending: 'failed', error, requestId };
    }
    cleared.push(label);
    return { label, ending: 'deleted', requestId };
  });
  return { endings, cleared, stoppedBy };
}
