import { curlDelete, shellQuoted } from '../../api/curl';
import { organizationTitle } from '../../ui/messages/place';
import type { CommandContext } from '../commandContext';
import { copyLabels, type LabelOfSession } from './copyLabels';
import { l10n } from '../../ui/l10n';

/**
 * Copies the requests that delete the chosen labels, each on a line, for a shell that has the key in `KIRIM_API_KEY`. Those of
 * several organizations need several keys: a comment says whose the lines after it are.
 */
export function copyAsCurl(context: CommandContext, args: readonly unknown[]): Promise<void> {
  return copyLabels(context, args, {
    title: l10n.t('Copy Delete Request as cURL'),
    again: () => copyAsCurl(context, []),
    textOf: (items) => items.flatMap(linesOf).join('\n'),
    one: (name) => l10n.t('Copied the request that deletes {0}. It has no API key in it.', name),
    many: (count) => l10n.t('Copied the requests that delete {0} labels. They have no API key in them.', count),
  });
}

/** @param items by organization. */
function linesOf({ label, session }: LabelOfSession, index: number, items: readonly LabelOfSession[]): string[] {
  const isFirst = items[index - 1]?.session !== session;
  const areOfSeveral = items.some((item) => item.session !== session);
  // Quoted: at its prompt zsh takes what is behind a # for a command.
  const comment = `# ${shellQuoted(organizationTitle(session))}`;
  return [...(isFirst && areOfSeveral ? [comment] : []), curlDelete(session.baseUrl, label.id)];
}
