import * as vscode from 'vscode';
import { plainText } from '../ui/plainText';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';

/** Forgets the key of the present API. Its labels leave the view in every window. */
export async function signOut({ sessions }: CommandContext): Promise<void> {
  await sessions.restore();
  const session = sessions.current;
  if (!session) {
    tellDone(vscode.l10n.t('You are not signed in to KirimChat.'));
    return;
  }
  await sessions.signOut(session);
  tellDone(
    session.organizationName === undefined
      ? vscode.l10n.t('Signed out of KirimChat.')
      : vscode.l10n.t('Signed out of {0}.', plainText(session.organizationName)),
  );
}
