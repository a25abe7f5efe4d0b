import { env, l10n } from 'vscode';
import { nameIn } from '../../ui/messages/names';
import { showStatus } from '../../ui/notifications/statusBar';
import { chooseLabels } from '../chooseLabels';
import type { CommandContext } from '../commandContext';

/** Copies the ids of the chosen labels, each on a line. */
export async function copyLabelId(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const title = l10n.t('Copy Label ID');
  const again = () => copyLabelId(context, []);
  const { chosen } = await chooseLabels(context, args, { title, again, mindsBusy: false });
  const labels = chosen.flatMap((part) => part.labels);
  const [first] = chosen;
  const [only] = labels.length === 1 ? labels : [];
  await env.clipboard.writeText(labels.map(({ id }) => id).join('\n'));
  showStatus(
    first && only
      ? l10n.t('Copied the ID of {0}.', nameIn(first.session, only))
      : l10n.t('Copied the IDs of {0} labels.', labels.length),
  );
}
