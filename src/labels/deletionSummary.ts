import type { DeleteOutcome } from '../api/client';
import type { ApiError } from '../api/errors';
import type { Label } from '../api/schema';
import { failureIn } from './deletion';
import type { RunRecorder } from './journal/entry';
import type { LabelStore } from './labelStore';
import type { RunResult } from './run';

/** How a label of a run ended. `inDoubt`: it may have been deleted, and the list could not be asked. */
export interface LabelEnding {
  readonly label: Label;
  readonly ending: 'deleted' | 'alreadyGone' | 'failed' | 'inDoubt' | 'notStarted';
  /** Why it failed. */
  readonly error?: unknown;
  readonly requestId?: string | undefined;
}

export interface DeletionSummary {
  /** In the order of the run. */
  readonly endings: readonly LabelEnding[];
  /** What was in doubt, and the list made clear. */
  readonly cleared: readonly { readonly label: Label; readonly ending: 'done' | 'failed' }[];
  /** Why nothing more was sent. */
  readonly stoppedBy: ApiError | undefined;
}

/** Writes down what the list made clear. */
export function recordCleared(recorder: Pick<RunRecorder, 'ended'>, { cleared }: DeletionSummary): void {
  for (const { label, ending } of cleared) {
    void recorder.ended(label, ending);
  }
}

/** @param store with a list that is newer than the run, unless it could not be loaded. */
export function summarize(
  { outcomes, stoppedBy }: RunResult<DeleteOutcome>,
  store: Pick<LabelStore, 'state' | 'labels'>,
): DeletionSummary {
  const listed = store.state.kind === 'loaded' ? new Set(store.labels.map(({ id }) => id)) : undefined;
  const cleared: DeletionSummary['cleared'][number][] = [];
  const endings = outcomes.map(({ label, status, result, error }): LabelEnding => {
    const failure = failureIn(error);
    const requestId = result?.requestId ?? failure?.requestId;
    if (status === 'notStarted') {
      return { label, ending: 'notStarted' };
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
    const isThere = listed.has(label.id);
    cleared.push({ label, ending: isThere ? 'failed' : 'done' });
    return isThere ? { label, ending: 'failed', error, requestId } : { label, ending: 'deleted', requestId };
  });
  return { endings, cleared, stoppedBy };
}
