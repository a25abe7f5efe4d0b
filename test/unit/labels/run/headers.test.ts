import { describe, expect, it } from 'vitest';
import { Simulation, tally } from './support';

const LIMIT = 'X-RateLimit-Limit';
const REMAINING = 'X-RateLimit-Remaining';
const RESET = 'X-RateLimit-Reset';

describe('a run without the headers', () => {
  it.each([[[LIMIT, REMAINING, RESET]], [[LIMIT]], [[REMAINING]]])('goes one at a time (no %s)', async (missing) => {
    const alter = (headers: Headers): void => {
      for (const name of missing) {
        headers.delete(name);
      }
    };
    const simulation = new Simulation({ perMinute: 600, labels: 100, alter });

    expect(tally(await simulation.run())).toEqual({ done: 100 });

    expect(simulation.maxInFlight).toBe(1);
    expect(simulation.seconds).toBeCloseTo(100 * 0.08);
  });

  it('obeys Retry-After, and goes on', async () => {
    const alter = (headers: Headers): void => {
      headers.delete(LIMIT);
    };
    const { kirim, ...simulation } = await finished({ labels: 70, alter });

    expect(simulation.limited).toBeGreaterThan(0);
    const { all } = kirim.requests;
    for (const [index, { status, at }] of all.entries()) {
      const next = all[index + 1];
      if (status === 429 && next) {
        expect(next.at - at).toBeGreaterThanOrEqual(1000);
      }
    }
  });

  it('needs no Reset', async () => {
    const alter = (headers: Headers): void => {
      headers.delete(RESET);
    };
    const simulation = await finished({ labels: 100, alter });

    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
    expect(simulation.maxInFlight).toBe(8);
  });

  it('goes on by what it knows where they end in the middle', async () => {
    let answers = 0;
    const alter = (headers: Headers): void => {
      answers += 1;
      if (answers > 30) {
        headers.delete(REMAINING);
      }
    };
    const simulation = await finished({ labels: 100, alter });

    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
    expect(simulation.limited).toBe(0);
  });
});

describe('a run whose headers lie', () => {
  it.each([
    ['60', '-5'],
    ['60', '1e9'],
    ['60', '61'],
    ['60', 'many'],
    ['60', ''],
    ['0', '0'],
    ['0.5', '0'],
    ['-60', '-60'],
    ['Infinity', '60'],
    ['NaN', 'NaN'],
    ['60, 60;w=60', '48'],
    ['9'.repeat(400), '48'],
  ])('takes what is impossible for none: limit %s, remaining %s', async (limit, remaining) => {
    const alter = (headers: Headers): void => {
      headers.set(LIMIT, limit);
      headers.set(REMAINING, remaining);
    };
    const simulation = await finished({ perMinute: 600, labels: 50, alter });

    expect(simulation.maxInFlight).toBe(1);
  });

  it('reads a fraction as the whole number below', async () => {
    const alter = (headers: Headers): void => {
      headers.set(REMAINING, `${headers.get(REMAINING) ?? ''}.9`);
    };
    const simulation = await finished({ labels: 100, alter });

    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
  });

  it('is slow, and no more than that, when nothing ever seems to remain', async () => {
    const alter = (headers: Headers): void => {
      headers.set(REMAINING, '0');
    };
    const simulation = await finished({ labels: 10, alter });

    expect(simulation.seconds).toBeLessThan(10 * 30);
  });

  it('comes to an end when every answer says something else', async () => {
    let answers = 0;
    const alter = (headers: Headers): void => {
      answers += 1;
      headers.set(LIMIT, String([60, 600, 10, 1][answers % 4]));
      headers.set(REMAINING, String((answers * 7) % 60));
    };
    await finished({ perMinute: 600, labels: 200, alter });
  });
});

describe('another plan in the middle of a run', { timeout: 60_000 }, () => {
  it('makes it faster', async () => {
    const simulation = new Simulation({ perMinute: 60, labels: 300 });
    simulation.at(60, () => {
      simulation.organization.setRateLimits({ write_per_minute: 600 });
    });

    await simulation.run();

    expect(simulation.organization.bucket('write').lowest()).toBeGreaterThanOrEqual(120);
    expect(simulation.seconds).toBeLessThan(66);
  });

  it('makes it slower, with the reserve of the smaller bucket', async () => {
    const simulation = new Simulation({ perMinute: 600, labels: 700 });
    simulation.at(10, () => {
      simulation.organization.setRateLimits({ write_per_minute: 60 });
    });

    await simulation.run();

    expect(simulation.organization.bucket('write').lowest()).toBeGreaterThanOrEqual(12);
    expect(simulation.limited).toBe(0);
  });
});

/** A run in which every label is deleted. */
async function finished(setting: ConstructorParameters<typeof Simulation>[0] & { labels: number }) {
  const simulation = new Simulation(setting);
  expect(tally(await simulation.run())).toEqual({ done: setting.labels });
  const { kirim, limited, lowest, maxInFlight, seconds } = simulation;
  return { kirim, limited, lowest, maxInFlight, seconds };
}
