import { describe, expect, it, vi } from 'vitest';
import { WriteBudget, type WriteEnd } from '../../../../src/api/rateLimit/writeBudget';
import { failureOf, setUp } from '../support';

function fresh() {
  let now = 1_000_000;
  const budget = new WriteBudget({ now: () => now, random: () => 0.5 });
  const wait = (seconds: number): void => {
    now += seconds * 1000;
  };
  return { budget, wait };
}

function answer(limit: number, remaining: number, status = 200): WriteEnd {
  const headers = { 'X-RateLimit-Limit': String(limit), 'X-RateLimit-Remaining': String(remaining) };
  return { status, headers: new Headers(headers) };
}

describe('the time that writes take', () => {
  it('is not known before the limit is, which is taken for the lowest there is', () => {
    const { budget } = fresh();
    expect(budget.limitPerMinute).toBe(60);
    expect(budget.secondsFor(300, 20)).toBeUndefined();
  });

  it('is that of a quarter of what comes back to an empty bucket where reads have no headers', () => {
    const { budget } = fresh();
    budget.headers.updateFromRead({ status: 200, headers: new Headers() });
    expect(budget.secondsFor(55, 20)).toBe((55 + 14) * 4);
    budget.suggestLimit(600);
    expect(budget.secondsFor(55, 20)).toBe(((55 + 122) * 4) / 10);
  });

  it('is a quarter of the rate as well after a write that had none, and the whole one after one that had them', () => {
    const { budget } = fresh();
    budget.suggestLimit(60);
    budget.start()(answer(60, 59));
    budget.start()({ status: 200, headers: new Headers() });
    budget.headers.updateFromRead({ status: 200, headers: new Headers({ 'X-RateLimit-Remaining': '5' }) });
    expect(budget.secondsFor(55, 20)).toBe(55 * 4);
    budget.start()(answer(60, 57));
    expect(budget.secondsFor(55, 20)).toBe(16);
  });

  it.each([
    [60, 300, 20, 258],
    [600, 1000, 20, 52.6],
    [60, 48, 20, 6],
    [60, 42, 20, 0],
    [60, 10, 100, 9],
  ])('is estimated for a full bucket by what GET /me says (%d a minute, %d writes)', (...setting) => {
    const [limit, count, reservePercent, seconds] = setting;
    const { budget } = fresh();
    budget.suggestLimit(limit);
    expect(budget.secondsFor(count, reservePercent)).toBe(seconds);
  });

  it('is that of a very small plan as well', () => {
    const { budget } = fresh();
    budget.suggestLimit(1);
    expect(budget.secondsFor(2, 0)).toBe(60);
  });

  it.each([0, -60, 0.5, NaN, Infinity, 1e300, undefined])('is not estimated by a limit of %s', (limit) => {
    const { budget } = fresh();
    budget.suggestLimit(limit);
    expect(budget.limitPerMinute).toBe(60);
    expect(budget.secondsFor(300, 20)).toBeUndefined();
  });

  it('follows the headers once there are some, and time', () => {
    const { budget, wait } = fresh();
    budget.suggestLimit(600);
    budget.start()(answer(60, 30));
    expect(budget.limitPerMinute).toBe(60);
    expect(budget.secondsFor(48, 20)).toBe(36);
    wait(10);
    expect(budget.secondsFor(48, 20)).toBeCloseTo(26);
    wait(3600);
    expect(budget.secondsFor(48, 20)).toBeCloseTo(6);
  });

  it('includes the way back to the reserve, and a Retry-After', () => {
    const { budget } = fresh();
    budget.start()(answer(60, 2));
    expect(budget.secondsFor(1, 20)).toBe(17);
    budget.start()({ status: 429, headers: new Headers({ 'Retry-After': '120' }) });
    expect(budget.secondsFor(1, 20)).toBe(120.5);
  });
});

