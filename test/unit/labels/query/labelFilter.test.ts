import { describe, expect, it } from 'vitest';
import { isFiltering, type LabelFilter, matcherOf, NO_FILTER } from '../../../../src/labels/query/labelFilter';
import { label } from '../fakes';

const labels = [
  label('VIP', { color: 'red', id: 'lbl_01H8XGJWBW' }),
  label('Email  all', { color: 'blue', team_id: 'team_2' }),
  label('[retired] VIP 2023', { team_id: 'team_2' }),
  label('Café ﬁne'),
];

const found = (filter: Partial<LabelFilter>) =>
  labels.filter(matcherOf({ ...NO_FILTER, ...filter }, '[retired] ')).map(({ name }) => name);

describe('a filter', () => {
  it.each([
    ['vip', ['VIP', '[retired] VIP 2023']],
    ['  ViP ', ['VIP', '[retired] VIP 2023']],
    ['lbl_01h8xg', ['VIP']],
    ['xgjwbw', ['VIP']],
    ['…XGJWBW', ['VIP']],
    ['email all', ['Email  all']],
    ['CAFÉ FINE', ['Café ﬁne']],
    // Cyrillic, and with what has no shape in between.
    ['САF', ['Café ﬁne']],
    ['V\u200BIP 2', ['[retired] VIP 2023']],
    ['ail', ['Email  all']],
    ['nothing', []],
  ])('finds %j in names as they are seen, and by how ids begin or end', (text, names) => {
    expect(found({ text })).toEqual(names);
  });

  it.each(['b', '_', 'lb', 'xx', 'new', '8xgj', 'gjwbw'])('finds nothing by the letters in ids: %j', (text) => {
    expect(found({ text })).toEqual([]);
  });

  it('tells “i” and “l” apart, but not the letters that look alike', () => {
    // Not “ail”.
    expect(found({ text: 'maii' })).toEqual([]);
    expect(found({ text: 'VlP' })).toEqual(['VIP', '[retired] VIP 2023']);
  });

  it('shows what has one of the colors, one of the teams, and is retired or not', () => {
    expect(found({ colors: ['red', 'blue'] })).toEqual(['VIP', 'Email  all']);
    expect(found({ teamIds: ['team_2'] })).toEqual(['Email  all', '[retired] VIP 2023']);
    expect(found({ isRetired: true })).toEqual(['[retired] VIP 2023']);
    expect(found({ isRetired: false })).toEqual(['VIP', 'Email  all', 'Café ﬁne']);
    expect(found({ text: 'vip', teamIds: ['team_2', 'team_3'], isRetired: true })).toEqual(['[retired] VIP 2023']);
    expect(found({ text: 'vip', colors: ['blue'] })).toEqual([]);
  });

  it('is none where nothing is chosen, and nothing typed that can be seen', () => {
    for (const text of ['', '  ', '\u200B']) {
      expect(isFiltering({ ...NO_FILTER, text })).toBe(false);
      expect(found({ text })).toHaveLength(labels.length);
    }
    for (const part of [{ text: 'a' }, { colors: ['red'] }, { teamIds: ['team_1'] }, { isRetired: false }]) {
      expect(isFiltering({ ...NO_FILTER, ...part })).toBe(true);
    }
  });
});
