import type { Label } from '../../api/schema';
import { visibleText } from '../names/visibleText';
import { isRetired } from '../retired';

/** Which labels are shown: those that fit each part of it. A part that is left empty fits all. */
export interface LabelFilter {
  /** Is in the name, as it is seen, or in the id; upper and lower case are the same. */
  readonly text: string;
  readonly colors: readonly string[];
  readonly teamIds: readonly string[];
  /** Retired labels alone, or alone those in use; undefined for both. */
  readonly isRetired: boolean | undefined;
}

export const NO_FILTER: LabelFilter = { text: '', colors: [], teamIds: [], isRetired: undefined };

/** Whether it may hide a label: what cannot be seen of a text does not. */
export function isFiltering({ text, colors, teamIds, isRetired }: LabelFilter): boolean {
  return visibleText(text) !== '' || colors.length > 0 || teamIds.length > 0 || isRetired !== undefined;
}

/** Whether a label fits. Made once for all labels: what can be done beforehand is done here. */
export function matcherOf(filter: LabelFilter, retiredPrefix: string): (label: Label) => boolean {
  const fitsText = textMatcher(filter.text);
  const [colors, teamIds] = [new Set(filter.colors), new Set(filter.teamIds)];
  return (label) =>
    (colors.size === 0 || colors.has(label.color)) &&
    (teamIds.size === 0 || teamIds.has(label.team_id)) &&
    (filter.isRetired === undefined || filter.isRetired === isRetired(label, retiredPrefix)) &&
    fitsText(label);
}

/**
 * In lower case, in which “I” and “l” are different letters; and as it is seen, where they are not, so that a name that was read
 * off the screen is found as well.
 */
function textMatcher(text: string): (label: Label) => boolean {
  const [lower, seen, idPart] = [lowerText(text), visibleText(text), text.trim().toLowerCase()];
  if (seen === '') {
    return () => true;
  }
  const isAmbiguous = seen.includes('I');
  return ({ id, name }) =>
    lowerText(name).includes(lower) ||
    (isAmbiguous && visibleText(name).includes(seen)) ||
    id.toLowerCase().includes(idPart);
}

function lowerText(text: string): string {
  return visibleText(text.toLowerCase());
}
