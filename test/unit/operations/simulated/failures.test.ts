import { describe, expect, it } from 'vitest';
import type { Written } from '../../../../src/operations/operation';
import { ApiError } from '../../../../src/api/errors';
import { floorOf } from './figures';
import { type RunResult, Simulation, tally } from './support';

const DELETE = { method: 'DELETE' };

describe('a label that fails', () => {
  it('neither hides nor stops the others', async () => {
    const simulation = new Simulation({ labels: 100 });
    simulation.kirim.faults.add({ match: DELETE, skip: 10, times: 5, fault: { kind: 'status', status: 500 } });

    const result = await simulation.run();

    expect(tally(result)).toEqual({ done: 95, failed: 5 });
    expect(result.outcomes.map(({ item }) => item.label)).toEqual(simulation.labels);
    for (const { error, status } of result.outcomes) {
      expect(status === 'failed' ? error : undefined).toEqual(status === 'failed' ? expect.any(ApiError) : undefined);
    }
    expect(result.stoppedBy).toBeUndefined();
    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
  });

  it('may fail before it has sent anything', async () => {
    const simulation = new Simulation({ labels: 3 });
    const { client, run } = simulation.openWindow();
    const act = ({ id }: { id: string }, options: object): Promise<Written> => {
      if (id === simulation.labels[1]?.id) {
        throw new RangeError('no');
      }
      return client.deleteLabel(id, options);
    };

    const { outcomes } = await simulation.end(run(simulation.labels, { act }));

    expect(outcomes.map(({ status }) => status)).toEqual(['done', 'failed', 'done']);
    expect(outcomes[1]?.error).toBeInstanceOf(RangeError);
    expect(outcomes[0]?.written).toMatchObject({ requestId: expect.stringMatching(/^req_/) as string });
  });
});

describe('a run in which requests are lost', () => {
  it.each([true, false])('leaves the reserve and catches up (carried out: %s)', async (applied) => {
    const simulation = new Simulation({ labels: 150 });
    simulation.kirim.faults.add({ match: DELETE, skip: 20, times: 10, fault: { kind: 'cut', applied } });

    const result = await simulation.run();

    // What was carried out is not there any more at the second attempt: that is for the list to settle.
    const inDoubt = result.outcomes.filter(({ error }) => error instanceof ApiError && error.mayHaveTakenEffect);
    expect((tally(result)['done'] ?? 0) + inDoubt.length).toBe(150);
    expect(new Set(inDoubt.map(({ error }) => (error as ApiError).kind))).toEqual(new Set(applied ? ['notFound'] : []));
    expect(simulation.organization.labels()).toEqual([]);
    expect(simulation.limited).toBe(0);
    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
    expect(simulation.seconds).toBeLessThanOrEqual(floorOf(150 + (applied ? 10 : 0), 60) + 20);
  });

  it('goes one at a time while answers come without headers', async () => {
    const simulation = new Simulation({ perMinute: 600, labels: 30 });
    simulation.kirim.faults.add({ match: DELETE, times: Infinity, fault: { kind: 'status', status: 500 } });

    expect(tally(await simulation.run())).toEqual({ failed: 30 });

    expect(simulation.maxInFlight).toBe(1);
    expect(simulation.kirim.requests.count()).toBe(30);
  });
});

describe('a 429 in the middle of a run', () => {
  it.each(['7', '300'])('keeps everybody from sending for as long as it says: %s s', async (retryAfter) => {
    const simulation = new Simulation({ perMinute: 600, labels: 100 });
    const { kirim } = simulation;
    kirim.faults.add({ match: DELETE, skip: 50, fault: { kind: 'rate_limited', retryAfter } });

    expect(tally(await simulation.run())).toEqual({ done: 100 });

    const limited = kirim.requests.all.find(({ status }) => status === 429)?.at ?? 0;
    // What was on its way already when the answer came is not to be called back.
    const after = kirim.requests.all.filter(({ at }) => at > limited + 80);
    expect(Math.min(...after.map(({ at }) => at)) - limited).toBeGreaterThanOrEqual(Number(retryAfter) * 1000);
    expect(simulation.limited).toBe(1);
  });

  it('is followed by one request, not by eight, while nobody knows whether the bucket has filled', async () => {
    const simulation = new Simulation({ perMinute: 600, labels: 200 });
    const { faults, requests } = simulation.kirim;
    faults.add({ match: DELETE, skip: 50, times: 14, fault: { kind: 'rate_limited', retryAfter: '2' } });

    await simulation.run({ reservePercent: 0 });

    const limited = requests.all.filter(({ status }) => status === 429).map(({ at }) => at);
    expect(limited).toHaveLength(14);
    const apart = limited.slice(8).map((at, index) => at - (limited[index + 7] ?? 0));
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(2000);
  });
});

