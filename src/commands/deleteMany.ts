import { l10n } from 'vscode';
import type { RequestOptions } from '../api/client';
import { systemClock } from '../api/clock';
import type { Label } from '../api/schema';
import { deleteLabel, failureIn } from '../labels/deletion';
import { recordCleared, summarize } from '../labels/deletionSummary';
import { RenameWatch } from '../labels/renameWatch';
import type { RowClaim } from '../labels/rowActivities';
import { runAll } from '../labels/run';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { RunNotice } from '../ui/runProgress';
import type { CommandContext } from './commandContext';
import { tellSummary } from './tellSummary';

interface ManyDeletions {
  readonly claim: RowClaim;
  /** Aborted when the person wants to stop after all. */
  readonly undone: AbortSignal;
  /** Deletes those that failed once more. */
  readonly retry: (labels: readonly Label[]) => unknown;
}

/** Deletes labels, which were claimed, each in its turn, and says at the end how each ended. */
export async function deleteMany(
  context: CommandContext,
  session: Session,
  labels: readonly Label[],
  { claim, undone, retry }: ManyDeletions,
): Promise<void> {
  const { client, labels: store, ended } = session;
  const notice = new RunNotice(l10n.t('Deleting {0} labels', labels.length), labels.length, ended, undone);
  try {
    const { journal, pace, recorder } = await begin(session, labels).catch((error: unknown) => {
      const message = l10n.t('The {0} labels were not deleted.', labels.length);
      throw new OperationError(message, error, () => retry(labels));
    });
    const parts = { client, labels: store, recorder, claim };
    const { onProgress, cancelled: signal } = notice;
    const watch = new RenameWatch(labels, store, systemClock);
    const act = (label: Label, options: RequestOptions) => deleteLabel(label, parts, watch.guard(label, options));
    const result = await runAll(labels, act, { pace, signal, onProgress });
    watch.dispose();
    const refreshed = store.refreshAnew();
    if (result.outcomes.some(({ error }) => failureIn(error)?.mayHaveTakenEffect)) {
      await refreshed;
    }
    const summary = summarize(result, store);
    recordCleared(recorder, summary);
    // Nobody waits for it: that they were sent is on disk already, and tidying up after hundreds of labels takes a second.
    void recorder.finish().catch(context.record);
    await context.view.rowsDrawn();
    tellSummary(context, session, summary, { entries: journal.entriesOf(recorder.run), again: retry });
  } finally {
    notice.dispose();
  }
}

/** Up to here nothing is sent. @throws what the journal throws when it cannot be written. */
async function begin(session: Session, labels: readonly Label[]) {
  const [journal, pace] = await Promise.all([session.journal(), session.pace()]);
  return { journal, pace, recorder: await journal.startRun('delete', labels) };
}
