import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../../../src/labels/query/labelFilter';
import { describeFilter, filterNote } from '../../../../src/ui/messages/filterWords';
import { label } from '../../labels/fakes';

const labels = [label('A', { team_id: 'sales' }), label('B', { team_id: 'support' }), label('$(trash)')];

describe('what a filter is said to be', () => {
  it.each([
    [{ text: 'vip' }, 'Filter: “vip”. 2 of 3 labels.'],
    [{ text: ' $(trash) ' }, 'Filter: “$\u2060(trash)”. 2 of 3 labels.'],
    [{ colors: ['red', 'sky'], teamIds: ['sales'] }, 'Filter: red, sky blue, team sales. 2 of 3 labels.'],
    [{ text: 'a', isRetired: true }, 'Filter: “a”, retired. 2 of 3 labels.'],
    [{ text: '\u200B', colors: ['red'] }, 'Filter: red. 2 of 3 labels.'],
    [{ colors: ['red', 'sky', 'mauve'] }, 'Filter: red, sky blue, mauve. 2 of 3 labels.'],
    [
      { colors: ['red', 'sky', 'mauve', 'gray'], teamIds: ['a', 'b', 'c', 'd', 'e'] },
      'Filter: 4 colors, 5 teams. 2 of 3 labels.',
    ],
    [{ isRetired: false, teamIds: ['gone'] }, 'Filter: team gone, in use. 2 of 3 labels.'],
  ])('%j', (part, words) => {
    expect(describeFilter({ ...NO_FILTER, ...part }, labels, 2)).toBe(words);
  });

  it('says that there are more labels, which were not searched', () => {
    expect(describeFilter({ ...NO_FILTER, text: 'x' }, labels, 2, true)).toBe('Filter: “x”. 2 of 3 labels so far.');
  });

  it('counts one label', () => {
    expect(describeFilter({ ...NO_FILTER, text: 'x' }, [label('A')], 0)).toBe('Filter: “x”. 0 of 1 label.');
  });
});

describe('a question while a filter is on', () => {
  it.each([
    [['A', 'B'], 'A filter is on: only labels that it shows are chosen.'],
    [['A'], 'A filter is on: 1 label that it hides is chosen as well.'],
    [[], 'A filter is on: 3 labels that it hides are chosen as well.'],
  ])('says whether the filter hides some of the labels: shown are %j', (shown, words) => {
    const chosen = words.includes('only') ? labels.slice(0, 2) : labels.slice(0, shown.length === 1 ? 2 : 3);
    expect(filterNote(chosen, ({ name }) => shown.includes(name))).toBe(words);
  });
});
