import { describe, expect, it } from 'vitest';
import { groupByTeam, teamNames } from '../../../src/labels/teams';
import { label } from './fakes';

it('groups labels by team, teams by id, labels in the order in which they were given', () => {
  const groups = groupByTeam(
    [label('b', { team_id: 'support' }), label('a', { team_id: 'sales' }), label('c', { team_id: 'support' })],
    new Map([['support', 'A']]),
  );
  expect(groups.map(({ teamId, labels }) => [teamId, ...labels.map(({ name }) => name)])).toEqual([
    ['sales', 'a'],
    ['support', 'b', 'c'],
  ]);
});

it('names a team by the end of a long id, as far as it tells the teams apart', () => {
  const short = (...ids: string[]) => [...teamNames(ids, new Map()).values()];
  expect(short('sales', 'support')).toEqual(['sales', 'support']);
  expect(short('team_01JNCS44H0A0GZY8KQDZEF4C75', 'team_01JNCS44H0A0GZY8KQDZ8MX2P1')).toEqual(['…EF4C75', '…8MX2P1']);
  expect(short('team_01JNCS44H0AAGZY8KQDZEF4C75', 'team_01JNCS44H0ABGZY8KQDZEF4C75')[0]).toContain('A');
});

describe('a team is called by what the user calls it', () => {
  it.each([
    ['', { a: 'Sales' }, ['Sales', 'b', 'c']],
    [', with its id where two are called the same', { a: 'Sales', b: 'Sales' }, ['Sales (a)', 'Sales (b)', 'c']],
    [', or look the same', { a: 'Sales', b: 'Sаles' }, ['Sales (a)', 'Sаles (b)', 'c']],
    [', or where it is the id of another one', { a: 'b', c: 'C' }, ['b (a)', 'b', 'C']],
    [', but not where only ids tell teams apart', { a: 'X', b: 'X', c: 'X (a)' }, ['a', 'b', 'c']],
    [', whatever teams of other organizations are called', { a: 'Sales', other: 'Sales' }, ['Sales', 'b', 'c']],
  ])('%s', (_, aliases, names) => {
    expect([...teamNames(['a', 'b', 'c'], new Map(Object.entries(aliases))).values()]).toEqual(names);
  });
});
