import { describe, expect, it } from 'vitest';
import type { RequestOptions } from '../../../../src/api/client';
import type { OperationProgress, Written } from '../../../../src/operations/operation';
import { Simulation } from './support';

describe('what a run does with each label', () => {
  it('starts when its turn has almost come: one is ready, at most eight are on their way', async () => {
    const simulation = new Simulation({ labels: 80 });
    const { client, run } = simulation.openWindow();
    let underWay = 0;
    const waiting: number[] = [];
    const act = async ({ id }: { id: string }, options: RequestOptions): Promise<Written> => {
      underWay += 1;
      waiting.push(underWay - client.writeBudget.inFlight);
      expect(underWay).toBeLessThanOrEqual(9);
      const deletion = await client.deleteLabel(id, options);
      underWay -= 1;
      return deletion;
    };

    await simulation.end(run(simulation.labels, { act }));

    expect(waiting).toHaveLength(80);
    expect(new Set(waiting)).toEqual(new Set([1]));
    expect(simulation.maxInFlight).toBe(8);
  });

  it('may take time before it sends: the reserve stays all the same', async () => {
    const simulation = new Simulation({ labels: 80 });
    const { client, run } = simulation.openWindow();
    const act = async ({ id }: { id: string }, options: RequestOptions): Promise<Written> => {
      await simulation.clock.sleep(30);
      return client.deleteLabel(id, options);
    };

    await simulation.end(run(simulation.labels, { act }));

    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
  });

  it('may end without a request', async () => {
    const simulation = new Simulation({ labels: 20 });

    const { outcomes } = await simulation.run({ act: ({ name }) => Promise.resolve({ requestId: name }) });

    expect(outcomes.map(({ written }) => written?.requestId)).toEqual(simulation.labels.map(({ name }) => name));
    expect(simulation.kirim.requests.count()).toBe(0);
  });

  it('is nothing in an empty run', async () => {
    expect(await new Simulation().run()).toEqual({ outcomes: [] });
  });
});

describe('the progress of a run', () => {
  it('counts labels that are through, and tells of waits of a second or more', async () => {
    const simulation = new Simulation({ labels: 60 });
    const told: OperationProgress[] = [];

    await simulation.run({ onProgress: (progress) => told.push(progress) });

    const ends = told.filter(({ waiting }) => !waiting);
    expect(ends).toEqual(simulation.labels.map((_, index) => ({ done: index + 1, total: 60 })));
    const waits = told.flatMap(({ waiting }) => waiting ?? []);
    expect(waits.length).toBeGreaterThan(0);
    expect(Math.min(...waits.map(({ seconds }) => seconds))).toBeGreaterThanOrEqual(1);
    expect(new Set(waits.map(({ reason }) => reason))).toEqual(new Set(['budget']));
    expect(ends.at(-1)).toBe(told.at(-1));
  });

  it('tells of a 429 that makes it wait', async () => {
    const simulation = new Simulation({ labels: 2 });
    simulation.kirim.faults.add({ fault: { kind: 'rate_limited', retryAfter: '40' } });
    const told: OperationProgress[] = [];

    await simulation.run({ onProgress: (progress) => told.push(progress) });

    const wait = told[0];
    expect(wait).toMatchObject({ done: 0, total: 2, waiting: { reason: 'retryAfter' } });
    expect(wait?.waiting?.seconds).toBeGreaterThanOrEqual(40);
    expect(wait?.waiting?.seconds).toBeLessThan(41);
  });

  it('tells of a Retry-After even when nobody else is in the queue', async () => {
    const simulation = new Simulation({ labels: 1 });
    simulation.kirim.faults.add({ fault: { kind: 'status', status: 503, headers: { 'Retry-After': '20' } } });
    const told: OperationProgress[] = [];

    await simulation.run({ onProgress: (progress) => told.push(progress) });

    expect(told[0]?.waiting).toEqual({ seconds: expect.closeTo(20.5, 0) as number, reason: 'retryAfter' });
  });

  it.each([
    [429, 'retryAfter'],
    // Nothing that KirimChat asked for: it does not tell how full the bucket is.
    [503, 'budget'],
  ])('tells of a wait after a %d that does not say how long: %s', async (status, why) => {
    const simulation = new Simulation({ labels: 1 });
    simulation.kirim.faults.add({ fault: { kind: 'status', status } });
    const waits: unknown[] = [];

    await simulation.run({ onProgress: ({ waiting }) => waits.push(waiting?.reason) });

    expect(waits[0]).toBe(why);
  });
});
