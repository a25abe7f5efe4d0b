import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, type Candidate, series } from '../alternate';
import type { Benchmark, Row, Target } from '../benchmark';
import { withClients } from '../clients';
import { curlEach, hasPrograms } from '../curl';
import { NO_LIMIT, withStandIn } from '../servers';

const OURS = 'Delete Label';
const LOOP = 'bare fetch loop';
const EIGHT = '8 bare fetch loops';
const TARGETS: readonly Target[] = [
  { words: 'at least 7 × faster', judge: 'speedup', of: LOOP, atLeast: 7 },
  { words: 'level: at most 1.05 ×', judge: 'ratio', of: EIGHT, atMost: 1.05 },
];
const SERVER_MS = 80;

/** A run of many labels as the command does it, beside what one would write in a shell or a script. */
export const deletes: Benchmark = {
  name: 'deletes',
  run: ({ quick, programs, log }) =>
    withStandIn((standIn) =>
      withClients(programs, async ({ ours, bare }): Promise<Row[]> => {
        const count = quick ? 100 : 1000;
        const options = { labels: 0, writesPerMinute: NO_LIMIT, writeMs: SERVER_MS };
        const { site, ...connection } = await standIn.ask('open', options);
        const folder = await mkdtemp(join(tmpdir(), 'kirim-bench-'));
        const facts: Record<string, number | string> = {};

        /** A candidate that finds so many labels, and leaves none. */
        const candidate = (name: string, rounds: number, run: (ids: readonly string[]) => Promise<number>) => ({
          name,
          rounds,
          measure: async () => {
            const labels = await standIn.ask('addLabels', { site, count });
            await standIn.ask('takeCounts', { site });
            const ms = await run(labels.map(({ id }) => id));
            const { labels: left, deletes: sent, atOnce } = await standIn.ask('takeCounts', { site });
            if (left > 0) {
              throw new Error(`${name} left ${left} labels.`);
            }
            facts[`DELETEs, and the most at once, of ${name}`] = `${sent}, ${atOnce}`;
            log(`${name}: ${(ms / 1000).toFixed(1)} s`);
            return ms / 1000;
          },
        });
        const bareIn = (lanes: number) => async (ids: readonly string[]) =>
          (await bare.ask('deleteEach', { ...connection, ids, lanes })).ms;
        const rounds = quick ? 2 : 5;
        const candidates: Candidate[] = [
          candidate(OURS, rounds, async () => {
            const { ms, finishMs } = await ours.ask('deleteMany', { ...connection, folder });
            facts['ms of writing the end into the journal afterwards'] = Math.round(finishMs);
            return ms;
          }),
          candidate(EIGHT, rounds, bareIn(8)),
          candidate(LOOP, 1, bareIn(1)),
        ];
        if (await hasPrograms('curl', 'xargs')) {
          candidates.push(
            candidate('xargs -P8 curl', 2, (ids) => curlEach(connection, ids, { lanes: 8, folder })),
            candidate('curl loop', 1, (ids) => curlEach(connection, ids, { lanes: 1, folder })),
          );
        }
        const samples = await alternate(candidates, { rounds });
        await rm(folder, { recursive: true });
        return [
          {
            what: `${count} deletes, ${SERVER_MS} ms each, no limit`,
            unit: 's',
            ours: series(samples, OURS, (seconds) => seconds),
            others: candidates.slice(1).map(({ name }) => series(samples, name, (seconds) => seconds)),
            targets: TARGETS,
            note:
              `What takes one at a time ran once. Ours includes the journal on this computer's disk, not the window.` +
              (candidates.length < 5 ? ' This machine has no curl or no xargs.' : ''),
            facts,
          },
        ];
      }),
    ),
};
