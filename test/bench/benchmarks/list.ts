import { alternate, series } from '../alternate';
import type { Benchmark, Row, Target } from '../benchmark';
import { withClients } from '../clients';
import type { Timing } from '../programs/timed';
import { NO_LIMIT, withStandIn } from '../servers';

const LABELS = 10_000;
const OURS = 'listLabels';
const SORTED = 'LabelStore.refresh';
const BARE = 'bare fetch';
const TARGET: Target = { words: 'at most 1.10 ×', judge: 'ratio', of: BARE, atMost: 1.1 };

/** The whole list, over a socket, page by page. */
export const list: Benchmark = {
  name: 'list',
  run: ({ quick, programs }) =>
    withStandIn((standIn) =>
      withClients(programs, async ({ ours, bare }): Promise<Row[]> => {
        const { baseUrl, apiKey } = await standIn.ask('open', { labels: LABELS, writesPerMinute: NO_LIMIT });
        const connection = { baseUrl, apiKey };
        const before = await standIn.ask('processorMs');
        const [rounds, warmUps] = quick ? [5, 1] : [60, 3];
        const candidates = [
          { name: OURS, measure: () => ours.ask('list', connection) },
          { name: SORTED, measure: () => ours.ask('refresh', connection) },
          { name: BARE, measure: () => bare.ask('list', connection) },
        ];
        const samples = await alternate(candidates, { rounds, warmUps });
        const lists = (rounds + warmUps) * candidates.length;
        const server = ((await standIn.ask('processorMs')) - before) / lists;
        const row = (what: string, name: string, figure: (timing: Timing) => number): Row => ({
          what,
          unit: 'ms',
          ours: series(samples, name, figure),
          others: [series(samples, BARE, figure)],
          targets: name === OURS ? [TARGET] : [],
          facts: { 'processor time of the stand-in for a list, in ms': Math.round(server) },
        });
        return [
          row('10,000 labels, 100 pages', OURS, ({ ms }) => ms),
          row('10,000 labels, 100 pages: processor', OURS, ({ processorMs }) => processorMs),
          row('10,000 labels, 100 pages, sorted', SORTED, ({ ms }) => ms),
          row('10,000 labels, 100 pages, sorted: processor', SORTED, ({ processorMs }) => processorMs),
        ];
      }),
    ),
};
