import type { Session } from '../accounts/session';
import { unlessAborted } from '../labels/freshList';
import type { ListResult } from '../labels/loadedList';
import { withProgressNotification } from './withProgressNotification';
import { l10n } from '../ui/l10n';

/**
 * Waits for the list where there is none yet: that of a session that is new may still be on its way.
 *
 * @throws OperationError; CancellationError where the user does not wait for it.
 */
export async function requireList(session: Session): Promise<void> {
  const { labels } = session;
  if (labels.state.kind !== 'loaded') {
    await load(session, () => labels.refresh());
  }
}

/** As `requireList`, where the first rows are enough, and what is on screen is, whatever the state of the list. */
export async function requireRows(session: Session): Promise<void> {
  const { labels } = session;
  if (labels.state.kind !== 'loaded' && labels.labels.length === 0) {
    await load(session, () => Promise.race([labels.refresh(), labels.firstRows().then(() => undefined)]));
  }
}

async function load(session: Session, begin: () => Promise<ListResult | undefined>): Promise<void> {
  const words = {
    doing: l10n.t('Loading the labels'),
    cancelled: l10n.t('Loading was cancelled.'),
    failed: l10n.t('The labels could not be loaded.'),
  };
  await withProgressNotification(session, words, undefined, async ({ signal }) => {
    const result = await unlessAborted(begin(), signal);
    if (result?.kind === 'failed') {
      throw result.error;
    }
  });
}
