import { CancellationError } from 'vscode';
import type { RequestOptions } from '../api/client';
import { RequestCancelledError } from '../api/errors';
import type { Label } from '../api/schema';
import type { LabelChanges } from '../labels/labelChanges';
import { Recheck } from '../labels/recheck';
import { LabelUncheckedError } from '../labels/recheckErrors';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { ProgressNotice } from '../ui/progressNotice';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';

interface RereadWords {
  /** Of the notification, where it takes a while. */
  readonly doing: string;
  /** What did not happen. */
  readonly cancelled: string;
  readonly failed: string;
}

/** Labels as they were read again, and what keeps an eye on them until they are written. */
interface Reread {
  readonly changes: LabelChanges;
  readonly recheck: Recheck;
}

/**
 * Asks KirimChat again for labels that the user said yes to, and the secret storage whether the user is still signed in.
 *
 * @param stops as good as a press of Cancel.
 * @throws OperationError when they could not be had; CancellationError when the user did not want to wait.
 */
export function reread(
  { sessions }: CommandContext,
  session: Session,
  labels: readonly Label[],
  words: RereadWords,
  retry: () => unknown,
  ...stops: readonly AbortSignal[]
): Promise<Reread> {
  const { client, labels: store } = session;
  const work = async (options: RequestOptions) => {
    const recheck = new Recheck(client, store);
    const [changes] = await Promise.all([recheck.changesSince(labels, options), sessions.checkAgain()]);
    if (session.ended.aborted) {
      throw new RequestCancelledError();
    }
    if (changes.now.length === 0 && changes.unreadable.length > 0) {
      throw new LabelUncheckedError(undefined);
    }
    return { changes, recheck };
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
