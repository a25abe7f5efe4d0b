import { l10n } from 'vscode';
import type { Session } from '../accounts/session';
import type { Sessions } from '../accounts/accounts';
import { OperationError } from '../ui/errors';
import { isolated } from '../ui/plainText';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';

/** Forgets the key of the present API. Its labels leave the view in every window. */
export async function signOut({ sessions }: CommandContext): Promise<void> {
  const session = await sessions.find();
  if (session) {
    await forget(sessions, session);
  } else {
    tellDone(l10n.t('You are not signed in to KirimChat.'));
  }
}

/** @throws OperationError where the next start may find the key again. */
async function forget(sessions: Sessions, session: Session): Promise<void> {
  try {
    await sessions.signOut(session);
  } catch (error) {
    const message = l10n.t('You are signed out, but only in this window: the API key could not be removed.');
    throw new OperationError(message, error, () => forgetLater(sessions, session));
  }
  tellDone(l10n.t('Signed out of {0}.', isolated(session.organizationName ?? 'KirimChat')));
}

/** The key that is there by now may be another one, which nobody wants to lose. */
async function forgetLater(sessions: Sessions, session: Session): Promise<void> {
  if (sessions.current?.baseUrl.origin === session.baseUrl.origin) {
    tellDone(l10n.t('You have signed in again meanwhile.'));
  } else {
    await forget(sessions, session);
  }
}
