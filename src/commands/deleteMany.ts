import { l10n } from 'vscode';
import type { Label } from '../api/schema';
import { deleteLabel } from '../labels/deletion';
import { runAll } from '../labels/run';
import { summarize } from '../labels/deletionSummary';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { nameOrCount } from '../ui/names';
import { RunNotice } from '../ui/runProgress';
import type { CommandContext } from './commandContext';
import { tellSummary } from './tellSummary';

interface ManyDeletions {
  /** Aborted when the person wants to stop after all. */
  readonly undone: AbortSignal;
  /** Deletes those that failed once more. */
  readonly again: (labels: readonly Label[]) => unknown;
}

/** Deletes labels, which were claimed in the store, one after the other in their turn, and says at the end how each ended. */
export async function deleteMany(
  context: CommandContext,
  session: Session,
  labels: readonly Label[],
  { undone, again }: ManyDeletions,
): Promise<void> {
  const { client, labels: store, pace, ended } = session;
  const title = l10n.t('Deleting {0}', nameOrCount(labels));
  const notice = new RunNotice(title, ended, undone);
  notice.onProgress({ done: 0, total: labels.length });
  try {
    const journal = await session.journal();
    const recorder = await journal.startRun('delete', labels);
    const result = await runAll(
      labels,
      (label, options) => deleteLabel(label, { client, labels: store, recorder }, options),
      { pace, signal: notice.cancelled, onProgress: notice.onProgress },
    );
    await store.refreshAnew();
    const summary = summarize(result, store);
    for (const { label, ending } of summary.cleared) {
      void recorder.ended(label, ending);
    }
    await recorder.finish().catch(context.record);
    tellSummary(context, session, summary, { entries: journal.entriesOf(recorder.run), again });
  } catch (error) {
    // Only the journal can fail here, and then nothing was sent.
    const message = l10n.t('The {0} labels were not deleted.', labels.length);
    throw new OperationError(message, error, () => again(labels));
  } finally {
    store.activities.release(labels.map(({ id }) => id));
    notice.dispose();
  }
}