describe('a 429 that asks for three days', () => {
  it.each([
    ['stops the run, and the next one asks again after five minutes', false, 330],
    ['is over as soon as a single delete is accepted', true, 20],
  ])('%s', async (_, isAccepted, mostSeconds) => {
    const simulation = new Simulation({ labels: 6 });
    const { client, run } = simulation.openWindow();
    simulation.kirim.faults.add({ match: DELETE, fault: { kind: 'rate_limited', retryAfter: String(3 * 86_400) } });
    const [single, ...others] = simulation.labels;

    const stopped = await simulation.clock.until(run(others));
    expect(stopped.stoppedBy).toMatchObject({ kind: 'rateLimited', retryAfterSeconds: 3 * 86_400 });
    if (isAccepted) {
      await simulation.clock.until(client.deleteLabel(single?.id ?? ''));
    }
    expect(tally(await simulation.end(run(others)))).toEqual({ done: 5 });

    expect(simulation.seconds).toBeLessThan(mostSeconds);
    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
  });
});

describe('a run that cannot go on', () => {
  it('ends with a 401; what was sent is waited for and told', async () => {
    const simulation = new Simulation({ perMinute: 600, labels: 200 });
    simulation.at(0.4, () => {
      simulation.organization.revokeKey(simulation.apiKey);
    });

    const result = await simulation.run();

    expect(result.stoppedBy).toMatchObject({ kind: 'unauthorized', status: 401 });
    // Eight were on their way when the key was revoked, and came too late; nothing was sent after their answers.
    expect(failuresOf(result)).toEqual(Array.from({ length: 8 }, () => 401));
    expectRestNotStarted(simulation, result);
    expect(simulation.clock.sleeping).toBe(0);
  });

  it('ends with a 403', async () => {
    const simulation = new Simulation({ perMinute: 600, labels: 50 });
    simulation.organization.suspended = true;

    const result = await simulation.run();

    expect(result.stoppedBy).toMatchObject({ kind: 'forbidden' });
    expect(tally(result)).toEqual({ failed: 1, notStarted: 49 });
  });

  it('ends with a 429 that asks for more than five minutes', async () => {
    const simulation = new Simulation({ perMinute: 600, labels: 50 });
    simulation.kirim.faults.add({ match: DELETE, skip: 20, fault: { kind: 'rate_limited', retryAfter: '301' } });

    const result = await simulation.run();

    expect(result.stoppedBy).toMatchObject({ kind: 'rateLimited', retryAfterSeconds: 301 });
    expect(failuresOf(result)).toEqual([429]);
    expectRestNotStarted(simulation, result);
    expect(simulation.seconds).toBeLessThan(2);
  });

  it.each([
    ['a 429 that is short, five times', 429, '1'],
    ['a 429 of five minutes, five times', 429, '300'],
    ['a 503 that asks for more than five minutes', 503, '301'],
  ])('is none in which one label ends with %s', async (_, status, seconds) => {
    const simulation = new Simulation({ perMinute: 600, labels: 5 });
    const match = { method: 'DELETE', path: new RegExp(simulation.labels[1]?.id ?? 'none') };
    const fault = { kind: 'status', status, headers: { 'Retry-After': seconds } } as const;
    simulation.kirim.faults.add({ match, times: Infinity, fault });

    const result = await simulation.run();

    expect(failuresOf(result)).toEqual([status]);
    expect(tally(result)).toEqual({ done: 4, failed: 1 });
    expect(result.stoppedBy).toBeUndefined();
  });

  it('ends with the fifth answer in a row that is not KirimChat’s', async () => {
    const simulation = new Simulation({ perMinute: 600, labels: 50 });
    simulation.kirim.faults.add({ match: DELETE, skip: 10, times: Infinity, fault: { kind: 'html' } });

    const result = await simulation.run();

    expect(result.stoppedBy).toMatchObject({ kind: 'unreadable' });
    expect(tally(result)['failed']).toBeLessThanOrEqual(5 + 8);
  });

  it('tells of a label that may have been deleted when it waited to be sent again', async () => {
    const simulation = new Simulation({ perMinute: 600, labels: 50 });
    simulation.kirim.faults.add({
      match: DELETE,
      skip: 9,
      fault: { kind: 'status', status: 503, headers: { 'Retry-After': '20' }, applied: true },
    });
    simulation.kirim.faults.add({ match: DELETE, skip: 20, fault: { kind: 'status', status: 401 } });

    const result = await simulation.run();

    expect(failuresOf(result).sort()).toEqual([401, 503]);
    expect(simulation.seconds).toBeLessThan(2);
  });
});

/** The statuses of the failures. */
function failuresOf({ outcomes }: RunResult): unknown[] {
  return outcomes.flatMap(({ status, error }) =>
    status === 'failed' ? [error instanceof ApiError ? error.status : error] : [],
  );
}

function expectRestNotStarted({ kirim, labels }: Simulation, result: RunResult): void {
  const { done = 0, failed = 0, notStarted = 0 } = tally(result);
  expect(kirim.requests.count()).toBe(done + failed);
  expect(done + failed + notStarted).toBe(labels.length);
  expect(notStarted).toBeGreaterThan(0);
}
