import fc from 'fast-check';
import { describe, vi } from 'vitest';
import { property } from '../property';

vi.mock('vscode', () => import('./vscode'));

const { anySteps } = await import('./acts');
const { World } = await import('./world');

const setting = fc.record({
  seed: fc.nat(),
  perMinute: fc.constantFrom(2, 10, 60, 600),
  labels: fc.integer({ min: 1, max: 9 }),
  steps: anySteps,
});

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
    { share: 0.5 },
  );
});
