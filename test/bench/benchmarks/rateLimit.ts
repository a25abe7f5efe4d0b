import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { floorOf } from '../../unit/operations/simulated/figures';
import type { BenchContext, Benchmark, Row } from '../benchmark';
import { startClient } from '../clients';
import type { OurTasks } from '../programs/ours';
import { withStandIn } from '../servers';

/** Side by side: they hardly do anything but wait. */
const ROUNDS = 3;
const RUNS = [
  { count: 300, perMinute: 60 },
  { count: 1000, perMinute: 600 },
] as const;
const SERVER_MS = 80;
const RESERVE_PERCENT = 20;

/** Runs that have to wait for the rate limit, in real time. */
export const rateLimit: Benchmark = {
  name: 'rateLimit',
  run: async (context) => {
    if (context.quick) {
      context.log('left out: it takes minutes');
      return [];
    }
    return (await Promise.all(RUNS.map((run) => compare(context, run)))).flat();
  },
};

async function compare(context: BenchContext, run: (typeof RUNS)[number]): Promise<Row[]> {
  const { count, perMinute } = run;
  const rounds = await Promise.all(Array.from({ length: ROUNDS }, () => measure(context, run)));
  const samplesOf = (figure: (round: Round) => number) => rounds.map(figure);
  const same = (value: number) => rounds.map(() => value);
  const what = `${count} deletes at ${perMinute} a minute`;
  const name = 'Delete Label';
  return [
    {
      what,
      unit: 's',
      ours: { name, samples: samplesOf(({ seconds }) => seconds) },
      others: [{ name: 'the floor of the bucket', samples: same(floorOf(count, perMinute, RESERVE_PERCENT)) }],
      targets: [{ words: 'at most 1.02 ×', judge: 'ratio', of: 'the floor of the bucket', atMost: 1.02 }],
      note: 'What the command does after its question (src/operations/runOperation.ts), with the list that it loads before the first DELETE. The floor is of the writes alone.',
      facts: { deleted: joined(rounds, 'deleted'), 'DELETEs sent': joined(rounds, 'deletes') },
    },
    {
      what: `${what}: refused with 429`,
      unit: '',
      ours: { name, samples: samplesOf(({ refused }) => refused) },
      others: [],
      targets: [{ words: 'none', judge: 'value', atMost: 0 }],
    },
    {
      what: `${what}: lowest level of the bucket`,
      unit: 'tokens',
      ours: { name, samples: samplesOf(({ lowestLevel }) => lowestLevel) },
      others: [{ name: 'the reserve', samples: same((perMinute * RESERVE_PERCENT) / 100) }],
      targets: [{ words: 'never below', judge: 'difference', of: 'the reserve', atLeast: 0 }],
    },
  ];
}

interface Round {
  readonly seconds: number;
  readonly deleted: number;
  readonly deletes: number;
  readonly refused: number;
  readonly lowestLevel: number;
}

function joined(rounds: readonly Round[], figure: 'deleted' | 'deletes'): string {
  return [...new Set(rounds.map((round) => round[figure]))].join(' or ');
}

function measure({ programs, log }: BenchContext, { count, perMinute }: (typeof RUNS)[number]): Promise<Round> {
  return withStandIn(async (standIn) => {
    const options = { labels: count, writesPerMinute: perMinute, writeMs: SERVER_MS };
    const { site, ...connection } = await standIn.ask('open', options);
    const folder = await mkdtemp(join(tmpdir(), 'kirim-bench-'));
    const client = startClient<OurTasks>(programs, 'ours');
    const { ms, deleted } = await client.ask('deleteMany', { ...connection, folder });
    await client.stop();
    await rm(folder, { recursive: true });
    const counts = await standIn.ask('takeCounts', { site });
    log(`${count} at ${perMinute} a minute: ${(ms / 1000).toFixed(1)} s`);
    return { seconds: ms / 1000, deleted, ...counts };
  });
}
