import { commands } from 'vscode';
import { organizationOf } from '../../ui/messages/place';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/** Shows an organization that lives in memory, to try everything without a key. */
export async function openSample({ accounts, notifications, view }: CommandContext): Promise<void> {
  const sample = await accounts.openSample(l10n.t('Sample organization'));
  await commands.executeCommand('kirimLabels.labels.focus');
  await view.showOrganization(sample);
  const close = () => commands.executeCommand('kirimLabels.closeSample');
  notifications.notify(
    'begun',
    l10n.t(
      '{0} has sample data, in this window only: nothing of it is sent to KirimChat, and what you change in it is forgotten when you close it.',
      organizationOf(sample),
    ),
    { title: l10n.t('Close Sample Data'), run: close },
  );
}
