import { l10n } from 'vscode';
import type { RequestOptions } from '../api/client';
import type { Label } from '../api/schema';
import { deleteLabel, failureIn, mayBeGone } from '../labels/deletion';
import { recordSettled, summarize } from '../labels/deletionSummary';
import type { Recheck } from '../labels/recheck';
import type { RowClaim } from '../labels/rowActivities';
import { runAll } from '../labels/run';
import { hasSameName } from '../labels/sameLabel';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { RunNotice } from '../ui/runProgress';
import type { CommandContext } from './commandContext';
import type { DeletionRun } from './deletionRun';
import { tellSummary } from './tellSummary';

interface ManyDeletions {
  readonly claim: RowClaim;
  readonly run: DeletionRun;
  readonly recheck: Recheck;
  /** Aborted when the user wants to stop after all. */
  readonly undone: AbortSignal;
  /** Deletes those that failed once more. */
  readonly retry: (labels: readonly Label[]) => unknown;
}

/** Deletes labels, which were claimed, each in its turn, and says at the end how each ended. */
export async function deleteMany(
  context: CommandContext,
  session: Session,
  labels: readonly Label[],
  { claim, run, recheck, undone, retry }: ManyDeletions,
): Promise<void> {
  const { client, labels: store, ended } = session;
  const notice = new RunNotice(l10n.t('Deleting {0} labels', labels.length), labels.length, ended, undone);
  try {
    // Up to here nothing is sent, and only the journal can fail.
    const [recorder, pace] = await Promise.all([run.start(labels, true), session.pace()]).catch((error: unknown) => {
      const message = l10n.t('The {0} labels were not deleted.', labels.length);
      throw new OperationError(message, error, () => retry(labels));
    });
    const parts = { client, labels: store, recorder, claim };
    const { onProgress, cancelled: signal } = notice;
    signal.addEventListener('abort', claim.releaseWaiting);
    const act = (label: Label, options: RequestOptions) =>
      deleteLabel(label, parts, recheck.guard(label, hasSameName, options));
    const result = await runAll(labels, act, { pace, signal, onProgress });
    const refreshed = store.refreshAnew();
    const isSomeInDoubt = result.outcomes.some(({ error }) => mayBeGone(failureIn(error)));
    const summary = summarize(result, isSomeInDoubt ? await refreshed : undefined);
    recordSettled(recorder, summary);
    await context.view.rowsDrawn();
    tellSummary(context, session, summary, { entries: await run.entries(), again: retry });
  } finally {
    notice.cancelled.removeEventListener('abort', claim.releaseWaiting);
    notice.dispose();
  }
}