describe('the level of the bucket', () => {
  it('is what the headers say, and less by what was sent since', () => {
    const { budget } = fresh();
    budget.start()(answer(60, 40));
    budget.start();
    budget.start();
    expect(budget.level).toBe(38);
    expect(budget.inFlight).toBe(2);
  });

  it('keeps the fraction that a header cuts off', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 40));
    wait(0.5);
    budget.start()(answer(60, 39));
    expect(budget.level).toBeCloseTo(39.5);
  });

  it('takes what came back during a slow request for time, not for somebody else', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 40));
    wait(0.9);
    const end = budget.start();
    wait(2);
    end(answer(60, 39));
    expect(budget.level).toBeCloseTo(41.9);
  });

  it('shows that others have spent, however slow the request was', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 40));
    const end = budget.start();
    wait(2);
    end(answer(60, 30));
    expect(budget.level).toBe(30);
  });

  it('rises to what the header leaves, where a write was not counted', () => {
    const { budget } = fresh();
    budget.start()(answer(60, 40));
    for (const end of [{ mayHaveTakenEffect: true }, { status: 500, headers: new Headers() }, answer(60, 40, 404)]) {
      budget.start()(end);
    }
    budget.start()(answer(60, 39));
    expect(budget.level).toBe(39);
    expect(budget.isFresh).toBe(true);
  });

  it('does not rise by more than that: such headers are not believed for a while', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 40));
    budget.start()(answer(60, 45));
    expect(budget.level).toBe(39);
    expect(budget.isFresh).toBe(false);
    wait(240);
    budget.start()(answer(60, 59));
    expect(budget.isFresh).toBe(false);
    wait(61);
    budget.start()(answer(60, 59));
    expect(budget.isFresh).toBe(true);
  });

  it('is carried on where answers stop telling it, by a quarter of what comes back', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 40));
    budget.start()({ status: 200, headers: new Headers() });
    expect(budget.level).toBe(39);
    wait(8);
    expect(budget.level).toBe(41);
    budget.start()({ status: 502, headers: new Headers() });
    wait(8);
    expect(budget.level).toBe(42);
  });

  it.each([
    ['nothing was known', undefined],
    ['a minute has passed', 60],
  ])('counts as none after a write without headers, where %s: others may have spent everything', (_, seconds) => {
    const { budget, wait } = fresh();
    budget.suggestLimit(60);
    if (seconds !== undefined) {
      budget.start()(answer(60, 40));
      wait(seconds);
    }
    budget.start()({ status: 200, headers: new Headers() });
    expect(budget.level).toBe(0);
    wait(60);
    expect(budget.level).toBe(15);
    budget.start()({ status: 200, headers: new Headers() });
    expect(budget.level).toBe(14);
    wait(301);
    budget.start()({ status: 200, headers: new Headers() });
    expect(budget.level).toBe(0);
  });

  it('stays unknown while there are only answers of which nothing is documented', () => {
    const { budget } = fresh();
    budget.start()({ status: 500, headers: new Headers() });
    budget.start()({ mayHaveTakenEffect: true });
    expect(budget.level).toBeUndefined();
    expect(budget.secondsFor(300, 20)).toBeUndefined();
  });

  it('is by the lower limit where GET /me and the headers differ', () => {
    const { budget } = fresh();
    budget.suggestLimit(60);
    budget.start()(answer(600, 300));
    expect(budget.limitPerMinute).toBe(60);
    expect(budget.isFresh).toBe(false);
    expect(budget.headers.isLimitDisputed).toBe(true);
    expect([budget.headers.consumeDispute(), budget.headers.consumeDispute()]).toEqual([true, false]);

    budget.suggestLimit(600);
    budget.start()(answer(600, 300));
    expect(budget.limitPerMinute).toBe(600);
    expect(budget.level).toBe(300);
    expect(budget.headers.isLimitDisputed).toBe(false);

    budget.start()(answer(60, 30));
    expect(budget.limitPerMinute).toBe(60);
    expect(budget.level).toBe(30);
  });

  it.each([
    [undefined, '30', 30],
    ['0', '30', 30],
    ['60', '61', 0],
    ['61', '30', 0],
  ])('needs one header where GET /me tells the limit: limit %s, remaining %s', (limit, remaining, level) => {
    const { budget } = fresh();
    budget.suggestLimit(60);
    const headers = new Headers({ 'X-RateLimit-Remaining': remaining, ...(limit && { 'X-RateLimit-Limit': limit }) });
    budget.start()({ status: 200, headers });
    expect(budget.level).toBe(level);
  });

  it('is not in doubt where an answer comes late that tells of a time before others have spent', () => {
    const { budget } = fresh();
    budget.start()(answer(60, 50));
    const [first, second] = [budget.start(), budget.start()];
    second(answer(60, 20));
    first(answer(60, 49));
    expect(budget.level).toBeLessThanOrEqual(21);
    expect(budget.isFresh).toBe(true);
  });

  it('is that of the new plan, as soon as a header tells of one', () => {
    const { budget } = fresh();
    budget.start()(answer(60, 40));
    budget.start()(answer(600, 300));
    expect(budget.limitPerMinute).toBe(600);
    expect(budget.level).toBe(300);
  });

  it('is less by the writes that are still on their way, when it is heard of anew', () => {
    const { budget } = fresh();
    const first = budget.start();
    budget.start();
    first(answer(60, 58));
    expect(budget.level).toBe(57);
  });

  it('starts over from the first header after a silence: a full bucket gains nothing while a request travels', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 59));
    wait(20);
    const end = budget.start();
    wait(0.5);
    end(answer(60, 59));
    expect(budget.level).toBe(59);
  });

  it('stays as it is after a write that may or may not have arrived, and rises after one that never left', () => {
    const { budget } = fresh();
    budget.start()(answer(60, 40));
    budget.start()({ mayHaveTakenEffect: true });
    expect(budget.level).toBe(39);
    budget.start()({ mayHaveTakenEffect: false });
    expect(budget.level).toBe(39);
  });

  it('falls to what the header leaves when others have spent', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 40));
    wait(60);
    budget.start()(answer(60, 59));
    budget.start()(answer(60, 51));
    expect(budget.level).toBe(51);
  });

  it('does not take our own writes that were counted first for those of others', () => {
    const { budget } = fresh();
    budget.start()(answer(60, 59));
    const [first, second, third] = [budget.start(), budget.start(), budget.start()];
    second(answer(60, 57));
    third(answer(60, 56));
    first(answer(60, 58));
    expect(budget.level).toBe(56);
  });

  it('is not fresh any more after a few seconds, and after an answer that does not tell it', () => {
    const { budget, wait } = fresh();
    expect(budget.isFresh).toBe(false);
    for (const end of [{ status: 500, headers: new Headers() }, { mayHaveTakenEffect: true }, answer(60, 40, 429)]) {
      budget.start()(answer(60, 40));
      expect(budget.isFresh).toBe(true);
      budget.start()(end);
      expect(budget.isFresh).toBe(false);
    }
    budget.start()(answer(60, 40));
    wait(5);
    expect(budget.isFresh).toBe(true);
    wait(1);
    expect(budget.isFresh).toBe(false);
  });

  it('is not that of the bucket a 401 tells of', () => {
    const { budget } = fresh();
    budget.start()(answer(600, 500));
    budget.start()(answer(60, 60, 401));
    expect(budget.limitPerMinute).toBe(600);
    expect(budget.level).toBe(499);
  });

  it('is believed after a 401 without headers as it was before', () => {
    const { budget } = fresh();
    budget.start()(answer(600, 500));
    budget.start()({ status: 401, headers: new Headers() });
    expect(budget.headers.areMissing).toBe(false);
    budget.start()({ status: 404, headers: new Headers() });
    expect(budget.headers.areMissing).toBe(true);
  });

  it('is nothing after a 429, whatever its headers say', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 40, 429));
    expect(budget.level).toBe(0);
    expect(budget.isFresh).toBe(false);
    expect(budget.closedForSeconds).toBe(1.5);
    wait(2);
    expect(budget.closedForSeconds).toBe(0);
  });

  it('is nothing after a 429 that does not tell the limit as well', () => {
    const { budget } = fresh();
    budget.start()({ status: 429, headers: new Headers() });
    expect(budget.level).toBe(0);
    expect(budget.closedForSeconds).toBe(1.5);
  });
});

