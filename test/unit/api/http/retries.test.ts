import { describe, expect, it } from 'vitest';
import type { ApiError } from '../../../../src/api/errors';
import type { Fault } from '../../../kirim';
import { failureOf, setUp, watchWaits } from '../support';

const UNAVAILABLE: Fault = { kind: 'status', status: 503 };

describe('retries', () => {
  it.each<[string, Fault]>([
    ['a broken connection', { kind: 'cut' }],
    ['an answer that breaks off', { kind: 'truncated' }],
    ['502', { kind: 'status', status: 502 }],
    ['503', UNAVAILABLE],
    ['504', { kind: 'status', status: 504 }],
    ['429', { kind: 'rate_limited', retryAfter: '2' }],
  ])('try again after %s, for a read and for a delete', async (_, fault) => {
    const { client, kirim, label, organization } = setUp();
    kirim.faults.add({ fault });
    expect((await client.listLabels().next()).value).toHaveLength(organization.labels().length);

    kirim.faults.add({ fault });
    // Where the lost answer was to a delete that took effect, the next attempt finds no label.
    const error = await client.deleteLabel(label.id).then(
      () => undefined,
      (reason: unknown) => reason as ApiError,
    );
    expect([undefined, 'notFound']).toContain(error?.kind);
    expect([undefined, true]).toContain(error?.mayHaveTakenEffect);
    expect(organization.labels()).not.toContainEqual(label);
  });

  it.each<[string, Fault]>([
    ['400', { kind: 'status', status: 400 }],
    ['401', { kind: 'status', status: 401 }],
    ['403', { kind: 'status', status: 403 }],
    ['500', { kind: 'status', status: 500 }],
    ['501', { kind: 'status', status: 501 }],
    ['505', { kind: 'status', status: 505 }],
    ['a redirect', { kind: 'redirect', location: '/v1/labels' }],
    ['an unreadable answer', { kind: 'html' }],
  ])('leave it at one attempt after %s', async (_, fault) => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault });

    expect(await failureOf(client.listLabels().next())).toMatchObject({ attempts: 1 });
    expect(kirim.requests.count()).toBe(1);
  });

  it.each<[string, Fault, object]>([
    ['an outage', UNAVAILABLE, { kind: 'server', status: 503 }],
    ['a rate limit', { kind: 'rate_limited', retryAfter: '1' }, { kind: 'rateLimited', retryAfterSeconds: 1 }],
  ])('end after five attempts in %s', async (_, fault, end) => {
    const { client, kirim, records } = setUp();
    kirim.faults.add({ fault, times: Infinity });

    expect(await failureOf(client.listLabels().next())).toMatchObject({ ...end, attempts: 5 });
    expect(kirim.requests.count()).toBe(5);
    expect(records.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([
    [0, [0.25, 0.5, 1, 2]],
    [1, [0.5, 1, 2, 4]],
  ])('wait longer each time, between half and all of it by chance (%d)', async (chance, seconds) => {
    const { client, clock, kirim } = setUp();
    clock.chance = chance;
    kirim.faults.add({ fault: UNAVAILABLE, times: Infinity });
    const options = watchWaits();

    await failureOf(client.getMe(options));

    expect(options.waits.map((wait) => wait.seconds)).toEqual(seconds);
    expect(options.waits[0]).toMatchObject({ error: { kind: 'server', attempts: 1 } });
    const [first, second] = kirim.requests.all;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBe((seconds[0] ?? 0) * 1000);
  });

  it.each<[header: string | undefined, chance: number, seconds: number]>([
    ['7', 0, 7],
    ['7', 0.9, 7.9],
    ['300', 0, 300],
    ['1.25', 0, 1.25],
    ['Mon, 05 Jan 2026 02:00:42 GMT', 0, 42],
    ['Monday, 05-Jan-26 02:00:42 GMT', 0, 42],
    ['Mon Jan  5 02:00:42 2026', 0, 42],
    ['7, 7', 0, 7],
    ['3, 7', 0, 7],
    ['Mon, 05 Jan 2026 02:00:42 GMT, Mon, 05 Jan 2026 02:00:42 GMT', 0, 42],
    ['Wednesday, 05-Jan-94 02:00:42 GMT', 0, 1],
    ['0', 0, 1],
    ['-5', 0, 1],
    ['soon', 0, 1],
    ['1e1', 0, 1],
    ['about 2030', 0, 1],
    ['Mon, 05 Jan 2026 01:00:00 GMT', 0, 1],
    ['Until Mon, 05 Jan 2026 02:00:42 GMT', 0, 1],
    ['Mon, 05 Jan 2026 02:00:42 GMT (or so)', 0, 1],
    [undefined, 0, 1],
    [undefined, 0.5, 1.5],
  ])('wait at least as long as a 429 asks with Retry-After: %s (chance %d)', async (header, chance, seconds) => {
    const { client, clock, kirim } = setUp();
    clock.chance = chance;
    kirim.faults.add({ fault: { kind: 'rate_limited', ...(header === undefined ? {} : { retryAfter: header }) } });
    const options = watchWaits();

    await client.getMe(options);

    expect(options.waits).toMatchObject([{ seconds, error: { kind: 'rateLimited', attempts: 1 } }]);
  });

  it('wait longer each time after a 429 that does not say how long', async () => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: { kind: 'rate_limited' }, times: Infinity });
    const options = watchWaits();

    await failureOf(client.getMe(options));

    expect(options.waits.map(({ seconds }) => seconds)).toEqual([1, 1, 1, 2]);
  });

  it('wait as long as a 503 asks', async () => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: { ...UNAVAILABLE, headers: { 'Retry-After': '20' } } });
    const options = watchWaits();

    await client.getMe(options);

    expect(options.waits).toMatchObject([{ seconds: 20, error: { kind: 'server' } }]);
  });

  it.each([
    ['is ten minutes behind', 'Mon, 05 Jan 2026 02:10:00 GMT', 'Mon, 05 Jan 2026 02:10:42 GMT', 42],
    ['is ten minutes ahead', 'Mon, 05 Jan 2026 01:50:00 GMT', 'Mon, 05 Jan 2026 01:50:42 GMT', 42],
    ['is ahead, in the old forms', 'Monday, 05-Jan-26 01:50:00 GMT', 'Mon Jan  5 01:50:42 2026', 42],
    ['is compared with no date', 'now', 'Mon, 05 Jan 2026 02:00:42 GMT', 42],
  ])('count a date from the date of the answer, where this clock %s', async (_, date, retryAfter, seconds) => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: { kind: 'rate_limited', retryAfter, headers: { Date: date } } });
    const options = watchWaits();

    await client.getMe(options);

    expect(options.waits).toMatchObject([{ seconds }]);
  });

  it.each([
    ['301', 301],
    ['9'.repeat(400), 365 * 24 * 3600],
    ['Mon, 05 Jan 2026 03:00:00 GMT', 3600],
  ])('tell of a break that is too long to wait for: %s', async (retryAfter, retryAfterSeconds) => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: { kind: 'rate_limited', retryAfter } });
    const options = watchWaits();

    expect(await failureOf(client.getMe(options))).toMatchObject({
      kind: 'rateLimited',
      retryAfterSeconds,
      attempts: 1,
    });
    expect(options.waits).toEqual([]);
  });

  it('get through the real rate limit of the API', async () => {
    const { client, kirim, label, organization } = setUp();
    organization.spendWrites(60);

    expect(await client.deleteLabel(label.id)).toEqual({ requestId: expect.stringMatching(/^req_/) as string });
    expect(kirim.requests.count({ method: 'DELETE', status: 429 })).toBe(1);
  });
});
