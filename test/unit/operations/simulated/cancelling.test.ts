import { describe, expect, it } from 'vitest';
import { Simulation, tally } from './support';

describe('cancelling a run', () => {
  it('sends nothing more, waits for what was sent, and tells which labels were left', async () => {
    const simulation = new Simulation({ perMinute: 600, labels: 200 });
    const controller = new AbortController();
    simulation.at(0.5, () => {
      controller.abort();
    });

    let done = 0;
    const result = await simulation.run({
      signal: controller.signal,
      onProgress: (progress) => {
        done = progress.done;
      },
    });

    const sent = simulation.kirim.requests.count();
    expect(tally(result)).toEqual({ done: sent, notStarted: 200 - sent });
    expect(sent).toBeGreaterThan(8);
    expect(done).toBe(sent);
    expect(result.outcomes.slice(0, sent).every(({ status }) => status === 'done')).toBe(true);
    expect(simulation.organization.labels()).toHaveLength(200 - sent);
    expect(simulation.seconds).toBeLessThanOrEqual(0.58);
    expect(result.stoppedBy).toBeUndefined();
  });

  it('ends the wait for a turn at once, and leaves no timer', async () => {
    const simulation = new Simulation({ labels: 100 });
    const controller = new AbortController();
    simulation.at(10.5, () => {
      controller.abort();
    });

    const { outcomes } = await simulation.run({ signal: controller.signal });

    expect(simulation.seconds).toBe(10.5);
    expect(simulation.clock.sleeping).toBe(0);
    expect(outcomes.at(-1)).toEqual({ item: { label: simulation.labels.at(-1) }, status: 'notStarted' });
  });

  it('starts nothing where it happened before', async () => {
    const simulation = new Simulation({ labels: 3 });
    const acts: unknown[] = [];

    const result = await simulation.run({
      signal: AbortSignal.abort(),
      act: (label) => {
        acts.push(label);
        return Promise.resolve({});
      },
    });

    expect(tally(result)).toEqual({ notStarted: 3 });
    expect(acts).toEqual([]);
  });

  it.each([
    ['was refused, so that nothing happened', 429, 'notStarted'],
    ['may have taken effect', 503, 'failed'],
  ])('between two attempts tells of one that %s', async (_, status, end) => {
    const simulation = new Simulation({ labels: 3 });
    const controller = new AbortController();
    const headers = { 'Retry-After': '20' };
    simulation.kirim.faults.add({ fault: { kind: 'status', status, headers } });
    simulation.at(5, () => {
      controller.abort();
    });

    const { outcomes } = await simulation.run({ signal: controller.signal });

    expect(outcomes[0]).toMatchObject({ status: end, ...(end === 'failed' && { error: { status } }) });
    expect(simulation.seconds).toBe(5);
    expect(simulation.clock.sleeping).toBe(0);
  });

  it('leaves the window ready for the next run', async () => {
    const simulation = new Simulation({ labels: 60 });
    const { run } = simulation.openWindow();
    const controller = new AbortController();
    simulation.at(2, () => {
      controller.abort();
    });
    await simulation.clock.until(run(simulation.labels, { signal: controller.signal }));

    await simulation.end(run(simulation.organization.labels()));

    expect(simulation.organization.labels()).toEqual([]);
    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
  });
});
