import { l10n } from 'vscode';
import { plainText } from '../ui/plainText';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';

/** Forgets the key of the present API. Its labels leave the view in every window. */
export async function signOut({ sessions }: CommandContext): Promise<void> {
  const session = await sessions.restore();
  if (!session) {
    tellDone(l10n.t('You are not signed in to KirimChat.'));
    return;
  }
  await sessions.signOut(session);
  tellDone(l10n.t('Signed out of {0}.', plainText(session.organizationName ?? 'KirimChat')));
}
