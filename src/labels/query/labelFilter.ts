import type { Label } from '../../api/schema';
import { SHORTEST_END } from '../names/shortIds';
import { visibleText } from '../names/visibleText';
import { isRetired } from '../retired';

/** Which labels are shown: those that fit each part of it. A part that is left empty fits all. */
export interface LabelFilter {
  /** Is in the name, as it is seen, or fits the id: see `idMatcher`; upper and lower case are the same. */
  readonly text: string;
  readonly colors: readonly string[];
  readonly teamIds: readonly string[];
  /** Retired labels alone, or alone those in use; undefined for both. */
  readonly isRetired: boolean | undefined;
}

/** What the id of each label begins with (API: Labels). */
const ID_START = 'lbl_';

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
  const [lower, seen, fitsId] = [lowerText(text), visibleText(text), idMatcher(text.trim().toLowerCase())];
  if (seen === '') {
    return () => true;
  }
  const isAmbiguous = seen.includes('I');
  return ({ id, name }) =>
    lowerText(name).includes(lower) || (isAmbiguous && visibleText(name).includes(seen)) || fitsId(id.toLowerCase());
}

/**
 * An id that begins with the text, or ends with as much of it as rows show of an id: “…EF4C75”. What is somewhere in an id fits
 * none: ids are random letters, and most of what is typed would be in some of them.
 */
function idMatcher(text: string): (id: string) => boolean {
  const end = text.replace(/^…/, '');
  return (id) => (text.startsWith(ID_START) ? id.startsWith(text) : end.length >= SHORTEST_END && id.endsWith(end));
}

function lowerText(text: string): string {
  return visibleText(text.toLowerCase());
}
