import { describe, expect, it } from 'vitest';
import { Gate } from '../../kirim/faults/gate';
import { createRandom } from '../../../src/sample/server/random';
import { makeLabel, makeLabels, mergeAll, names, setUp, writeRun } from './support';

const BEGINS = { begins: true };

describe('loading', () => {
  it('finds nothing where there is no folder yet', async () => {
    const { reopen } = setUp();
    const journal = await reopen();
    expect(journal.entries).toEqual([]);
    expect(journal.unreadable).toBe(0);
    expect(await journal.interruptedRuns()).toEqual([]);
  });

  it('is shared while it goes on', async () => {
    const { open } = setUp();
    const { journal, files } = open();
    await Promise.all([journal.load(), journal.load(), journal.load()]);
    expect(files.count).toBe(1);
  });

  it('merges files where there are many of them, and none that are few', async () => {
    const { open, disk, reopen, clock } = setUp();
    const { journal } = open();
    for (let run = 0; run < 7; run += 1) {
      clock.advance(1);
      await writeRun(journal, makeLabels(3, `Run ${run}`));
    }
    const [entry] = journal.entries;
    expect.assert(entry);
    await journal.recreated(entry, 'lbl_new');
    await journal.restored(entry);
    const before = journal.entries;
    expect(before[0]).toMatchObject({ recreatedAs: 'lbl_new', restored: true });
    await reopen();
    expect(disk.names).toHaveLength(16);
    await journal.recreated(entry, 'lbl_new');
    await reopen();
    expect(disk.names).toHaveLength(1);
    expect((await reopen()).entries).toEqual(before);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('loses nothing that is written down meanwhile (seed %i)', async (seed) => {
    const { open } = setUp();
    const { journal } = open(createRandom(seed));
    const all: string[] = [];
    for (const label of makeLabels(20)) {
      const read: Promise<unknown>[] = [journal.load(), journal.interruptedRuns()];
      const recorder = await journal.startRun('delete', [label], BEGINS);
      read.push(journal.interruptedRuns());
      recorder.ended(label, 'done');
      read.push(recorder.finish());
      all.push(label.name);
      await Promise.all([journal.load(), ...read]);
      expect(journal.entriesOf(recorder.run)).toMatchObject([{ label, outcome: 'done' }]);
      expect(names(journal)).toEqual([...all].sort());
    }
  });

  it('knows what was written after the folder was listed, also of a run that is over since then', async () => {
    const { open, disk } = setUp();
    const { journal, files } = open();
    const gate = new Gate();
    files.list = async () => {
      await gate.enter();
      return [];
    };
    const loaded = journal.load();
    const over = writeRun(journal, [makeLabel('a')]);
    await journal.startRun('delete', [makeLabel('b')], BEGINS);
    await new Promise((resolve) => setImmediate(resolve));
    expect(disk.names).toHaveLength(3);
    gate.open();
    await loaded;
    expect(names(journal)).toEqual(['a', 'b']);
    await over;
    journal.dispose();
  });

  it('follows files that are deleted between the list and the reading', async () => {
    const { open } = setUp();
    const writer = open();
    const labels = makeLabels(5);
    const recorder = await writer.journal.startRun('delete', labels, { begins: false });
    await recorder.begin();
    const { journal, files } = open();
    const list = files.list.bind(files);
    files.list = async () => {
      const before = await list();
      files.list = list;
      labels.forEach((label) => {
        recorder.ended(label, 'done');
      });
      await recorder.finish();
      return before;
    };
    await journal.load();
    expect(journal.entries).toHaveLength(5);
    expect(await journal.interruptedRuns()).toEqual([]);
  });

  it('leaves what it merged where the new file is not what was written', async () => {
    const { open, reopen } = setUp();
    const { journal, files } = open();
    await writeRun(journal, makeLabels(5));
    const create = files.create.bind(files);
    files.create = (name, text) => create(name, text.slice(0, 500));
    await mergeAll(journal);
    const next = await reopen();
    expect(next.entries).toHaveLength(5);
    expect(await next.interruptedRuns()).toEqual([]);
  });

  it('fails where the folder cannot be listed, and is no condition for finishing', async () => {
    const { open, reopen } = setUp();
    const { journal, files } = open();
    files.list = () => Promise.reject(new Error('no permission'));
    await writeRun(journal, makeLabels(1));
    await expect(journal.load()).rejects.toThrow('no permission');
    await expect(journal.interruptedRuns()).rejects.toThrow('no permission');
    expect(await (await reopen()).interruptedRuns()).toEqual([]);
  });
});
