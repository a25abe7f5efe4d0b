import { expect, it } from 'vitest';
import { groupByTeam } from '../../../src/labels/teams';
import { label } from './fakes';

it('groups labels by team, teams by id, labels in the order in which they were given', () => {
  const groups = groupByTeam([
    label('b', { team_id: 'support' }),
    label('a', { team_id: 'sales' }),
    label('c', { team_id: 'support' }),
  ]);
  expect(groups.map(({ teamId, labels }) => [teamId, ...labels.map(({ name }) => name)])).toEqual([
    ['sales', 'a'],
    ['support', 'b', 'c'],
  ]);
});

it('names a team by the end of a long id, as far as it tells the teams apart', () => {
  const short = (...ids: string[]) =>
    groupByTeam(ids.map((team_id) => label('a', { team_id }))).map((team) => team.shortId);
  expect(short('sales', 'support')).toEqual(['sales', 'support']);
  expect(short('team_01JNCS44H0A0GZY8KQDZEF4C75', 'team_01JNCS44H0A0GZY8KQDZ8MX2P1')).toEqual(['…8MX2P1', '…EF4C75']);
  expect(short('team_01JNCS44H0AAGZY8KQDZEF4C75', 'team_01JNCS44H0ABGZY8KQDZEF4C75')[0]).toContain('A');
});
