import type { CommandContext } from '../commandContext';
import { copyLabels } from './copyLabels';
import { l10n } from '../../ui/l10n';

/** Copies the ids of the chosen labels, each on a line. */
export function copyLabelId(context: CommandContext, args: readonly unknown[]): Promise<void> {
  return copyLabels(context, args, {
    title: l10n.t('Copy Label ID'),
    again: () => copyLabelId(context, []),
    textOf: (items) => items.map(({ label }) => label.id).join('\n'),
    one: (name) => l10n.t('Copied the ID of {0}.', name),
    many: (count) => l10n.t('Copied the IDs of {0} labels.', count),
  });
}
