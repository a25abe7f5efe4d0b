import { describe, expect, it } from 'vitest';
import { Gate } from '../../kirim/gate';
import { createRandom } from '../../kirim/random';
import { makeLabel, makeLabels, names, runAll, setUp } from './support';

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
    const { run } = await runAll(journal, makeLabels(3));
    const [entry] = journal.entriesOf(run);
    expect.assert(entry);
    for (let count = 0; count < 7; count += 1) {
      clock.advance(1);
      await journal.recreated(entry, `lbl_${count}`);
    }
    await reopen();
    expect(disk.names).toHaveLength(8);
    await journal.recreated(entry, 'lbl_last');
    await reopen();
    expect(disk.names).toHaveLength(1);
    expect((await reopen()).entries).toHaveLength(3);
  });

  it('finds out that a label was restored, also after merging', async () => {
    const { open, disk, reopen } = setUp();
    const { journal } = open();
    const label = makeLabel('a');
    const recorder = await journal.startRun('retire', [label]);
    await recorder.sending(label);
    await recorder.finish();
    const [entry] = journal.entries;
    expect.assert(entry);
    expect(entry.restored).toBeUndefined();
    await journal.restored(entry);
    expect((await reopen()).entries[0]?.restored).toBe(true);
    await runAll(journal, [makeLabel('b')]);
    expect(disk.names).toHaveLength(1);
    expect((await reopen()).entriesOf(recorder.run)[0]?.restored).toBe(true);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('loses nothing that is taken down meanwhile (seed %i)', async (seed) => {
    const { open } = setUp();
    const { journal } = open(createRandom(seed));
    const labels = makeLabels(20);
    const recorder = await journal.startRun('delete', labels);
    for (const label of labels) {
      const read: Promise<unknown>[] = [journal.load(), journal.interruptedRuns()];
      await recorder.sending(label);
      const ended = recorder.ended(label, 'done');
      read.push(journal.interruptedRuns());
      await Promise.all([...read, ended]);
      expect(journal.entriesOf(recorder.run)[0]).toMatchObject({ label, outcome: 'done' });
    }
    expect(names(journal)).toEqual(labels.map(({ name }) => name).sort());
    await recorder.finish();
  });

  it('knows what was written after the folder was listed', async () => {
    const { open } = setUp();
    const { journal, files } = open();
    const label = makeLabel('a');
    const recorder = await journal.startRun('delete', [label]);
    const stale = await files.list();
    const gate = new Gate();
    files.list = async () => {
      await gate.enter();
      return stale;
    };
    const loaded = journal.load();
    await recorder.sending(label);
    gate.open();
    await loaded;
    expect(names(journal)).toEqual(['a']);
    journal.dispose();
  });

  it('does not let a slow reading bring back what an older list had', async () => {
    const { open } = setUp();
    const { journal, files } = open();
    const label = makeLabel('a');
    const recorder = await journal.startRun('delete', [label]);
    const stale = await files.list();
    const list = files.list.bind(files);
    const gate = new Gate();
    // The first reading is told the old list, at its beginning and at its end; whoever reads meanwhile is not.
    files.list = async () => {
      files.list = list;
      await gate.enter();
      files.list = () => {
        files.list = list;
        return Promise.resolve(stale);
      };
      return stale;
    };
    const readings = [journal.load(), journal.interruptedRuns()];
    await new Promise((resolve) => setTimeout(resolve));
    await recorder.sending(label);
    gate.open();
    await Promise.all(readings);
    expect(names(journal)).toEqual(['a']);
    journal.dispose();
  });

  it('follows a file that another window merges between the list and the reading', async () => {
    const { open } = setUp();
    const writer = open();
    const labels = makeLabels(5);
    const recorder = await writer.journal.startRun('delete', labels);
    for (const label of labels) {
      await recorder.sending(label);
    }
    const { journal, files } = open();
    const list = files.list.bind(files);
    files.list = async () => {
      const before = await list();
      files.list = list;
      await recorder.finish();
      return before;
    };
    await journal.load();
    expect(journal.entries).toHaveLength(5);
    expect(await journal.interruptedRuns()).toEqual([]);
  });

  it('leaves what it merged where the new file is not what was written', async () => {
    const { open, reopen, clock } = setUp();
    const { journal, files } = open();
    const labels = makeLabels(5);
    const recorder = await journal.startRun('delete', labels);
    for (const label of labels) {
      await recorder.sending(label);
    }
    const create = files.create.bind(files);
    // The mark that the run is finished is short; what is merged is not.
    files.create = (name, text) => create(name, text.length > 500 ? text.slice(0, 200) : text);
    await recorder.finish();
    clock.advance(60_000);
    const next = await reopen();
    expect(next.entries).toHaveLength(5);
    expect(await next.interruptedRuns()).toEqual([]);
  });

  it('is no condition for finishing: a run that is on disk is over', async () => {
    const { open, reopen } = setUp();
    const { journal, files } = open();
    const recorder = await journal.startRun('delete', []);
    files.list = () => Promise.reject(new Error('no permission'));
    await recorder.finish();
    await expect(journal.load()).rejects.toThrow('no permission');
    await expect(journal.interruptedRuns()).rejects.toThrow('no permission');
    expect(await (await reopen()).interruptedRuns()).toEqual([]);
  });
});
