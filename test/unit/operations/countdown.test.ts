import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/common/clock';
import { Countdown } from '../../../src/operations/countdown';
import { LabelStore } from '../../../src/labels/labelStore';
import { PagedSource } from '../labels/fakes';
import { SimulatedClock } from './simulated/simulatedClock';

function setUp(...ids: string[]) {
  const clock = new SimulatedClock();
  const { activities } = new LabelStore(new PagedSource());
  const claim = activities.claim(ids, { kind: 'waiting' });
  return { clock, activities, claim, countdown: new Countdown(claim, clock), startedAt: clock.now() };
}

describe('the time to undo', () => {
  it('is counted down on each row, second by second, and then gives back what was not taken out', async () => {
    const { clock, activities, countdown, startedAt } = setUp('a', 'b');
    const seen: unknown[] = [];
    const run = countdown.run(3);
    for (let second = 0; second < 3; second += 1) {
      seen.push(activities.of('b'));
      await clock.until(clock.sleep(1000));
    }
    expect(await run).toEqual(['a', 'b']);
    expect(seen).toEqual([3, 2, 1].map((seconds) => ({ kind: 'countdown', seconds })));
    expect(clock.now() - startedAt).toBe(3000);
  });

  it.each([
    ['ahead', 60_000],
    ['back', -60_000],
  ])('is neither shorter nor longer where the clock is set %s', async (_, shift) => {
    const { clock, claim, startedAt } = setUp('a');
    let shifted = 0;
    const settable: Clock = {
      now: () => clock.now() + shifted,
      sleep: (ms, signal) => clock.sleep(ms, signal),
      random: () => 0,
    };
    const run = new Countdown(claim, settable).run(5);
    await clock.until(clock.sleep(1500));
    shifted = shift;
    await clock.until(run);
    expect(clock.now() - startedAt).toBe(5000);
  });

  it('takes one out: its row is an ordinary one again, the others go on', async () => {
    const { clock, activities, countdown, startedAt } = setUp('a', 'b');
    const run = countdown.run(5);
    countdown.undo(['a', 'x']);
    expect(activities.of('a')).toBeUndefined();
    expect(activities.of('b')).toMatchObject({ kind: 'countdown' });
    expect(countdown.ids).toEqual(['b']);
    expect(await clock.until(run)).toEqual(['b']);
    expect(clock.now() - startedAt).toBe(5000);
  });

  it('ends at once when all are taken out', async () => {
    const { clock, countdown, startedAt } = setUp('a', 'b');
    const run = countdown.run(60);
    countdown.undo(countdown.ids);
    expect(await run).toEqual([]);
    expect(clock.now()).toBe(startedAt);
    expect(clock.sleeping).toBe(0);
  });

  it('cannot take anything out when it is over', async () => {
    const { clock, activities, claim, countdown } = setUp('a');
    expect(await clock.until(countdown.run(1))).toEqual(['a']);
    claim.show(['a'], { kind: 'deleting' });
    countdown.undo(['a']);
    expect(activities.of('a')).toEqual({ kind: 'deleting' });
  });
});
