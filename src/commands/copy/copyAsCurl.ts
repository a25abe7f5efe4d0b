import { curlDelete } from '../../api/curl';
import type { CommandContext } from '../commandContext';
import { copyLabels } from './copyLabels';
import { l10n } from '../../ui/l10n';

/** Copies the requests that delete the chosen labels, each on a line, for a shell that has the key in `KIRIM_API_KEY`. */
export function copyAsCurl(context: CommandContext, args: readonly unknown[]): Promise<void> {
  return copyLabels(context, args, {
    title: l10n.t('Copy Delete Request as cURL'),
    again: () => copyAsCurl(context, []),
    textOf: (items) => items.map(({ label, session }) => curlDelete(session.baseUrl, label.id)).join('\n'),
    one: (name) => l10n.t('Copied the request that deletes {0}. It has no API key in it.', name),
    many: (count) => l10n.t('Copied the requests that delete {0} labels. They have no API key in them.', count),
  });
}
