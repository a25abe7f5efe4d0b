import { env } from 'vscode';
import { joined } from '../../common/joined';
import { readTeamAliases } from '../../accounts/configuration';
import type { LabelStore } from '../../labels/labelStore';
import { withCodes } from '../../labels/names/visibleText';
import { colorName } from '../color';
import { describeError } from './describeError';
import { teamsOf } from './teamNames';
import { l10n } from '../l10n';

/**
 * The labels of an organization, each on a line, as two organizations are compared by: name, color, and what the user calls the
 * team. Ids differ in any case, those of teams as well.
 *
 * @param failure why the list could not be loaded to its end.
 */
export function labelLines(
  { labels, unreadable, hasMore }: Pick<LabelStore, 'labels' | 'unreadable' | 'hasMore'>,
  failure?: unknown,
): string[] {
  const aliases = readTeamAliases();
  const teams = new Map(teamsOf(labels).map(({ teamId, name }) => [teamId, aliases.has(teamId) ? name : '']));
  const { compare } = new Intl.Collator(env.language, { numeric: true });
  const rows = labels.map(({ name, color, team_id }) => {
    const words = [withCodes(name), colorName(color), withCodes(teams.get(team_id) ?? '')];
    return { name, line: joined(words, '  ') };
  });
  // The same order wherever the labels come from: names that the language takes for the same are told apart by their characters.
  rows.sort((a, b) => compare(a.name, b.name) || order(a.name, b.name) || order(a.line, b.line));
  const heading = [
    failure === undefined ? '' : l10n.t('This list may be incomplete or out of date. {0}', describeError(failure)),
    hasMore
      ? l10n.t('This list is not complete: there are more labels than the {0} that were loaded.', labels.length)
      : '',
    describeUnreadable(unreadable.length),
  ].filter((sentence) => sentence !== '');
  return [...heading, ...(heading.length > 0 ? [''] : []), ...rows.map(({ line }) => line)];
}

function order(text: string, other: string): number {
  return text === other ? 0 : text < other ? -1 : 1;
}

function describeUnreadable(count: number): string {
  switch (count) {
    case 0:
      return '';
    case 1:
      return l10n.t('1 label could not be read, and is missing here.');
    default:
      return l10n.t('{0} labels could not be read, and are missing here.', count);
  }
}