describe('a break of three days after a 429', () => {
  const days = { status: 429, headers: new Headers({ 'Retry-After': String(3 * 86_400) }) };

  it('is not believed: after five minutes one asks again', () => {
    const { budget } = fresh();
    budget.start()(days);
    expect(budget.closedForSeconds).toBe(300.5);
  });

  it('is over once a write that was sent later is accepted, and only then', () => {
    const { budget, wait } = fresh();
    const before = budget.start();
    budget.start()(days);
    wait(1);
    before(answer(60, 40));
    expect(budget.closedForSeconds).toBe(299.5);
    budget.start()({ status: 404, headers: new Headers() });
    expect(budget.closedForSeconds).toBe(299.5);
    budget.start()(answer(60, 40));
    expect(budget.closedForSeconds).toBe(0);
  });
});

describe('a computer that slept for eight hours', () => {
  const eightHours = 8 * 60 * 60;

  it('has no more than a full bucket, and nothing fresh', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 40));
    wait(eightHours);
    expect(budget.level).toBe(60);
    expect(budget.isFresh).toBe(false);
  });

  it('has nothing fresh by an answer that came before it slept, and is read now', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 40));
    const end = budget.start();
    wait(eightHours);
    end(answer(60, 39));
    expect(budget.level).toBe(39);
    expect(budget.isFresh).toBe(false);
    budget.start()(answer(60, 50));
    expect(budget.isFresh).toBe(true);
  });
});

