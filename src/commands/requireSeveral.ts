import { CancellationError, commands } from 'vscode';
import type { Session } from '../accounts/session';
import type { CommandContext } from './commandContext';
import { l10n } from '../ui/l10n';

/**
 * The organizations that are signed in, at least two.
 *
 * @throws CancellationError, after it was said, where there are fewer.
 */
export async function requireSeveral({ accounts, notifications }: CommandContext): Promise<readonly Session[]> {
  const sessions = await accounts.find();
  if (sessions.length < 2) {
    notifications.notify('begun', l10n.t('This needs two organizations: sign in with the API key of each.'), {
      title: l10n.t('Sign In'),
      run: () => commands.executeCommand('kirimLabels.signIn'),
    });
    throw new CancellationError();
  }
  return sessions;
}
