import { CancellationError } from 'vscode';
import type { Session } from '../accounts/session';
import { organizationOf } from '../ui/messages/place';
import type { CommandContext } from './commandContext';
import { l10n } from '../ui/l10n';

/**
 * The session that a button goes on with. A notification may outlive its own session: meanwhile the key may have been
 * renewed, which makes another session of the same organization, or the user has signed out of it.
 *
 * @throws CancellationError, after it was said, where that organization is not signed in any more.
 */
export function requireLiveSession({ accounts, notifications }: CommandContext, session: Session): Session {
  if (!session.ended.aborted) {
    return session;
  }
  const live = accounts.sessionOf(session);
  if (live) {
    return live;
  }
  // Not an error: what would be tried again could only end in the same way.
  const message = session.isSample
    ? l10n.t('The sample data was closed. Nothing was done.')
    : l10n.t('You are no longer signed in to {0}. Nothing was done.', organizationOf(session));
  notifications.notify('partly', message);
  throw new CancellationError();
}
