import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { WriteBudget } from '../../../../src/api/rateLimit/writeBudget';
import { WriteLimiter } from '../../../../src/api/rateLimit/writeLimiter';
import { SimulatedClock } from '../../operations/simulated/simulatedClock';

const PER_MINUTE = 60;

/** A bucket with this much in it, and the limiter of a batch that leaves a fifth of it alone. */
function paced(level: number) {
  const clock = new SimulatedClock();
  const budget = new WriteBudget(clock);
  const answer = (remaining: number) => ({
    status: 200,
    headers: new Headers({ 'X-RateLimit-Limit': String(PER_MINUTE), 'X-RateLimit-Remaining': String(remaining) }),
  });
  budget.start()(answer(level));
  return { clock, budget, answer, limiter: new WriteLimiter(budget, clock, () => 20) };
}

describe('turns', () => {
  it('come in the order in which they were asked for', async () => {
    const { clock, limiter } = paced(15);
    const order: number[] = [];
    const turns = [1, 2, 3].map((number) => limiter.acquire().then(() => order.push(number)));

    await clock.until(Promise.all(turns));

    expect(order).toEqual([1, 2, 3]);
  });

  it('go on to the next one when the first is called off', async () => {
    const { clock, limiter } = paced(15);
    const controller = new AbortController();
    const first = limiter.acquire(controller.signal);
    const second = limiter.acquire();

    controller.abort();

    await first;
    await clock.until(second);
  });

  it('leave nothing behind on the signal that could have called them off', async () => {
    const { clock, limiter } = paced(50);
    const { signal } = new AbortController();

    await clock.until(limiter.acquire(signal));

    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it.each([
    [32, true],
    [30, false],
  ])(
    'leave the reserve, and what others may take while it is unknown: from a level of %d at once, %s',
    async (level, isAtOnce) => {
      const { clock, limiter } = paced(level);
      const start = clock.now();

      await clock.until(limiter.acquire());

      expect(clock.now() === start).toBe(isAtOnce);
    },
  );

  it('wake nobody before there is something to do', async () => {
    const { clock, limiter } = paced(0);
    let sleeps = 0;
    const sleep = clock.sleep.bind(clock);
    clock.sleep = (...wait) => {
      sleeps += 1;
      return sleep(...wait);
    };

    await clock.until(limiter.acquire());

    // What is unknown of others fades while it waits, so it looks again a few times; no more.
    expect(sleeps).toBeLessThan(5);
  });

  it('come as soon as an answer tells of more than was known', async () => {
    const { clock, budget, answer, limiter } = paced(10);
    const start = clock.now();
    const end = budget.start();
    const turn = limiter.acquire();
    void clock.sleep(5_500).then(() => {
      end(answer(50));
    });

    await clock.until(turn);

    expect(clock.now() - start).toBe(5_500);
  });

  it('tell for how long they have to wait, and why', async () => {
    const { clock, budget, answer, limiter } = paced(55);
    const waits: [number, string][] = [];
    const { headers } = answer(0);
    headers.set('Retry-After', '30');
    budget.start()({ status: 429, headers });

    await clock.until(limiter.acquire(undefined, (...wait) => waits.push(wait)));

    expect(waits[0]).toEqual([expect.closeTo(30.5, 0), 'retryAfter']);
    expect(waits.at(-1)?.[1]).toBe('retryAfter');
  });
});
