import type { Benchmark, Row } from '../benchmark';
import { startClient } from '../clients';
import type { OurTasks } from '../programs/ours';
import { withCannedLists } from '../servers';

const JSON_ITSELF = 'their JSON';

/** The heap that a store of labels holds, in a process that did nothing else. */
export const memory: Benchmark = {
  name: 'memory',
  run: ({ quick, programs }) =>
    withCannedLists(async (lists) => {
      const rows: Row[] = [];
      for (const labels of [10_000, 100_000]) {
        const { jsonBytes, ...connection } = await lists.ask('open', { labels });
        const samples: number[] = [];
        for (let round = 0; round < (quick ? 1 : 3); round += 1) {
          const client = startClient<OurTasks>(programs, 'ours', '--expose-gc');
          samples.push(await client.ask('heapOfStore', connection));
          await client.stop();
        }
        rows.push({
          what: `heap of ${labels.toLocaleString('en-US')} labels`,
          unit: 'bytes',
          ours: { name: 'LabelStore', samples },
          others: [{ name: JSON_ITSELF, samples: samples.map(() => jsonBytes) }],
          targets: [{ words: 'at most 2 ×', judge: 'ratio', of: JSON_ITSELF, atMost: 2 }],
        });
      }
      return rows;
    }),
};
