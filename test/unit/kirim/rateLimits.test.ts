import { beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_API_KEY, EXPIRED_API_KEY, SECOND_API_KEY, type ManualClock, type Organization } from '../../kirim';
import { errorOf, setUp, type Call, type Reply } from './support';

function budgetOf({ headers }: Reply): (number | null)[] {
  return ['Limit', 'Remaining', 'Reset'].map((name) => {
    const value = headers.get(`X-RateLimit-${name}`);
    return value === null ? null : Number(value);
  });
}

describe('rate limits', () => {
  let call: Call;
  let acme: Organization;
  let clock: ManualClock;
  let now: number;
  let write: () => Promise<Reply>;
  beforeEach(() => {
    ({ call, acme, clock } = setUp());
    now = clock.now() / 1000;
    write = () => call('/labels/none', { method: 'DELETE' });
  });

  it('takes reads and writes from buckets of their own', async () => {
    expect(budgetOf(await call('/me'))).toEqual([600, 599, now + 1]);
    expect(budgetOf(await call('/labels'))).toEqual([600, 598, now + 1]);
    expect(budgetOf(await write())).toEqual([60, 59, now + 1]);
    expect(budgetOf(await write())).toEqual([60, 58, now + 2]);
    expect(budgetOf(await call('/labels', { method: 'POST', body: {} }))).toEqual([60, 57, now + 3]);
    expect(budgetOf(await call('/labels/none', { method: 'PATCH', body: {} }))).toEqual([60, 56, now + 4]);
  });

  it('gives each organization its own, and all keys of one the same', async () => {
    const key = acme.addKey({ label: 'second' });
    await write();
    expect(budgetOf(await call('/labels/none', { method: 'DELETE', key }))[1]).toBe(58);
    expect(budgetOf(await call('/labels/none', { method: 'DELETE', key: SECOND_API_KEY }))[1]).toBe(59);
  });

  it('refills by the clock, floors what remains, and never holds more than the limit', async () => {
    acme.spendWrites(60);
    clock.advance(2500);
    expect(budgetOf(await write())).toEqual([60, 1, now + 61]);
    clock.advance(1000 * 3600);
    expect(budgetOf(await write())[1]).toBe(59);
  });

  it('says when the bucket is full, not when the next token comes', async () => {
    acme.spendWrites(60);
    const refused = await write();
    expect(budgetOf(refused)).toEqual([60, 0, now + 60]);
    expect(refused.headers.get('Retry-After')).toBe('1');
  });

  it('refuses with 429 and Retry-After, and then does nothing and takes nothing', async () => {
    acme.setRateLimits({ write_per_minute: 4 });
    acme.spendWrites(4);
    clock.advance(1);
    const path = `/labels/${acme.labels()[0]?.id ?? ''}`;
    const refused = await call(path, { method: 'DELETE' });
    expect(errorOf(refused)).toEqual([429, 'rate_limit_error', 'rate_limit_exceeded', undefined]);
    expect(refused.headers.get('Retry-After')).toBe('15');
    expect(refused.body.error?.request_id).toBe(refused.headers.get('X-Request-Id'));
    expect(acme.labels()).toHaveLength(41);
    clock.advance(14_999);
    const deleted = await call(path, { method: 'DELETE' });
    expect(deleted.status).toBe(200);
    expect(deleted.headers.get('Retry-After')).toBeNull();
  });

  it('keeps exactly 60 a minute for an hour', async () => {
    acme.spendWrites(60);
    for (let second = 0; second < 3600; second++) {
      clock.advance(1000);
      expect(acme.spendWrites(2)).toBe(1);
    }
    expect((await write()).status).toBe(429);
  });

  it('reads on while writes are used up', async () => {
    acme.spendWrites(60);
    expect((await write()).status).toBe(429);
    expect((await call('/labels')).status).toBe(200);
  });

  it('sends the headers with every 4xx, also to strangers, and takes nothing from the organization for them', async () => {
    expect(budgetOf(await call('/me', { key: null }))).toEqual([600, 600, now]);
    expect(budgetOf(await call('/labels', { key: EXPIRED_API_KEY, method: 'POST' }))).toEqual([60, 60, now]);
    expect(acme.bucket('write').level()).toBe(60);
    acme.suspended = true;
    expect(budgetOf(await call('/me'))).toEqual([600, 600, now]);
    expect(budgetOf(await call('/nothing', { key: SECOND_API_KEY }))).toEqual([600, 599, now + 1]);
    expect(budgetOf(await call('/health', { key: null }))).toEqual([600, 600, now]);
  });

  it('follows the plan', async () => {
    acme.setRateLimits({ tier: 'pro', write_per_minute: 600, read_per_minute: 6000 });
    expect(budgetOf(await write()).slice(0, 2)).toEqual([600, 599]);
    expect((await call('/me')).body.data).toMatchObject({
      rate_limits: { tier: 'pro', write_per_minute: 600, read_per_minute: 6000 },
    });
    expect((await call('/me', { key: EMPTY_API_KEY })).headers.get('X-RateLimit-Limit')).toBe('600');
  });
});

describe('a bucket', () => {
  it('counts how many messages of the organization were refused', () => {
    const { acme, clock } = setUp();
    expect(acme.spendWrites(45)).toBe(0);
    expect(acme.spendWrites(20)).toBe(5);
    clock.advance(3000);
    expect(acme.spendWrites(5)).toBe(2);
  });

  it('remembers its lowest level', () => {
    const { acme, clock } = setUp();
    const bucket = acme.bucket('write');
    acme.spendWrites(50);
    clock.advance(500);
    expect(bucket.level()).toBe(10.5);
    acme.spendWrites(1);
    clock.advance(60_000);
    acme.spendWrites(1);
    expect([bucket.level(), bucket.lowest()]).toEqual([59, 9.5]);
    bucket.setLevel(12);
    expect([bucket.level(), bucket.lowest()]).toEqual([12, 12]);
  });
});
