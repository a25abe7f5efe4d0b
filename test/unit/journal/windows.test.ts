import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/api/schema';
import { createRandom } from '../../../src/sample/server/random';
import { SEED } from '../seed';
import { makeLabels, mergeAll, names, runAll, setUp, writeRun } from './support';

const BEGINS = { begins: true };

/** That much merging takes its time on a busy machine. */
describe(`two windows on one folder (seed ${SEED})`, { timeout: 60_000 }, () => {
  const random = createRandom(SEED);

  it.each(Array.from({ length: 20 }, (_, index) => ({ time: index + 1, chance: random() * 2 ** 32 })))(
    'lose nothing and show nothing twice, though both write and merge at once, time $time',
    async ({ chance }) => {
      const { open, reopen, disk } = setUp();
      const [a, b] = [open(createRandom(chance)), open(createRandom(chance + 1))];
      const labels: Label[] = [];
      const work = async ({ journal }: typeof a, name: string) => {
        for (let run = 0; run < 12; run += 1) {
          const part = makeLabels(5, `${name}${run}`);
          labels.push(...part);
          await runAll(journal, part, { begins: run % 2 === 0 });
          await journal.load();
        }
      };
      await Promise.all([work(a, 'A'), work(b, 'B')]);
      for (const journal of [await reopen(), a.journal, b.journal]) {
        await journal.load();
        expect(names(journal)).toEqual(labels.map(({ name }) => name).sort());
        expect(journal.entries.every(({ outcome }) => outcome === 'done')).toBe(true);
        expect(journal.unreadable).toBe(0);
      }
      expect(disk.names.length).toBeLessThanOrEqual(16);
    },
  );

  it('lose nothing when one of them dies while both merge', async () => {
    for (let operation = 1; operation < 60; operation += 1) {
      const { open, reopen } = setUp();
      const labels = makeLabels(18);
      const { journal } = open();
      for (let run = 0; run < 9; run += 1) {
        await writeRun(journal, labels.slice(2 * run, 2 * run + 2));
      }
      const [a, b] = [open(createRandom(SEED + operation)), open(createRandom(SEED - operation))];
      a.files.crashAt = operation;
      const merging = Promise.race([a.journal.load(), a.files.crashed]);
      await Promise.all([merging, b.journal.load()]);
      const next = await reopen();
      expect(names(next)).toEqual(labels.map(({ name }) => name).sort());
      expect(next.entries.every(({ outcome }) => outcome === 'done')).toBe(true);
      for (const one of [a.journal, b.journal, next]) {
        one.dispose();
      }
    }
  });

  it('see of each other what is on disk, also of a run that is on, whose files stay as they are', async () => {
    const { open, reopen, disk } = setUp();
    const { journal } = open();
    const recorder = await journal.startRun('delete', makeLabels(2), BEGINS);
    const before = disk.names;
    const other = await reopen();
    expect(names(other)).toEqual(names(journal));
    expect(await other.interruptedRuns()).toEqual([]);
    for (const merging of [other, journal]) {
      await writeRun(merging, makeLabels(1));
      await mergeAll(merging);
      expect(disk.names).toHaveLength(2);
      expect(disk.names).toEqual(expect.arrayContaining(before));
    }
    await recorder.finish();
    other.dispose();
  });
});
