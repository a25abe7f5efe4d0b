import type { CommandContext } from '../commandContext';
import { copyLabels } from './copyLabels';
import { l10n } from '../../ui/l10n';

/** Copies the names of the chosen labels, as KirimChat has them, each on a line. */
export function copyLabelName(context: CommandContext, args: readonly unknown[]): Promise<void> {
  return copyLabels(context, args, {
    title: l10n.t('Copy Label Name'),
    again: () => copyLabelName(context, []),
    textOf: (items) => items.map(({ label }) => label.name).join('\n'),
    one: (name) => l10n.t('Copied the name {0}.', name),
    many: (count) => l10n.t('Copied the names of {0} labels.', count),
  });
}
