import { env } from 'vscode';
import { l10n } from '../../ui/l10n';
import { showStatus } from '../../ui/notifications/statusBar';
import type { CommandContext } from '../commandContext';
import { supportInformation } from './supportInformation';

/** Shows what support needs to know, and copies exactly that where the user agrees. */
export async function copySupportInformation(context: CommandContext): Promise<void> {
  const lines = supportInformation(context);
  await context.reports.open(l10n.t('Support Information'), lines);
  const copy = async () => {
    await env.clipboard.writeText(`${lines.join('\n')}\n`);
    showStatus(l10n.t('Copied the support information.'));
  };
  const message = l10n.t(
    'This is what helps to find a fault. It has no API key and no names in it. Read it before you copy it.',
  );
  context.notifications.notify('begun', message, { title: l10n.t('Copy'), run: copy });
}
