import { showStatus } from '../../ui/notifications/statusBar';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/** Forgets the sample organization, with all that was changed in it. */
export function closeSample({ accounts }: CommandContext): void {
  const isOpen = accounts.sessions.some(({ isSample }) => isSample);
  accounts.closeSample();
  showStatus(isOpen ? l10n.t('Closed the sample data.') : l10n.t('No sample data is open.'));
}
