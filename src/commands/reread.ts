import { CancellationError } from 'vscode';
import type { RequestOptions } from '../api/client';
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
export function reread(
  session: Session,
  labels: readonly Label[],
  words: RereadWords,
  retry: () => unknown,
  ...stops: readonly AbortSignal[]
): Promise<LabelChanges> {
  const { client, labels: store } = session;
  const work = async (options: RequestOptions) => {
    const changes = await changesSince(labels, client, store, options);
    for (const { id } of changes.gone) {
      store.remove(id, false);
    }
    if (changes.gone.length > 0 && !changes.isListed) {
      void store.refreshAnew();
    }
    return changes;
  };
  return withNotice(session, words, retry, work, ...stops);
}

/** As `reread`, for whatever has to be read: with a notification where it takes a while, and a way to cancel it. */
export async function withNotice<T>(
  { ended }: Session,
  words: RereadWords,
  retry: () => unknown,
  work: (options: RequestOptions) => Promise<T>,
  ...stops: readonly AbortSignal[]
): Promise<T> {
  const notice = new ProgressNotice(words.doing, ended, ...stops);
  notice.reportWhenSlow();
  try {
    return await work({ onWait: notice.onWait, signal: notice.cancelled });
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
