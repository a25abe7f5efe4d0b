import { knownFields } from '../../api/schema';
import type { CommandContext } from '../commandContext';
import { copyLabels } from './copyLabels';
import { l10n } from '../../ui/l10n';

/** Copies one label as an object with the API's own fields, several as an array. */
export function copyLabelAsJson(context: CommandContext, args: readonly unknown[]): Promise<void> {
  return copyLabels(context, args, {
    title: l10n.t('Copy Label as JSON'),
    again: () => copyLabelAsJson(context, []),
    textOf: (items) => {
      const objects = items.map(({ label }) => knownFields(label));
      return JSON.stringify(objects.length === 1 ? objects[0] : objects, null, 2);
    },
    one: (name) => l10n.t('Copied {0} as JSON.', name),
    many: (count) => l10n.t('Copied {0} labels as JSON.', count),
  });
}
