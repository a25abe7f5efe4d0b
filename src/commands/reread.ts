import { CancellationError } from 'vscode';
import { RequestCancelledError } from '../api/errors';
import type { Label } from '../api/schema';
import { changesSince, type LabelChanges } from '../labels/labelChanges';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { ProgressNotice } from '../ui/progressNotice';
import { tellDone } from '../ui/statusBar';

interface RereadWords {
  /** Of the notification, where it takes a while. */
  readonly doing: string;
  /** What did not happen. */
  readonly cancelled: string;
  readonly failed: string;
}

/**
 * Asks KirimChat again for labels that somebody said yes to. The rows of those that are gone go.
 *
 * @param stops as good as a press of Cancel.
 * @throws OperationError when they could not be had; CancellationError when the person did not want to wait.
 */
export async function reread(
  { client, labels: store, ended }: Session,
  labels: readonly Label[],
  words: RereadWords,
  retry: () => unknown,
  ...stops: readonly AbortSignal[]
): Promise<LabelChanges> {
  const notice = new ProgressNotice(words.doing, ended, ...stops);
  notice.reportWhenSlow();
  try {
    const { onWait, cancelled: signal } = notice;
    const changes = await changesSince(labels, client, store, { onWait, signal });
    for (const { id } of changes.gone) {
      store.remove(id, false);
    }
    if (changes.gone.length > 0 && !changes.isListed) {
      void store.refreshAnew();
    }
    return changes;
  } catch (error) {
    if (error instanceof RequestCancelledError) {
      tellDone(words.cancelled);
      throw new CancellationError();
    }
    throw new OperationError(words.failed, error, retry);
  } finally {
    notice.dispose();
  }
}
