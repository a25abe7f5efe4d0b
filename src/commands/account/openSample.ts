import { commands } from 'vscode';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/** Shows an organization that lives in memory, to try everything without a key. */
export async function openSample({ accounts, notifications }: CommandContext): Promise<void> {
  await accounts.openSample(l10n.t('Sample organization'));
  await commands.executeCommand('kirimLabels.labels.focus');
  const close = () => commands.executeCommand('kirimLabels.closeSample');
  notifications.notify(
    'begun',
    l10n.t(
      'This is sample data, in this window only: nothing is sent to KirimChat, and what you change is forgotten when you close it.',
    ),
    { title: l10n.t('Close Sample Data'), run: close },
  );
}
