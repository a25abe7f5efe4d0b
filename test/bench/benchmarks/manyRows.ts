import { alternate, type Candidate, series } from '../alternate';
import type { Benchmark, Row, Target } from '../benchmark';
import { BenchWindow } from '../workbench/benchWindow';
import { BARE_LIST } from '../workbench/extensions';
import { BareRows } from '../workbench/manyRows/bareRows';
import { LABELS, type ManyRows } from '../workbench/manyRows/manyRows';
import { OurRows } from '../workbench/manyRows/ourRows';
import { profiled } from '../workbench/profiled';
import { TimedKirim } from '../workbench/timedKirim';

const SAME_ROWS = 'the same rows, bare';
const FULL = 'a full refresh';
const SERVER_MS = 300;
const COMPARED: readonly Target[] = [
  { words: 'at most 1.2 ×', judge: 'ratio', of: BARE_LIST, atMost: 1.2 },
  { words: 'at most 1.2 ×', judge: 'ratio', of: SAME_ROWS, atMost: 1.2 },
];
/** Ten thousand rows: all of them again, one fewer, and searching in them. */
export const manyRows: Benchmark = {
  name: 'manyRows',
  run: async ({ quick, profile, folder, log }): Promise<Row[]> => {
    const kirim = await new TimedKirim(LABELS).open();
    const window = await BenchWindow.signedIn(kirim, { 'workbench.list.defaultFindMode': 'filter' });
    try {
      const rounds = quick ? { rounds: 3 } : { rounds: 12, warmUps: 1 };
      const ours = new OurRows(window, kirim);
      const bare = new BareRows(window, BARE_LIST, 'plain');
      const same = new BareRows(window, SAME_ROWS, 'full');
      // Later than VS Code's wait after “Deleting…”, which is the business of another benchmark.
      kirim.delayWrites(SERVER_MS);
      const compare = async (measure: (rows: ManyRows) => Promise<number>) => {
        const candidates = [ours, bare, same].map((rows): Candidate => ({
          name: rows.name,
          measure: async () => {
            await rows.show();
            return measure(rows);
          },
        }));
        const samples = await alternate(candidates, rounds);
        const [first, ...others] = [ours, bare, same].map(({ name }) => series(samples, name, (ms) => ms));
        return { ours: first ?? { name: '', samples: [] }, others };
      };
      const changed = await compare((rows) => rows.change());
      const fromPress = { name: FULL, samples: ours.refreshes };
      const removed = await compare((rows) => rows.remove());
      if (profile) {
        await ours.show();
        await profiled(window, 'oneFewer', { folder, log }, () => ours.remove());
      }
      const found = await compare((rows) => rows.search());
      return [
        {
          what: '10,000 rows: all again',
          unit: 'ms',
          ...changed,
          targets: COMPARED,
          note: `Ours from the moment when the last page of the list left the server; the others from their event. “${SAME_ROWS}” has what our rows have: color, context and accessible name, and nothing behind it.`,
        },
        {
          what: '10,000 rows: one fewer',
          unit: 'ms',
          ours: removed.ours,
          others: [...removed.others, fromPress],
          targets: [...COMPARED, { words: 'at most half of a full refresh', judge: 'ratio', of: FULL, atMost: 0.5 }],
          note: 'Ours from the moment when the answer to the DELETE left the server; the others from their event. A full refresh is from the press of the button, with all its pages.',
        },
        {
          what: '10,000 rows: searched for one',
          unit: 'ms',
          ...found,
          targets: COMPARED,
          note: 'VS Code’s own search in a tree, from the last key until the row is on screen.',
        },
      ];
    } finally {
      await Promise.all([window.close(), kirim.close()]);
    }
  },
};
