import { describe, expect, it } from 'vitest';
import { floorOf, print } from './figures';
import { Simulation } from './support';

/** Thousands of requests take their time on a busy machine. */
const PATIENCE = { timeout: 60_000 };

describe('two windows on one organization', PATIENCE, () => {
  it.each([
    [60, 300, 80, 1.02],
    [60, 300, 400, 1.03],
    [600, 1000, 80, 1.04],
    [600, 1000, 300, 1.05],
  ])('leave the reserve as well: %d a minute, %d labels, %d ms', async (...setting) => {
    const [perMinute, count, latencyMs, most] = setting;
    const floor = floorOf(count, perMinute);
    const simulations = [1, 2, 3].map(
      (seed) => new Simulation({ perMinute, labels: count, latencyMs, jitter: (seed % 3) * 0.4, seed }),
    );
    for (const [index, simulation] of simulations.entries()) {
      simulation.connect();
      const { clock, labels, organization } = simulation;
      const first = simulation.openWindow().run(labels.slice(0, count / 2));
      const second = clock.sleep(index * 211).then(() => simulation.openWindow().run(labels.slice(count / 2)));

      await simulation.end(Promise.all([first, second]));

      expect(organization.labels()).toEqual([]);
      expect(organization.bucket('write').lowest()).toBeGreaterThanOrEqual(perMinute * 0.2);
      expect(simulation.limited).toBe(0);
      expect(simulation.seconds).toBeLessThanOrEqual(most * floor);
    }
    print(`Two windows, ${count} labels at ${perMinute} a minute, ${latencyMs} ms`, floor, ...simulations);
  });
});

describe('another client that sends at half the rate', PATIENCE, () => {
  it.each([
    [60, 300, 80, 1],
    [60, 300, 500, 1],
    [60, 300, 80, 5],
    [600, 1000, 80, 1],
    [600, 1000, 500, 1],
    [600, 1000, 80, 5],
  ])('is never refused, and has the reserve: %d a minute, %d labels, %d ms, %d at once', async (...setting) => {
    const [perMinute, labels, latencyMs, burst] = setting;
    const floor = floorOf(labels, perMinute, 20, 0.5);
    const simulations = [1, 2, 3].map((seed) => new Simulation({ perMinute, labels, latencyMs, seed }));
    for (const simulation of simulations) {
      simulation.connect();
      const messages = simulation.sendMessages(perMinute / 2, burst);

      await simulation.run();

      expect(messages.sent).toBeGreaterThan(labels / 2);
      expect(messages.refused).toBe(0);
      expect(simulation.limited).toBe(0);
      expect(simulation.lowest).toBeGreaterThanOrEqual(perMinute * 0.2);
      expect(simulation.seconds).toBeLessThanOrEqual(1.045 * floor);
    }
    print(`Beside messages at half of ${perMinute} a minute, ${burst} at once, ${latencyMs} ms`, floor, ...simulations);
  });

  it('gets the reserve back after it has emptied the bucket', async () => {
    const simulation = new Simulation({ labels: 100 });
    simulation.at(20, () => simulation.organization.spendWrites(60));

    await simulation.run();

    expect(simulation.levels.filter((level) => level < 12)).toHaveLength(1);
    expect(simulation.limited).toBeLessThanOrEqual(1);
  });
});
