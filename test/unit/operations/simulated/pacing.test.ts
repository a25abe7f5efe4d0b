import { describe, expect, it } from 'vitest';
import { WriteLimiter } from '../../../../src/api/rateLimit/writeLimiter';
import { floorOf, print } from './figures';
import { Simulation, tally } from './support';

/** Thousands of requests take their time on a busy machine. */
describe('a run of many writes', { timeout: 60_000 }, () => {
  it.each([
    [60, 300, 80, 1.02],
    [60, 300, 500, 1.02],
    [600, 1000, 80, 1.02],
    [600, 1000, 300, 1.03],
  ])('takes as long as the bucket makes it: %d a minute, %d labels, %d ms', async (...setting) => {
    const [perMinute, labels, latencyMs, most] = setting;
    const simulation = new Simulation({ perMinute, labels, latencyMs });

    const result = await simulation.run();

    const floor = floorOf(labels, perMinute);
    print(`${labels} labels at ${perMinute} a minute, ${latencyMs} ms`, floor, simulation);
    expect(tally(result)).toEqual({ done: labels });
    expect(simulation.seconds).toBeLessThanOrEqual(most * floor);
    expect(simulation.lowest).toBeGreaterThanOrEqual(perMinute * 0.2);
    expect(simulation.organization.bucket('write').lowest()).toBe(simulation.lowest);
    expect(simulation.limited).toBe(0);
  });

  it('has at most eight requests on their way, even where more would be faster', async () => {
    const simulation = new Simulation({ perMinute: 6000, labels: 400, latencyMs: 500 });

    await simulation.run();

    expect(simulation.maxInFlight).toBe(8);
    expect(simulation.seconds).toBeLessThanOrEqual(1.02 * (400 / 8) * 0.5);
  });

  it('sends one ahead, since nobody knows how full the bucket is', async () => {
    const simulation = new Simulation({ labels: 100 });
    simulation.organization.bucket('write').setLevel(10);

    await simulation.run();

    expect(simulation.levels[0]).toBeCloseTo(9, 0);
    expect(Math.min(...simulation.levels.slice(1))).toBeGreaterThanOrEqual(12);
  });

  it('does so again after a pause, in which others may have emptied the bucket', async () => {
    const simulation = new Simulation({ labels: 30 });
    const { clock, labels, organization, levels } = simulation;
    const { run } = simulation.openWindow();
    await clock.until(run(labels.slice(0, 10)));
    await clock.until(Promise.all([clock.sleep(60_000)]));
    organization.bucket('write').setLevel(14);

    await simulation.end(run(labels.slice(10)));

    expect(Math.min(...levels)).toBeGreaterThanOrEqual(12);
  });

  it.each([
    [0, 60],
    [50, 60],
    [90, 60],
    [90, 10],
  ])('leaves whatever reserve is asked for: %d percent of %d', async (reservePercent, perMinute) => {
    const labels = 2 * perMinute;
    const simulation = new Simulation({ perMinute, labels });

    await simulation.run({ reservePercent });

    const floor = floorOf(labels, perMinute, reservePercent);
    print(`${labels} labels at ${perMinute} a minute, reserve ${reservePercent} %`, floor, simulation);
    expect(simulation.lowest).toBeGreaterThanOrEqual((perMinute * reservePercent) / 100);
    expect(simulation.limited).toBe(0);
    // Besides the floor, a few tokens that are left for others.
    expect(simulation.seconds).toBeLessThanOrEqual(floor + (4 / perMinute) * 60);
  });

  it.each([
    [1, 20],
    [3, 90],
    [10, 100],
  ])('takes from a full bucket where it can leave no reserve: %d a minute, %d percent', async (...setting) => {
    const [perMinute, reservePercent] = setting;
    const simulation = new Simulation({ perMinute, labels: 5 });

    expect(tally(await simulation.run({ reservePercent }))).toEqual({ done: 5 });

    expect(simulation.lowest).toBe(perMinute - 1);
    expect(simulation.limited).toBe(0);
    expect(simulation.seconds).toBeLessThan((4 / perMinute) * 60 + 1);
  });

  it('takes on another reserve in the middle', async () => {
    const simulation = new Simulation({ labels: 100 });
    const { client, run } = simulation.openWindow();
    let reservePercent = 80;
    const limiter = new WriteLimiter(client.writeBudget, simulation.clock, () => reservePercent);
    simulation.at(30, () => {
      reservePercent = 20;
    });

    await simulation.end(run(simulation.labels, { limiter }));

    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
    expect(simulation.seconds).toBeLessThanOrEqual(floorOf(100, 60) + 5);
  });

  it('counts the writes that take no turn', async () => {
    const simulation = new Simulation({ labels: 100 });
    const { client, run } = simulation.openWindow();
    const [first, ...others] = simulation.labels;
    simulation.at(20, () => void client.deleteLabel(first?.id ?? ''));

    await simulation.end(run(others));

    expect(simulation.organization.labels()).toEqual([]);
    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
  });
});
