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
