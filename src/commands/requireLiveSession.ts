import { CancellationError, l10n } from 'vscode';
import type { Session } from '../accounts/session';
import { organizationOf } from '../ui/place';
import type { CommandContext } from './commandContext';

/**
 * The session that a button goes on with. A notification may outlive its own session: meanwhile the key may have been
 * renewed, which makes another session of the same organization, or nobody is signed in to it any more.
 *
 * @throws CancellationError, after it was said, where nobody is signed in to that organization.
 */
export function requireLiveSession({ sessions, notices }: CommandContext, session: Session): Session {
  if (!session.ended.aborted) {
    return session;
  }
  const { current } = sessions;
  if (current?.isSameOrganization(session)) {
    return current;
  }
  // Not an error: what would be tried again could only end in the same way.
  notices.tell('partly', l10n.t('You are no longer signed in to {0}.', organizationOf(session)));
  throw new CancellationError();
}
