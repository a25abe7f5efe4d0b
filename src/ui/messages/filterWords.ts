import type { Label } from '../../api/schema';
import { joined } from '../../common/joined';
import { visibleText } from '../../labels/names/visibleText';
import type { LabelFilter } from '../../labels/query/labelFilter';
import { colorName } from '../color';
import { isolated, quoted } from './plainText';
import { teamNamesOf } from './teamNames';
import { l10n } from '../l10n';

/** More than so many colors, or teams, are counted: a narrow view has many lines else. */
const MOST_NAMED = 3;

/**
 * What is filtered, and how many labels that leaves.
 *
 * @param labels all that there are.
 * @param shown how many of them are shown.
 * @param hasMore whether there are labels that were not loaded.
 */
export function describeFilter(filter: LabelFilter, labels: readonly Label[], shown: number, hasMore = false): string {
  const names = filter.teamIds.length > 0 ? teamNamesOf(labels) : new Map<string, string>();
  const { text, colors, teamIds, isRetired } = filter;
  const parts = [
    visibleText(text) === '' ? '' : quoted(text.trim()),
    ...(colors.length > MOST_NAMED ? [l10n.t('{0} colors', colors.length)] : colors.map(colorName)),
    ...(teamIds.length > MOST_NAMED
      ? [l10n.t('{0} teams', teamIds.length)]
      : teamIds.map((id) => l10n.t('team {0}', isolated(names.get(id) ?? id)))),
    isRetired === undefined ? '' : isRetired ? l10n.t('retired') : l10n.t('in use'),
  ];
  if (hasMore) {
    return l10n.t('Filter: {0}. {1} of {2} labels so far.', joined(parts, ', '), shown, labels.length);
  }
  return labels.length === 1
    ? l10n.t('Filter: {0}. {1} of 1 label.', joined(parts, ', '), shown)
    : l10n.t('Filter: {0}. {1} of {2} labels.', joined(parts, ', '), shown, labels.length);
}

/**
 * What a question says while a filter is on. Labels that it hides may have been picked from the list of all.
 *
 * @param shows whether the filter shows a label.
 */
export function filterNote(labels: readonly Label[], shows: (label: Label) => boolean): string {
  const hidden = labels.filter((label) => !shows(label)).length;
  if (hidden === 0) {
    return l10n.t('A filter is on: only labels that it shows are chosen.');
  }
  return hidden === 1
    ? l10n.t('A filter is on: 1 label that it hides is chosen as well.')
    : l10n.t('A filter is on: {0} labels that it hides are chosen as well.', hidden);
}
