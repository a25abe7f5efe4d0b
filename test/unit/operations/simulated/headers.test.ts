import { describe, expect, it } from 'vitest';
import { floorOf } from './figures';
import { Simulation, tally } from './support';

/** Thousands of requests take their time on a busy machine. */
const PATIENCE = { timeout: 60_000 };
const LIMIT = 'X-RateLimit-Limit';
const REMAINING = 'X-RateLimit-Remaining';
const RESET = 'X-RateLimit-Reset';

/** What arrives in place of the two headers, whatever the API sent. */
function replaced(limit?: string, remaining?: string) {
  return (headers: Headers): void => {
    for (const [name, value] of [[LIMIT, limit] as const, [REMAINING, remaining] as const]) {
      headers.delete(name);
      if (value !== undefined) {
        headers.set(name, value);
      }
    }
  };
}

const USELESS: [string, string | undefined, string | undefined][] = [
  ['none', undefined, undefined],
  ['only the limit', '60', undefined],
  ['negative', '60', '-5'],
  ['more than the limit', '60', '61'],
  ['much more', '60', '1e9'],
  ['huge', '999999999', '999999998'],
  ['more than GET /me says', '6000', '5999'],
  ['hexadecimal', '0x3c', '0x3b'],
  ['words', 'sixty', 'many'],
  ['a space in between', '6 0', '5 9'],
  ['another window of time', '60;w=3600', '59;w=3600'],
  ['one of two unreadable', '60, x', '59, x'],
  ['that of a bucket that stands still', '60', '59'],
];

describe('a run without headers that tell how full the bucket is', PATIENCE, () => {
  it.each(USELESS)('keeps to the known limit and leaves the reserve: %s', async (_, limit, remaining) => {
    const { labels, kirim, ...simulation } = await finished({ labels: 55, alter: replaced(limit, remaining) });

    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
    expect(simulation.limited).toBe(0);
    expect(simulation.seconds).toBeLessThan(300);
    expect(kirim.requests.count({ method: 'DELETE' })).toBe(labels.length);
  });

  it.each(USELESS.slice(0, -1))('leaves it beside production that had just spent all: %s', async (...headers) => {
    const [, limit, remaining] = headers;
    const simulation = new Simulation({ labels: 30, alter: replaced(limit, remaining) });
    simulation.organization.bucket('write').setLevel(1);
    const messages = simulation.sendMessages(40);

    await simulation.end(informed(simulation).then(({ run }) => run(simulation.labels)));

    // One went ahead, since nothing was known.
    const [, , ...later] = simulation.levels;
    expect(Math.min(...later)).toBeGreaterThanOrEqual(12);
    expect(messages.refused).toBeLessThanOrEqual(1);
  });

  it.each<[string, string | undefined, string | undefined, number]>([
    ...USELESS.map((row): [...typeof row, number] => [...row, 2]),
    // Three would have sent too much by the time they notice that it stands still.
    ...USELESS.slice(0, -1).map((row): [...typeof row, number] => [...row, 3]),
  ])('leaves it beside others like it: %s (%s, %s), %d windows', async (_, limit, remaining, count) => {
    const simulation = new Simulation({ labels: count * 40, alter: replaced(limit, remaining) });
    const { labels, clock } = simulation;
    const windows = Array.from({ length: count }, async (__, index) => {
      await clock.sleep(index * 270);
      await (await informed(simulation)).run(labels.slice(index * 40, (index + 1) * 40));
    });

    await simulation.end(Promise.all(windows));

    expect(simulation.organization.labels()).toEqual([]);
    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
  });

  it('keeps to the lowest plan where GET /me does not tell the limit either', async () => {
    const simulation = new Simulation({ labels: 55, alter: replaced() });

    expect(tally(await simulation.run())).toEqual({ done: 55 });

    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
    expect(simulation.maxInFlight).toBe(1);
  });

  it('keeps to a larger plan as soon as GET /me tells it', async () => {
    const { lowest, seconds } = await finished({ perMinute: 600, labels: 300, alter: replaced() });

    expect(lowest).toBeGreaterThanOrEqual(120);
    expect(seconds).toBeLessThan(200);
  });

  it('sends one ahead, and no more, before the bucket can have filled up', async () => {
    const simulation = new Simulation({ labels: 3, alter: replaced() });

    await simulation.run();

    const [first = 0, second = 0, third = 0] = simulation.kirim.requests.all.map(({ at }) => at / 1000);
    expect(second - first).toBeGreaterThanOrEqual(48);
    expect(third - second).toBeGreaterThanOrEqual(4);
    expect(third - second).toBeLessThan(4.2);
  });
});

