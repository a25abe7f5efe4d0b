import { alternate, series } from '../alternate';
import type { Benchmark, Row, Target } from '../benchmark';
import { withClients } from '../clients';
import type { TaskProcess } from '../processes/taskProcess';
import type { OurTasks } from '../programs/ours';
import type { StandInTasks } from '../programs/standIn';
import type { Timing } from '../programs/timed';
import { NO_LIMIT, withStandIn } from '../servers';

const DELETES = 300;
const OURS = 'deleteLabel';
const BARE = 'bare fetch';
const TARGET: Target = { words: 'at most 1.10 ×', judge: 'ratio', of: BARE, atMost: 1.1 };

/** What our client adds to a DELETE: the server takes no time of its own here. */
export const oneDelete: Benchmark = {
  name: 'oneDelete',
  run: ({ quick, programs }) =>
    withStandIn((standIn) =>
      withClients(programs, async ({ ours, bare }): Promise<Row[]> => {
        const { site, ...connection } = await standIn.ask('open', { labels: 0, writesPerMinute: NO_LIMIT });
        const withIds = async (lanes: number) => {
          const labels = await standIn.ask('addLabels', { site, count: DELETES });
          return { ...connection, lanes, ids: labels.map(({ id }) => id) };
        };
        const measureWith = async (lanes: number): Promise<Row[]> => {
          const samples = await alternate(
            [
              { name: OURS, measure: async () => ours.ask('deleteEach', await withIds(lanes)) },
              { name: BARE, measure: async () => bare.ask('deleteEach', await withIds(lanes)) },
            ],
            quick ? { rounds: 6, warmUps: 2 } : { rounds: 40, warmUps: 4 },
          );
          const row = (what: string, figure: (timing: Timing) => number): Row => ({
            what,
            unit: 'ms',
            ours: series(samples, OURS, (timing) => figure(timing) / DELETES),
            others: [series(samples, BARE, (timing) => figure(timing) / DELETES)],
            targets: [TARGET],
            note: `For one delete, as the mean of ${DELETES} in a row.`,
          });
          const what = lanes === 1 ? 'one delete' : `one delete, ${lanes} at once`;
          return [row(what, ({ ms }) => ms), row(`${what}: processor`, ({ processorMs }) => processorMs)];
        };
        return [...(await measureWith(1)), ...(await measureWith(8)), await countRequests(standIn, ours)];
      }),
    ),
};

async function countRequests(standIn: TaskProcess<StandInTasks>, ours: TaskProcess<OurTasks>): Promise<Row> {
  const { site, ...connection } = await standIn.ask('open', { labels: 40, writesPerMinute: NO_LIMIT });
  await ours.ask('deleteOne', connection);
  const { requests, deletes } = await standIn.ask('takeCounts', { site });
  const firstList = 1;
  return {
    what: 'requests for one delete',
    unit: '',
    ours: { name: 'Delete Label', samples: [requests - firstList] },
    others: [],
    targets: [{ words: 'at most 2', judge: 'value', atMost: 2 }],
    note: 'One DELETE and one page. The whole command is held to it by test/host/delete/deleteLabel.test.ts.',
    facts: { DELETEs: deletes },
  };
}
