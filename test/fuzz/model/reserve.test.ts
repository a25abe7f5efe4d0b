import fc from 'fast-check';
import { afterAll, describe, expect, vi } from 'vitest';
import { Simulation, tally } from '../../unit/operations/simulated/support';
import { property } from '../property';

const setting = fc.record({
  perMinute: fc.integer({ min: 10, max: 600 }),
  labels: fc.integer({ min: 1, max: 30 }),
  latencyMs: fc.integer({ min: 1, max: 2_000 }),
  jitter: fc.double({ min: 0, max: 1, noNaN: true }),
  reservePercent: fc.integer({ min: 0, max: 90 }),
  seed: fc.nat(),
});

describe('the reserve of the write limit', () => {
  property(
    'is left by a run, however slow and uneven the network is',
    setting,
    async ({ reservePercent, ...rest }) => {
      const simulation = new Simulation(rest);
      const result = await simulation.run({ reservePercent });
      expect(tally(result)).toEqual({ done: rest.labels });
      expect(simulation.organization.labels()).toEqual([]);
      expect(simulation.lowest).toBeGreaterThanOrEqual((rest.perMinute * reservePercent) / 100);
      expect(simulation.limited).toBe(0);
      expect(simulation.maxInFlight).toBeLessThanOrEqual(8);
    },
    { share: 0.2 },
  );

  property(
    'is left by two windows that know nothing of each other',
    fc.record({ setting, startMs: fc.nat(5_000), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    async ({ setting: { reservePercent, ...rest }, startMs, share }) => {
      const simulation = new Simulation(rest);
      const { clock, labels, organization } = simulation;
      const half = Math.round(share * labels.length);
      const first = simulation.openWindow(reservePercent).run(labels.slice(0, half));
      const second = clock.sleep(startMs).then(() => simulation.openWindow(reservePercent).run(labels.slice(half)));
      await simulation.end(Promise.all([first, second]));
      expect(organization.labels()).toEqual([]);
      // Each sends one ahead, since nobody knows how full the bucket is.
      expect(organization.bucket('write').lowest()).toBeGreaterThanOrEqual((rest.perMinute * reservePercent) / 100 - 1);
      expect(simulation.limited).toBe(0);
    },
    { share: 0.2 },
  );
});

afterAll(() => {
  vi.unstubAllGlobals();
});
