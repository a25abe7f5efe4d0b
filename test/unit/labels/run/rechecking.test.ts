import { describe, expect, it } from 'vitest';
import type { RequestOptions } from '../../../../src/api/client';
import type { Label } from '../../../../src/api/schema';
import { LabelStore } from '../../../../src/labels/labelStore';
import { Recheck } from '../../../../src/labels/recheck';
import { hasSameName, hasSameNameAndColor } from '../../../../src/labels/sameLabel';
import { Simulation, tally } from './support';

const HOUR_MS = 3_600_000;
const LIST = { method: 'GET', path: '/labels' };

/** A run that was agreed to at its beginning, as the commands carry it out. */
async function agreedRun(simulation: Simulation, labels: readonly Label[], write: 'delete' | 'retire') {
  const { client, run } = simulation.openWindow();
  const { clock } = simulation;
  const store = new LabelStore(client, 'en', () => clock.now());
  await clock.until(store.refresh());
  const recheck = new Recheck(client, store);
  await clock.until(recheck.changesSince(labels, {}));
  simulation.kirim.requests.clear();
  const act = (label: Label, options: RequestOptions): Promise<unknown> =>
    write === 'delete'
      ? client.deleteLabel(label.id, recheck.guard(label, hasSameName, options))
      : client.updateLabel(
          label.id,
          { name: `[retired] ${label.name}`, color: 'gray' },
          recheck.guard(label, hasSameNameAndColor, options),
        );
  return () => simulation.end(run(labels, { act }));
}

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
    const start = await agreedRun(simulation, simulation.labels, 'delete');
    let renamed = 0;
    simulation.at(5, () => {
      renameAll(simulation);
      renamed = kept(simulation).length;
      simulation.clock.suspend(8 * HOUR_MS);
    });
    const result = await start();
    expect(renamed).toBeGreaterThan(100);
    // What was on its way when the computer fell asleep may have been decided before.
    expect(kept(simulation).length).toBeGreaterThanOrEqual(renamed - 8);
    expect(tally(result)['failed']).toBe(kept(simulation).length);
  });

  it('writes nothing over', async () => {
    const simulation = new Simulation({ labels: 100 });
    const start = await agreedRun(simulation, simulation.labels, 'retire');
    simulation.at(5, () => {
      renameAll(simulation, 60);
      simulation.clock.suspend(8 * HOUR_MS);
    });
    await start();
    expect(kept(simulation)).toHaveLength(40);
  });
});

describe('a run that takes long', () => {
  it('leaves alone what is renamed more than half a minute before its turn', async () => {
    const simulation = new Simulation({ labels: 137 });
    const start = await agreedRun(simulation, simulation.labels, 'delete');
    simulation.at(30, () => {
      renameAll(simulation, 120);
    });
    await start();
    expect(kept(simulation)).toHaveLength(17);
  });

  it('leaves it alone in a long list as well, of which it reads the labels one by one', async () => {
    const simulation = new Simulation({ labels: 3_200 });
    const some = simulation.labels.slice(0, 137);
    const start = await agreedRun(simulation, some, 'delete');
    simulation.at(30, () => {
      renameAll(simulation, 120);
    });
    const result = await start();
    expect(tally(result)).toEqual({ done: 120, failed: 17 });
    expect(simulation.kirim.requests.count(LIST)).toBe(0);
    expect(simulation.kirim.requests.count({ method: 'GET' })).toBeLessThanOrEqual(137);
  });

  it('stops where the labels cannot be read again, and says why', async () => {
    const simulation = new Simulation({ labels: 137 });
    const start = await agreedRun(simulation, simulation.labels, 'delete');
    simulation.kirim.faults.add({ match: LIST, times: Infinity, fault: { kind: 'status', status: 500 } });
    const result = await start();
    const { done = 0, failed = 0 } = tally(result);
    expect(done).toBeLessThanOrEqual(48 + 31);
    // Those that were next, and none of the rest.
    expect(failed).toBeGreaterThan(0);
    expect(failed).toBeLessThanOrEqual(9);
    expect(simulation.organization.labels()).toHaveLength(137 - done);
    expect(result.stoppedBy).toMatchObject({ status: 500 });
  });

  it('loads the list at most twice a minute', async () => {
    const simulation = new Simulation({ labels: 137 });
    await (
      await agreedRun(simulation, simulation.labels, 'delete')
    )();
    expect(simulation.organization.labels()).toEqual([]);
    expect(simulation.kirim.requests.count(LIST)).toBeLessThanOrEqual(2 * 3);
  });
});
