import { alternate, seriesOf } from '../alternate';
import type { Benchmark, Target } from '../benchmark';
import { withClients } from '../clients';
import { NO_LIMIT, withStandIn } from '../standIn';

const LABELS = 10_000;
const BARE = 'bare fetch';
const TARGET: Target = { words: 'at most 1.10 ×', judge: 'ratio', of: BARE, atMost: 1.1 };

/** The whole list, over a socket, page by page. */
export const list: Benchmark = {
  name: 'list',
  run: ({ quick, programs }) =>
    withStandIn((standIn) =>
      withClients(programs, async ({ ours, bare }) => {
        const { baseUrl, apiKey } = await standIn.ask('open', { labels: LABELS, writesPerMinute: NO_LIMIT });
        const connection = { baseUrl, apiKey };
        const before = await standIn.ask('processorMs', undefined);
        const rounds = { rounds: quick ? 5 : 25, warmUps: quick ? 1 : 3 };
        const series = await alternate(
          [
            { name: 'listLabels', measure: () => ours.ask('list', connection) },
            { name: 'LabelStore.refresh', measure: () => ours.ask('refresh', connection) },
            { name: BARE, measure: () => bare.ask('list', connection) },
          ],
          rounds,
        );
        const lists = (rounds.rounds + rounds.warmUps) * series.length;
        const server = ((await standIn.ask('processorMs', undefined)) - before) / lists;
        const facts = { 'processor time of the stand-in for a list, in ms': Math.round(server) };
        const others = [seriesOf(series, BARE)];
        const shared = { unit: 'ms', others, targets: [TARGET], facts };
        return [
          { what: '10,000 labels, 100 pages', ours: seriesOf(series, 'listLabels'), ...shared },
          {
            what: '10,000 labels, 100 pages, and sorted',
            ours: seriesOf(series, 'LabelStore.refresh'),
            ...shared,
            targets: [],
          },
        ];
      }),
    ),
};
