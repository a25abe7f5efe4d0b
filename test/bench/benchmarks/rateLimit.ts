import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { floorOf } from '../../unit/operations/simulated/figures';
import type { BenchContext, Benchmark, Row } from '../benchmark';
import { startClient } from '../clients';
import type { OurTasks } from '../programs/ours';
import { withStandIn } from '../servers';

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
    // Side by side: they hardly do anything but wait.
    return (await Promise.all(RUNS.map((run) => measure(context, run)))).flat();
  },
};

function measure({ programs, log }: BenchContext, { count, perMinute }: (typeof RUNS)[number]): Promise<Row[]> {
  return withStandIn(async (standIn) => {
    const options = { labels: count, writesPerMinute: perMinute, writeMs: SERVER_MS };
    const { site, ...connection } = await standIn.ask('open', options);
    const folder = await mkdtemp(join(tmpdir(), 'kirim-bench-'));
    const client = startClient<OurTasks>(programs, 'ours');
    const { ms, deleted } = await client.ask('deleteMany', { ...connection, folder });
    await client.stop();
    await rm(folder, { recursive: true });
    const { refused, lowestLevel, deletes } = await standIn.ask('takeCounts', { site });
    log(`${count} at ${perMinute} a minute: ${(ms / 1000).toFixed(1)} s`);
    const floor = floorOf(count, perMinute, RESERVE_PERCENT);
    const reserve = (perMinute * RESERVE_PERCENT) / 100;
    const what = `${count} deletes at ${perMinute} a minute`;
    return [
      {
        what,
        unit: 's',
        ours: { name: 'Delete Label', samples: [ms / 1000] },
        others: [{ name: 'the floor of the bucket', samples: [floor] }],
        targets: [{ words: 'at most 1.02 ×', judge: 'ratio', of: 'the floor of the bucket', atMost: 1.02 }],
        facts: { deleted, 'DELETEs sent': deletes },
      },
      {
        what: `${what}: refused with 429`,
        unit: '',
        ours: { name: 'Delete Label', samples: [refused] },
        others: [],
        targets: [{ words: 'none', judge: 'value', atMost: 0 }],
      },
      {
        what: `${what}: lowest level of the bucket`,
        unit: 'tokens',
        ours: { name: 'Delete Label', samples: [lowestLevel] },
        others: [{ name: 'the reserve', samples: [reserve] }],
        targets: [{ words: 'never below', judge: 'difference', of: 'the reserve', atLeast: 0 }],
      },
    ];
  });
}
