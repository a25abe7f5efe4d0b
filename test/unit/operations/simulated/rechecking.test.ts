import { describe, expect, it } from 'vitest';
import { deleteOperation } from '../../../../src/operations/deleteLabels';
import { planRetirement } from '../../../../src/operations/retirement';
import { updateOperation } from '../../../../src/operations/updateLabels';
import { tally, Simulation } from './support';

const HOUR_MS = 3_600_000;
const LIST = { method: 'GET', path: '/labels' };
const PREFIX = '[retired] ';

/** A colleague gives all that are there still names of their own. */
function renameAll({ organization, labels }: Simulation, from = 0): void {
  const there = new Set(organization.labels().map(({ id }) => id));
  for (const { id, name } of labels.slice(from).filter((label) => there.has(label.id))) {
    organization.renameLabel(id, `KEEP ${name}`);
  }
}

const kept = ({ organization }: Simulation) => organization.labels().filter(({ name }) => name.startsWith('KEEP '));

describe('a run that goes on after the computer has slept', () => {
  it.each([60, 600])('deletes nothing under a name that was given meanwhile, at %s a minute', async (perMinute) => {
    const simulation = new Simulation({ perMinute, labels: 600 });
    let renamed = 0;
    simulation.at(5, () => {
      renameAll(simulation);
      renamed = kept(simulation).length;
      simulation.clock.suspend(8 * HOUR_MS);
    });
    const result = await simulation.operate(deleteOperation);
    expect(renamed).toBeGreaterThan(100);
    // What was on its way when the computer fell asleep may have been decided before.
    expect(kept(simulation).length).toBeGreaterThanOrEqual(renamed - 8);
    expect(tally(result)).toMatchObject({ changed: kept(simulation).length });
  });

  it('writes nothing over', async () => {
    const simulation = new Simulation({ labels: 100 });
    const plan = planRetirement(simulation.labels, simulation.labels, PREFIX);
    const retiring = updateOperation({
      activity: 'retiring',
      plan: (labels) => planRetirement(labels, simulation.labels, PREFIX),
      isAgreed: ({ name }, agreed) => name === agreed.name,
      startRun: (labels, journal, options) => journal.startRun('retire', labels, options),
    });
    simulation.at(5, () => {
      renameAll(simulation, 60);
      simulation.clock.suspend(8 * HOUR_MS);
    });
    await simulation.operate(retiring, plan);
    expect(kept(simulation)).toHaveLength(40);
  });
});

describe('a run that takes long', () => {
  it('leaves alone what is renamed more than half a minute before its turn', async () => {
    const simulation = new Simulation({ labels: 137 });
    simulation.at(30, () => {
      renameAll(simulation, 120);
    });
    await simulation.operate(deleteOperation);
    expect(kept(simulation)).toHaveLength(17);
  });

  it('leaves it alone in a long list as well, of which it reads the labels one by one', async () => {
    const simulation = new Simulation({ labels: 3_200 });
    simulation.at(60, () => {
      renameAll(simulation, 120);
    });
    const items = simulation.labels.slice(0, 137).map((label) => ({ label }));
    const result = await simulation.operate(deleteOperation, items);
    expect(tally(result)).toEqual({ done: 120, changed: 17 });
    // Once when it was opened, once after the question and once after the end.
    expect(simulation.kirim.requests.count(LIST)).toBeLessThanOrEqual(3 * 32);
    expect(simulation.kirim.requests.count({ method: 'GET' })).toBeLessThanOrEqual(3 * 32 + 137);
  });

  it('stops where the labels cannot be read again, and says why', async () => {
    const simulation = new Simulation({ labels: 137 });
    const fault = { kind: 'status', status: 500 } as const;
    // The first two lists are those that are shown, and that the question is compared with.
    simulation.kirim.faults.add({ match: LIST, skip: 4, times: Infinity, fault });
    const result = await simulation.operate(deleteOperation);
    const { done = 0, unchecked = 0 } = tally(result);
    expect(done).toBeLessThanOrEqual(48 + 31);
    // Those that were next, and none of the rest.
    expect(unchecked).toBeGreaterThan(0);
    expect(unchecked).toBeLessThanOrEqual(9);
    expect(simulation.organization.labels()).toHaveLength(137 - done);
    expect(result.stoppedBy).toMatchObject({ status: 500 });
  });

  it('loads the list at most twice a minute', async () => {
    const simulation = new Simulation({ labels: 137 });
    await simulation.operate(deleteOperation);
    expect(simulation.organization.labels()).toEqual([]);
    // Two pages twice before it begins, then at most every half a minute.
    expect(simulation.kirim.requests.count(LIST)).toBeLessThanOrEqual(2 * 2 + 2 * 3);
  });
});
