import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/api/schema';
import { createRandom } from '../../kirim/random';
import { SEED } from '../seed';
import { makeLabels, names, runAll, setUp } from './support';

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
        for (let run = 0; run < 4; run += 1) {
          const part = makeLabels(15, `${name}${run}`);
          labels.push(...part);
          await runAll(journal, part);
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
      expect(disk.names.filter((name) => name.endsWith('.alive'))).toEqual([]);
    },
  );

  it('lose nothing when one of them dies while both merge', async () => {
    for (let operation = 1; operation < 60; operation += 1) {
      const { open, reopen, clock } = setUp();
      const labels = makeLabels(20);
      const { journal } = open();
      await runAll(journal, labels);
      const [entry] = journal.entries;
      expect.assert(entry);
      await Promise.all(makeLabels(12).map(() => journal.recreated(entry, 'lbl_x').then(() => journal.load())));
      clock.advance(60_000);
      const [a, b] = [open(createRandom(SEED + operation)), open(createRandom(SEED - operation))];
      a.files.crashAt = operation;
      const merging = Promise.race([a.journal.load(), a.files.crashed]);
      await Promise.all([merging, b.journal.load()]);
      clock.advance(60_000);
      const next = await reopen();
      expect(names(next)).toEqual(labels.map(({ name }) => name).sort());
      expect(next.entries.every(({ outcome }) => outcome === 'done')).toBe(true);
    }
  });

  it('see of each other what is on disk, also of a run that is on', async () => {
    const { open, reopen } = setUp();
    const { journal } = open();
    const labels = makeLabels(2);
    const recorder = await journal.startRun('delete', labels);
    for (const label of labels) {
      await recorder.sending(label);
    }
    const other = await reopen();
    expect(names(other)).toEqual(names(journal));
    expect(await other.interruptedRuns()).toEqual([]);
    journal.dispose();
    other.dispose();
  });

  it('do not merge the files of a run that is on', async () => {
    const { open, disk } = setUp();
    const { journal } = open();
    const labels = makeLabels(12);
    const recorder = await journal.startRun('delete', labels);
    for (const label of labels) {
      await recorder.sending(label);
    }
    const before = disk.segments;
    const other = open().journal;
    await runAll(other, makeLabels(2));
    await other.load();
    expect(disk.segments).toEqual(expect.arrayContaining(before));
    await recorder.finish();
    expect(disk.segments).toHaveLength(1);
    other.dispose();
  });

  it('do not merge a file in which a run that is over stands beside one that is on', async () => {
    const { open, disk } = setUp();
    const { journal } = open();
    const [over, on] = await Promise.all([1, 2].map(() => journal.startRun('delete', makeLabels(1))));
    expect.assert(over && on);
    const before = disk.segments;
    expect(before).toHaveLength(1);
    await over.finish();
    await runAll(open().journal, makeLabels(2));
    expect(disk.segments).toEqual(expect.arrayContaining(before));
    await on.finish();
    expect(disk.segments).toHaveLength(1);
  });
});
