import { expect, it } from 'vitest';
import { planCopy } from '../../../src/operations/planCopy';
import { label } from '../labels/fakes';

const items = (...labels: ReturnType<typeof label>[]) => labels.map((one) => ({ label: one }));
const names = (some: readonly ReturnType<typeof items>[number][]) => some.map(({ label: { name } }) => name);

it('what is missing in the team is created, and what it has is left out, whatever other teams have', () => {
  const target = [label('VIP', { team_id: 'a' }), label('New', { team_id: 'b' }), label('Old', { team_id: 'a' })];
  const labels = items(...['New', 'VIP', 'Paid', 'vip'].map((name) => label(name)));
  const plan = planCopy(labels, target, 'a');
  expect(names(plan.wanted)).toEqual(['New', 'Paid', 'vip']);
  expect(plan.existing).toEqual([target[0]]);
  expect(planCopy(labels, target, 'b').existing).toEqual([target[1]]);
});

it('each name is created once: the first of it, with its color', () => {
  const [red, teal] = [label('VIP', { id: '1', color: 'red' }), label('VIP', { id: '2', color: 'teal' })];
  expect(planCopy(items(label('A'), red, teal), [], undefined)).toMatchObject({
    wanted: items(label('A'), red),
    twins: items(teal),
  });
  expect(planCopy(items(red, teal), [label('VIP')], 'team_1')).toEqual({
    wanted: [],
    existing: [label('VIP')],
    twins: [],
  });
});
