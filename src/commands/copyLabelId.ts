import { env, l10n } from 'vscode';
import { quoted } from '../ui/plainText';
import { tellDone } from '../ui/statusBar';
import { chooseLabel } from './chooseLabel';
import type { CommandContext } from './commandContext';

export async function copyLabelId(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const { label } = await chooseLabel(context, args, l10n.t('Copy Label ID'), () => copyLabelId(context, []));
  await env.clipboard.writeText(label.id);
  tellDone(l10n.t('Copied the ID of {0}.', quoted(label.name)));
}
