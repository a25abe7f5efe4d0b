import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { type WriteEnd, WriteBudget } from '../../../src/api/rateLimit/writeBudget';
import { ManualClock } from '../../kirim';
import { TokenBucket } from '../../../src/sample/server/tokenBucket';
import { property } from '../property';
import { anyHeaders, anyStatus } from './bodies';

/** More is not taken for what others spend for each write while nothing is known. */
const MOST_UNKNOWN = 40;

function setUp() {
  const clock = new ManualClock();
  return { clock, budget: new WriteBudget({ now: () => clock.now(), random: () => 0.5 }) };
}

const oddEnd: fc.Arbitrary<WriteEnd> = fc.oneof(
  fc.record({ status: anyStatus, headers: anyHeaders }),
  fc.record({ mayHaveTakenEffect: fc.boolean() }),
);

/** `begin` a write, let the `end` of the oldest or newest one come, or let time pass: seldom backwards. */
const oddSteps = fc.array(
  fc.oneof(
    fc.constant({ kind: 'begin' } as const),
    fc.record({ kind: fc.constant('end' as const), newest: fc.boolean(), end: oddEnd }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.integer({ min: -5_000, max: 90_000 }) }),
    fc.record({ kind: fc.constant('suggest' as const), limit: fc.oneof(fc.double(), fc.constant(undefined)) }),
  ),
  { maxLength: 40 },
);

/** One write of somebody who writes alone: how long it takes to get there and back, and the pause before it. */
const flights = fc.array(fc.record({ pause: fc.nat(20_000), there: fc.nat(3_000), back: fc.nat(3_000) }), {
  minLength: 1,
  maxLength: 40,
});

describe('the write budget', () => {
  property('stays possible, whatever servers say and however answers overtake each other', oddSteps, (steps) => {
    const { clock, budget } = setUp();
    const underWay: ((end: WriteEnd) => void)[] = [];
    for (const step of steps) {
      if (step.kind === 'begin') {
        underWay.push(budget.start());
      } else if (step.kind === 'end') {
        (step.newest ? underWay.pop() : underWay.shift())?.(step.end);
      } else if (step.kind === 'pass') {
        clock.advance(step.ms);
      } else {
        budget.suggestLimit(step.limit);
      }
      const { limitPerMinute: limit, level = 0, othersPerWrite, closedForSeconds, inFlight } = budget;
      expect(inFlight).toBe(underWay.length);
      expect(limit >= 1 && Number.isFinite(limit)).toBe(true);
      expect(level <= limit && Number.isFinite(level)).toBe(true);
      expect(othersPerWrite >= 0 && Number.isFinite(othersPerWrite)).toBe(true);
      expect(closedForSeconds >= 0 && Number.isFinite(closedForSeconds)).toBe(true);
      const seconds = budget.secondsFor(10, 20) ?? closedForSeconds;
      expect(seconds >= closedForSeconds && Number.isFinite(seconds)).toBe(true);
    }
  });

  property(
    'suspects nobody of writing while nobody else writes, and knows the level to a token',
    fc.record({ perMinute: fc.integer({ min: 1, max: 600 }), writes: flights }),
    ({ perMinute, writes }) => {
      const { clock, budget } = setUp();
      const bucket = new TokenBucket(clock, perMinute);
      for (const { pause, there, back } of writes) {
        clock.advance(pause);
        const end = budget.start();
        clock.advance(there);
        const status = bucket.take() ? 200 : 429;
        const headers = {
          'X-RateLimit-Limit': String(bucket.limit),
          'X-RateLimit-Remaining': String(Math.floor(bucket.level())),
        };
        clock.advance(back);
        end({ status, headers: new Headers(headers) });
        expect(budget.othersPerWrite).toBeLessThanOrEqual(MOST_UNKNOWN);
        if (status === 200) {
          const refilled = ((there + back) / 60_000) * perMinute;
          expect(budget.level).toBeLessThanOrEqual(bucket.level() + 1 + refilled);
          expect(budget.level).toBeGreaterThanOrEqual(Math.floor(bucket.level() - refilled) - 1);
        }
      }
    },
  );
});
