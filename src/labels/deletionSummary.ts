import type { ApiError } from '../api/errors';
import type { Label } from '../api/schema';
import { type DeleteOutcome, failureIn, mayBeGone } from './deletion';
import type { JournalOutcome, RunRecorder } from '../journal/entry';
import type { ListResult } from './loadedList';
import { LabelChangedError, LabelUncheckedError } from './recheckErrors';
import type { RunResult } from './run';

/**
 * How a label of a run ended. `inDoubt`: it may have been deleted, and the list could not be asked. `renamed`: it was left
 * out, because it is not called any more what was agreed to. `unchecked`: it was left out, because it could not be found out
 * what it is called now.
 */
export interface LabelEnding {
  readonly label: Label;
  readonly ending: 'deleted' | 'alreadyGone' | 'renamed' | 'unchecked' | 'failed' | 'inDoubt' | 'notStarted';
  /** What it is called now; only where it was renamed. */
  readonly newName?: string;
  /** Why it failed. */
  readonly error?: unknown;
  readonly requestId?: string | undefined;
  /** What the list made clear, for the journal. */
  readonly settled?: JournalOutcome;
}

export interface DeletionSummary {
  /** In the order of the run. */
  readonly endings: readonly LabelEnding[];
  /** Why nothing more was sent. */
  readonly stoppedBy: ApiError | undefined;
}

/** Writes down what the list made clear. */
export function recordSettled(recorder: Pick<RunRecorder, 'ended'>, { endings }: DeletionSummary): void {
  for (const { label, settled, requestId } of endings) {
    if (settled) {
      recorder.ended(label, settled, requestId);
    }
  }
}

/** @param result of a load of the list that began after the run; undefined where the run left nothing in doubt. */
export function summarize(
  { outcomes, stoppedBy }: RunResult<DeleteOutcome>,
  result: ListResult | undefined,
): DeletionSummary {
  const list = result?.kind === 'loaded' ? result.list : undefined;
  const endings = outcomes.map(({ label, status, result: outcome, error }): LabelEnding => {
    if (status === 'notStarted') {
      return { label, ending: 'notStarted' };
    }
    if (error instanceof LabelChangedError) {
      return { label, ending: 'renamed', newName: error.current.name };
    }
    const failure = failureIn(error);
    const requestId = outcome?.requestId ?? failure?.requestId;
    if (error instanceof LabelUncheckedError) {
      return { label, ending: 'unchecked', error: failure ?? error, requestId };
    }
    if (outcome) {
      return { label, ending: outcome.outcome, requestId };
    }
    const presence = mayBeGone(failure) ? (list?.presenceOf(label.id) ?? 'unknown') : 'present';
    switch (presence) {
      case 'unknown':
        return { label, ending: 'inDoubt', error, requestId };
      case 'absent':
        return failure?.mayHaveTakenEffect
          ? { label, ending: 'deleted', requestId, settled: 'done' }
          : { label, ending: 'alreadyGone', requestId, settled: 'alreadyGone' };
      case 'present':
        return {
          label,
          ending: 'failed',
          error,
          requestId,
          // KirimChat may carry out later what it has not answered: then the label has to be found in the journal.
          ...(failure?.kind === 'notFound' && !failure.mayHaveTakenEffect && { settled: 'failed' }),
        };
    }
  });
  return { endings, stoppedBy };
}
