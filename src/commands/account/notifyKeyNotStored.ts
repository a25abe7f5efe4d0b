import type { Session } from '../../accounts/session';
import type { StoredKey } from '../../accounts/storedKey';
import { describeError } from '../../ui/messages/describeError';
import { howToFixKeyring } from '../../ui/errors';
import { organizationOf } from '../../ui/messages/place';
import { showStatus } from '../../ui/notifications/statusBar';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/** Says that a key works, but only in this window and until it is closed, and offers to try to keep it once more. */
export function notifyKeyNotStored(context: CommandContext, session: Session, key: StoredKey, reason: unknown): void {
  context.record(reason);
  const message = l10n.t(
    'Signed in to {0}, but for this window only: the API key could not be kept. {1}',
    organizationOf(session),
    describeError(reason),
  );
  const tryAgain = { title: l10n.t('Try Again'), run: () => keepAgain(context, session, key) };
  context.notifications.notify('partly', message, tryAgain, howToFixKeyring());
}

async function keepAgain(context: CommandContext, session: Session, key: StoredKey): Promise<void> {
  if (session.ended.aborted) {
    showStatus(l10n.t('That API key is no longer in use.'));
    return;
  }
  let reason: unknown;
  await context.accounts.signIn(session.baseUrl, key, (error) => {
    reason = error;
  });
  if (reason) {
    notifyKeyNotStored(context, session, key, reason);
  } else {
    showStatus(l10n.t('The API key is kept now.'));
  }
}
