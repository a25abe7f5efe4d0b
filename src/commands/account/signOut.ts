import type { Accounts } from '../../accounts/accounts';
import type { Session } from '../../accounts/session';
import { OperationError } from '../../ui/errors';
import { pickSession } from '../../ui/prompts/pickers/sessionPicker';
import { organizationOf } from '../../ui/messages/place';
import { showStatus } from '../../ui/notifications/statusBar';
import { calledSession } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { closeSample } from './closeSample';
import { l10n } from '../../ui/l10n';

/**
 * Forgets the key of an organization: of the row that it is called on, else of one that is picked. Its labels leave the view in
 * every window.
 *
 * @param args what VS Code called the command with: see `ShownRows.calledOn`.
 */
export async function signOut(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const { accounts } = context;
  const sessions = await accounts.find();
  const session = (await calledSession(context, args)) ?? (await pickSession(sessions));
  if (session?.isSample) {
    await closeSample(context);
  } else if (session) {
    await forget(accounts, session);
  } else {
    showStatus(l10n.t('You are not signed in to KirimChat.'));
  }
}

/** @throws OperationError where the next start may find the key again. */
async function forget(accounts: Accounts, session: Session): Promise<void> {
  try {
    await accounts.signOut(session);
  } catch (error) {
    const message = l10n.t('You are signed out, but only in this window: the API key could not be removed.');
    throw new OperationError(message, error, () => forgetLater(accounts, session));
  }
  showStatus(l10n.t('Signed out of {0}.', organizationOf(session, 'KirimChat')));
}

/** The organization may have a new key, which the user wants to keep. */
async function forgetLater(accounts: Accounts, session: Session): Promise<void> {
  if (accounts.sessionOf(session)) {
    showStatus(l10n.t('You have signed in again meanwhile.'));
  } else {
    await forget(accounts, session);
  }
}
