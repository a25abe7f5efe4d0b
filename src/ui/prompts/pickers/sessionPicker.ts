import { CancellationError, window } from 'vscode';
import type { Session } from '../../../accounts/session';
import { organizationTitle } from '../../messages/place';
import { l10n } from '../../l10n';

/**
 * Asks which organization is meant, where there are several.
 *
 * @param placeHolder what the field says.
 * @returns undefined where there is none.
 * @throws CancellationError when none is picked.
 */
export async function pickSession(
  sessions: readonly Session[],
  placeHolder = l10n.t('Choose an organization'),
): Promise<Session | undefined> {
  if (sessions.length < 2) {
    return sessions[0];
  }
  const items = sessions.map((session) => ({ label: organizationTitle(session), session }));
  const picked = await window.showQuickPick(items, { placeHolder });
  if (!picked) {
    throw new CancellationError();
  }
  return picked.session;
}
