import { CancellationError } from 'vscode';
import type { RequestOptions } from '../api/client';
import { RequestCancelledError } from '../api/errors';
import type { Session } from '../accounts/session';
import { inOrganization } from '../ui/messages/place';
import { OperationError } from '../ui/errors';
import { ProgressNotification } from '../ui/notifications/progressNotification';
import { showStatus } from '../ui/notifications/statusBar';

interface ProgressWords {
  /** Title of the notice. */
  readonly doing: string;
  /** What did not happen. */
  readonly cancelled: string;
  readonly failed: string;
}

/**
 * Reads something from KirimChat, with a notification where it takes a while, and a way to cancel it.
 *
 * @param retry the whole command where it is undefined.
 * @throws OperationError where it could not be read; CancellationError where the user did not want to wait.
 */
export async function withProgressNotification<T>(
  session: Session,
  words: ProgressWords,
  retry: (() => unknown) | undefined,
  read: (options: RequestOptions) => Promise<T>,
): Promise<T> {
  const notice = new ProgressNotification(inOrganization(session, words.doing), session.ended);
  notice.openWhenSlow();
  try {
    return await read({ onWait: notice.onWait, signal: notice.cancelled });
  } catch (error) {
    if (error instanceof RequestCancelledError) {
      showStatus(inOrganization(session, words.cancelled));
      throw new CancellationError();
    }
    throw new OperationError(inOrganization(session, words.failed), error, retry);
  } finally {
    notice.dispose();
  }
}