describe('what others take for each write of ours', () => {
  it('is what is missing in the bucket at the first answer, within bounds, and again after ten minutes', () => {
    const { budget, wait } = fresh();
    expect(budget.othersPerWrite).toBe(0);
    budget.start()(answer(60, 58));
    expect(budget.othersPerWrite).toBe(8);
    wait(601);
    budget.start()(answer(60, 40));
    expect(budget.othersPerWrite).toBe(19);
    wait(601);
    budget.start()(answer(60, 1));
    expect(budget.othersPerWrite).toBe(40);
  });

  it.each([0, 2, 20])('comes to be what the headers tell: %d', (others) => {
    const { budget, wait } = fresh();
    budget.start()(answer(600, 300));
    for (let write = 0; write < 40; write++) {
      wait((others + 1) / 10);
      budget.start()(answer(600, 300));
    }
    expect(budget.othersPerWrite).toBeCloseTo(others, 1);
  });

  it('is more than the bucket holds where that many write: each waits for its turn, longer than it takes to fill', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 14));
    for (let write = 0; write < 20; write++) {
      wait(90);
      budget.start()(answer(60, 14));
    }
    expect(Math.round(budget.othersPerWrite)).toBe(88);
    expect(budget.secondsToSend(20)).toBeGreaterThan(60);
    wait(30);
    expect(budget.secondsToSend(20)).toBeGreaterThan(30);
  });

  it('is nothing where the bucket was full meanwhile', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 59));
    for (let write = 0; write < 20; write++) {
      wait(90);
      budget.start()(answer(60, 59));
    }
    expect(budget.othersPerWrite).toBeCloseTo(0, 0);
  });

  it('is not taken for a crowd when production sends many at once', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(600, 400));
    for (let write = 0; write < 40; write++) {
      wait(0.2);
      budget.start()(answer(600, 400));
    }
    budget.start()(answer(600, 280));
    expect(budget.othersPerWrite).toBeLessThan(3);
  });
});

