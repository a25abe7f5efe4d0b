import fc from 'fast-check';
import { describe } from 'vitest';
import { property } from '../property';
import { anySteps, cancel, deleting } from './acts';
import { fault, session, time } from './events';
import { World } from './world';

const setting = fc.record({
  seed: fc.nat(),
  perMinute: fc.constantFrom(2, 10, 60, 600),
  labels: fc.integer({ min: 1, max: 9 }),
  steps: anySteps,
});

const answer = { isYes: true, seconds: 0 };
const deletingMany = [deleting.of({ window: 0, places: [0, 1, 2, 3, 4], answer })];
const deletingOne = [
  fault.of({ method: 'DELETE', fault: { kind: 'rate_limited', retryAfter: '20' } }),
  deleting.of({ window: 0, places: [0], answer }),
];

/** Deletions that wait are stopped, and time passes in which they would go on. */
const stopped = [deletingMany, deletingOne].flatMap((begun) =>
  [cancel.of(0), session.of('sign out')].map((stop) => [...begun, time.of(5_000), stop, time.of(400_000)]),
);
const examples = stopped.map((someSteps) => ({ seed: 1, perMinute: 2 as const, labels: 5, steps: someSteps }));

describe('whatever people, networks and disks do', () => {
  property(
    'nothing is deleted that was not confirmed, all that was is written down, and what is said is so',
    setting,
    async ({ seed, perMinute, labels, steps }) => {
      const world = await World.open(seed, perMinute, labels);
      try {
        await fc.asyncModelRun(() => ({ model: {}, real: world }), steps);
        await world.end();
      } finally {
        world.close();
      }
    },
    { share: 10, examples },
  );
});
