import { env, l10n } from 'vscode';
import { nameIn } from '../../ui/messages/names';
import { showStatus } from '../../ui/notifications/statusBar';
import { chooseLabels } from '../chooseLabels';
import type { CommandContext } from '../commandContext';

/** Copies the ids of the chosen labels, each on a line. */
export async function copyLabelId(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const title = l10n.t('Copy Label ID');
  const again = () => copyLabelId(context, []);
  const { labels, session } = await chooseLabels(context, args, { title, again, mindsBusy: false });
  const [first] = labels;
  await env.clipboard.writeText(labels.map(({ id }) => id).join('\n'));
  showStatus(
    labels.length === 1 && first
      ? l10n.t('Copied the ID of {0}.', nameIn(session, first))
      : l10n.t('Copied the IDs of {0} labels.', labels.length),
  );
}
