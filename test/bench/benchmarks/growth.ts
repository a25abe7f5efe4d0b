import { alternate, series } from '../alternate';
import type { Benchmark, Row, Target } from '../benchmark';
import { startClient, withClients } from '../clients';
import type { TaskProcess } from '../processes/taskProcess';
import type { OurTasks } from '../programs/ours';
import type { CannedListsTasks } from '../programs/cannedLists';
import { withCannedLists } from '../servers';
import { logLogSlope, summarize } from '../statistics';

const SIZES = [100, 300, 1000, 3000, 10_000, 30_000, 100_000] as const;
/** Below this, what any list costs hides what a label costs. */
const SLOPE_FROM = 1000;
const TARGET: Target = { words: 'linear: at most 1.1', judge: 'value', atMost: 1.1 };

/** How time and heap grow with the number of labels. The server takes hardly any time here. */
export const growth: Benchmark = {
  name: 'growth',
  run: ({ quick, programs, log }) =>
    withCannedLists(async (lists) => {
      const places = await open(lists);
      log('time');
      const times = await withClients(programs, ({ ours, bare }) =>
        alternate(
          places.flatMap(({ size, connection }) => [
            { name: `ours ${size}`, measure: () => ours.ask('refresh', connection) },
            { name: `bare ${size}`, measure: () => bare.ask('list', connection) },
          ]),
          quick ? { rounds: 2, warmUps: 1 } : { rounds: 9, warmUps: 2 },
        ),
      );
      log('filter, and one fewer');
      const inMemory = await withClients(programs, async ({ ours }) => {
        for (const { connection } of places) {
          await ours.ask('load', connection);
        }
        return alternate(
          SIZES.flatMap((size) => [
            { name: `filter ${size}`, measure: () => ours.ask('filter', size) },
            { name: `fewer ${size}`, measure: () => ours.ask('removeFirst', size) },
          ]),
          quick ? { rounds: 3, warmUps: 1 } : { rounds: 9, warmUps: 2 },
        );
      });
      const timesOf = (what: string) =>
        SIZES.map((size) => [size, series(inMemory, `${what} ${size}`, ({ ms }) => ms).samples] as const);
      const processorTimes = (who: string) =>
        SIZES.map((size) => [size, series(times, `${who} ${size}`, ({ processorMs }) => processorMs).samples] as const);
      log('heap');
      const heaps = [];
      for (const { size, connection } of places) {
        const client = startClient<OurTasks>(programs, 'ours', '--expose-gc');
        heaps.push([size, [(await client.ask('heapOfStore', connection)) / 1024]] as const);
        await client.stop();
      }
      return [
        row('time', 'processor time in ms', [
          ['list and sort', processorTimes('ours')],
          ['bare fetch, unsorted', processorTimes('bare')],
        ]),
        row('filtering', 'ms for five letters', [['filter by five letters, one more at a time', timesOf('filter')]]),
        row('one fewer', 'ms', [['a label taken out, and another one put in', timesOf('fewer')]]),
        row('heap', 'KB', [['LabelStore', heaps]]),
      ];
    }),
};

async function open(lists: TaskProcess<CannedListsTasks>) {
  const places = [];
  for (const size of SIZES) {
    const { baseUrl, apiKey } = await lists.ask('open', { labels: size });
    places.push({ size, connection: { baseUrl, apiKey } });
  }
  return places;
}

type BySize = readonly (readonly [size: number, samples: readonly number[]])[];

/** @param all ours first. */
function row(what: string, unit: string, all: readonly [first: Line, ...rest: Line[]]): Row {
  const slopes = all.map(([name, bySize]) => ({ name, samples: slopesOf(bySize) }));
  const [[, ours]] = all;
  return {
    what: `growth of ${what} from ${SLOPE_FROM.toLocaleString('en-US')} labels on, slope`,
    unit: '',
    ours: slopes[0] ?? { name: '', samples: [] },
    others: slopes.slice(1),
    targets: [TARGET],
    facts: Object.fromEntries(
      ours.map(([size, samples]) => [`${size} labels, ${unit}`, summarize(samples).median.toPrecision(3)]),
    ),
    plot: {
      file: `growth-${what.replaceAll(' ', '-')}`,
      title: `How ${what} grows with the labels`,
      x: 'labels',
      y: unit,
      lines: all.map(([name, bySize]) => ({
        name,
        points: bySize.map(([size, samples]) => [size, summarize(samples).median]),
      })),
    },
  };
}

type Line = readonly [name: string, bySize: BySize];

/** One for each round. */
function slopesOf(bySize: BySize): number[] {
  const large = bySize.filter(([size]) => size >= SLOPE_FROM);
  const rounds = large[0]?.[1].length ?? 0;
  return Array.from({ length: rounds }, (_, round) =>
    logLogSlope(large.map(([size, samples]) => [size, samples[round] ?? NaN])),
  );
}