describe('whoever waits for an answer', () => {
  it('is told when a write has ended, as long as that is wanted', () => {
    const { budget } = fresh();
    const told: string[] = [];
    const first = budget.onEnd(() => told.push(`first ${budget.inFlight}`));
    budget.onEnd(() => told.push('second'));
    const end = budget.start();
    expect(told).toEqual([]);
    end(answer(60, 40));
    expect(told).toEqual(['first 0', 'second']);

    first.dispose();
    budget.start()({ mayHaveTakenEffect: true });
    expect(told).toEqual(['first 0', 'second', 'second']);
  });
});

describe('a client', () => {
  it('counts every write, and no read', async () => {
    const { client, label, kirim } = setUp();
    await client.getMe();
    expect(client.writeBudget.limitPerMinute).toBe(60);
    expect(client.writeBudget.level).toBeUndefined();
    await client.listLabels().next();
    expect(client.writeBudget.level).toBeUndefined();

    await client.updateLabel(label.id, { name: 'Another', color: 'red' });
    expect(client.writeBudget.level).toBe(59);
    await client.createLabel({ name: 'New', color: 'red', team_id: label.team_id }, 'key');
    await client.deleteLabel(label.id);
    await failureOf(client.deleteLabel(label.id));

    expect(client.writeBudget.level).toBe(56);
    expect(kirim.requests.count()).toBe(6);
    expect(client.writeBudget.inFlight).toBe(0);
  });

  it('counts a write that nobody has answered in time', async () => {
    const { client, label, organization } = setUp();
    const [, second] = organization.labels();
    await client.deleteLabel(label.id);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      vi.stubGlobal('fetch', () => new Promise(() => undefined));
      const failed = failureOf(client.deleteLabel(second?.id ?? ''));
      await vi.advanceTimersByTimeAsync(30_000);
      expect(await failed).toMatchObject({ kind: 'timeout' });
    } finally {
      vi.useRealTimers();
    }
    expect(client.writeBudget.level).toBe(58);
    expect(client.writeBudget.inFlight).toBe(0);
  });

  it('counts a write that may have arrived, and none that never left', async () => {
    const { client, label, kirim, organization } = setUp();
    const [, second] = organization.labels();
    await client.deleteLabel(label.id);
    kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 500 } });
    await failureOf(client.deleteLabel(second?.id ?? ''));
    expect(client.writeBudget.level).toBe(58);

    const refused = Object.assign(new Error(), { code: 'CERT_HAS_EXPIRED' });
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('fetch failed', { cause: refused })));
    await failureOf(client.deleteLabel(second?.id ?? ''));
    expect(client.writeBudget.level).toBe(58);
  });
});

describe('a clock that is set back by a day', () => {
  const back = -24 * 60 * 60;

  it('does not make a break longer than KirimChat asked for', () => {
    const { budget, wait } = fresh();
    budget.start()({ status: 429, headers: new Headers({ 'Retry-After': '60' }) });
    wait(20);
    expect(budget.closedForSeconds).toBe(40.5);
    wait(back);
    expect(budget.closedForSeconds).toBe(40.5);
    wait(41);
    expect(budget.closedForSeconds).toBe(0);
  });

  it('does not keep the bucket from filling', () => {
    const { budget, wait } = fresh();
    budget.start()(answer(60, 10));
    wait(back);
    expect(budget.level).toBe(10);
    wait(30);
    expect(budget.level).toBe(40);
    expect(budget.isFresh).toBe(false);
  });

  it('reads the date of a Retry-After by the new time', () => {
    const { budget, wait } = fresh();
    wait(10 * 24 * 60 * 60);
    expect(budget.closedForSeconds).toBe(0);
    wait(back);
    const date = new Date(1_000_000 + (9 * 24 * 60 * 60 + 60) * 1000).toUTCString();
    budget.start()({ status: 429, headers: new Headers({ 'Retry-After': date }) });
    expect(budget.closedForSeconds).toBe(60.5);
  });
});