describe('a run with odd headers that can be read', () => {
  it.each<[string, (limit: string, remaining: string) => [string, string]]>([
    ['sent twice', (limit, remaining) => [`${limit}, ${limit}`, `${remaining}, ${remaining}`]],
    ['sent twice, different', (limit, remaining) => [`${limit}, 600`, `${remaining}, 500`]],
    ['with their window', (limit, remaining) => [`${limit};w=60`, remaining]],
    ['with the limit and its window', (limit, remaining) => [`${limit}, ${limit}; w=60`, remaining]],
    ['decimal', (limit, remaining) => [`${limit}.0`, `${remaining}.95`]],
    ['with spaces', (limit, remaining) => [`  ${limit} `, ` ${remaining}\t`]],
    ['without the limit', (_, remaining) => ['', remaining]],
    ['with a limit of 0', (_, remaining) => ['0', remaining]],
  ])('is as fast as ever, and leaves the reserve: %s', async (_, odd) => {
    const alter = (headers: Headers): void => {
      const [limit, remaining] = odd(headers.get(LIMIT) ?? '', headers.get(REMAINING) ?? '');
      headers.set(LIMIT, limit);
      headers.set(REMAINING, remaining);
    };
    const { lowest, limited, maxInFlight, seconds } = await finished({ labels: 100, alter });

    expect(lowest).toBeGreaterThanOrEqual(12);
    expect(limited).toBe(0);
    expect(maxInFlight).toBe(8);
    expect(seconds).toBeLessThan(floorOf(100, 60) + 4);
  });

  it('believes a limit that is lower than GET /me says', async () => {
    const alter = (headers: Headers): void => {
      headers.set(LIMIT, '60');
      headers.set(REMAINING, String(Math.max(0, Number(headers.get(REMAINING)) - 540)));
    };
    const { seconds } = await finished({ perMinute: 600, labels: 100, alter });

    expect(seconds).toBeGreaterThan(floorOf(100, 60));
  });
});

describe('a run whose headers', () => {
  it('have no Reset needs none', async () => {
    const alter = (headers: Headers): void => {
      headers.delete(RESET);
    };
    const simulation = await finished({ labels: 100, alter });

    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
    expect(simulation.maxInFlight).toBe(8);
  });

  it('end in the middle goes on by what it knows, also beside another one', async () => {
    const simulation = new Simulation({
      labels: 120,
      alter: (headers) => {
        alter(headers);
      },
    });
    let alter: (headers: Headers) => void = () => undefined;
    simulation.at(2, () => {
      alter = replaced();
    });
    const { labels } = simulation;
    const windows = [labels.slice(0, 60), labels.slice(60)].map((part) => simulation.openWindow().run(part));

    await simulation.end(Promise.all(windows));

    expect(simulation.organization.labels()).toEqual([]);
    expect(simulation.lowest).toBeGreaterThanOrEqual(12);
    expect(simulation.limited).toBe(0);
    expect(simulation.seconds).toBeLessThan(300);
  });

  it('are missing now and then is hardly slower', async () => {
    let answers = 0;
    const alter = (headers: Headers): void => {
      answers += 1;
      if (answers % 10 === 0) {
        replaced()(headers);
      }
    };
    const { lowest, seconds } = await finished({ labels: 200, alter });

    expect(lowest).toBeGreaterThanOrEqual(12);
    expect(seconds).toBeLessThan(1.05 * floorOf(200, 60));
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

    expect(simulation.seconds).toBeLessThan(10 * 90);
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

describe('another plan in the middle of a run', PATIENCE, () => {
  it('makes it faster once GET /me tells of it too, which is asked once', async () => {
    const simulation = new Simulation({ perMinute: 60, labels: 300 });
    simulation.at(60, () => {
      simulation.organization.setRateLimits({ write_per_minute: 600 });
    });

    await simulation.end(informed(simulation).then(({ run }) => run(simulation.labels)));

    expect(simulation.kirim.requests.count({ path: '/me' })).toBe(2);
    expect(simulation.organization.bucket('write').lowest()).toBeGreaterThanOrEqual(120);
    expect(simulation.seconds).toBeLessThan(75);
  });

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

/** A window whose client has asked for the limit. */
async function informed(simulation: Simulation) {
  const window = simulation.openWindow();
  await window.client.getMe();
  return window;
}

/** A run in which every label is deleted, by a client that has asked for the limit. */
async function finished(setting: ConstructorParameters<typeof Simulation>[0] & { labels: number }) {
  const simulation = new Simulation(setting);
  const result = await simulation.end(informed(simulation).then(({ run }) => run(simulation.labels)));
  expect(tally(result)).toEqual({ done: setting.labels });
  const { kirim, labels, limited, lowest, maxInFlight, seconds } = simulation;
  return { kirim, labels, limited, lowest, maxInFlight, seconds };
}
