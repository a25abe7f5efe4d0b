import { alternate, series } from '../alternate';
import type { Benchmark } from '../benchmark';
import { startClient } from '../clients';
import { TYPED } from '../programs/filterRows';
import type { OurTasks } from '../programs/ours';
import { withCannedLists } from '../servers';

const LABELS = 10_000;
const [OURS, PLAIN] = ['Filter Labels', 'a plain filter of an array'];

/** Filtering as the user types: from another text until the rows are there that VS Code is given. */
export const filter: Benchmark = {
  name: 'filter',
  run: ({ quick, programs }) =>
    withCannedLists(async (lists) => {
      const { baseUrl, apiKey } = await lists.ask('open', { labels: LABELS });
      const client = startClient<OurTasks>(programs, 'ours');
      try {
        await client.ask('load', { baseUrl, apiKey });
        const samples = await alternate(
          [
            { name: OURS, measure: () => client.ask('filterRows') },
            { name: PLAIN, measure: () => client.ask('filterRowsPlainly') },
          ],
          quick ? { rounds: 5, warmUps: 1 } : { rounds: 40, warmUps: 5 },
        );
        const [ours, plain] = [OURS, PLAIN].map((name) => series(samples, name, ({ ms }) => ms / TYPED.length));
        return [
          {
            what: '10,000 rows: filtered, a letter',
            unit: 'ms',
            ours: ours ?? { name: '', samples: [] },
            others: plain ? [plain] : [],
            targets: [{ words: 'within two frames', judge: 'value', atMost: 33 }],
            note: `In the extension host, for each of the letters of “${TYPED.at(-1) ?? ''}”. Before that it is waited for 150 ms whether another letter comes.`,
          },
        ];
      } finally {
        await client.stop();
      }
    }),
};
