import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeLabel, makeLabels, names, runAll, setUp, writeRun } from './support';

const full = new Error('disk full');
const BEGINS = { begins: true };
const INTERVAL_MS = 5_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('writing', () => {
  it('takes two files for a run, however many labels it has, and one more where there is time to undo', async () => {
    const { open, disk } = setUp();
    const recorder = await runAll(open().journal, makeLabels(1000));
    await recorder.finish();
    expect([disk.created, disk.names.length]).toEqual([2, 2]);
    await runAll(open().journal, makeLabels(1000), { begins: false });
    expect([disk.created, disk.names.length]).toEqual([5, 4]);
  });

  it('brings outcomes to the disk every few seconds', async () => {
    const { open, reopen } = setUp();
    const { journal } = open();
    const labels = makeLabels(4);
    const recorder = await journal.startRun('delete', labels, BEGINS);
    for (const [index, label] of labels.entries()) {
      recorder.ended(label, 'done');
      expect((await reopen()).entries.filter(({ outcome }) => outcome)).toHaveLength(index);
      await vi.advanceTimersByTimeAsync(INTERVAL_MS);
    }
    await recorder.finish();
  });

  it('does not pile up where the disk is slower than that', async () => {
    const { open, disk } = setUp();
    const { journal, files } = open();
    const recorder = await journal.startRun('delete', makeLabels(1), BEGINS);
    const create = files.create.bind(files);
    files.create = async (...file) => {
      await new Promise((resolve) => setTimeout(resolve, 10 * INTERVAL_MS));
      await create(...file);
    };
    await vi.advanceTimersByTimeAsync(29 * INTERVAL_MS);
    files.create = create;
    await vi.advanceTimersByTimeAsync(0);
    const finished = recorder.finish();
    await vi.advanceTimersByTimeAsync(10 * INTERVAL_MS);
    await finished;
    expect(disk.created).toBeLessThanOrEqual(5);
  });
});

describe('a storage that does not write', () => {
  it.each([true, false])('refuses a run whose plan is not on disk, and forgets it (begins: %s)', async (begins) => {
    const { open, reopenForLong } = setUp();
    const { journal, files } = open(() => 0.99);
    // Nearly all of the file is there.
    files.fail(full, true);
    await expect(journal.startRun('delete', [makeLabel('a')], { begins })).rejects.toThrow('disk full');
    expect(journal.entries).toEqual([]);
    files.fail(undefined);
    await writeRun(journal, [makeLabel('b')]);
    const next = await reopenForLong();
    expect(names(next)).toEqual(['b']);
    expect(next.unreadable).toBe(0);
    expect(await next.interruptedRuns()).toEqual([]);
  });

  it('refuses requests as long as it is not on disk that they may be sent, and does not claim later that they were', async () => {
    const { open, reopenForLong } = setUp();
    const { journal, files } = open(() => 0.99);
    const recorder = await journal.startRun('delete', makeLabels(3), { begins: false });
    files.fail(full, true);
    const refused = await Promise.allSettled([recorder.begin(), recorder.begin()]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(journal.entries).toEqual([]);
    files.fail(undefined);
    await vi.advanceTimersByTimeAsync(INTERVAL_MS);
    const other = await reopenForLong();
    expect(other.entries).toEqual([]);
    await recorder.begin();
    await other.load();
    expect(other.entries).toHaveLength(3);
    await recorder.finish();
  });

  it('keeps an outcome for the next write', async () => {
    const { open, reopen } = setUp();
    const { journal, files } = open();
    const label = makeLabel('a');
    const recorder = await journal.startRun('delete', [label], BEGINS);
    files.fail(full);
    recorder.ended(label, 'done', 'req_1');
    await vi.advanceTimersByTimeAsync(INTERVAL_MS);
    await journal.load();
    expect(journal.entries).toMatchObject([{ outcome: 'done' }]);
    expect((await reopen()).entries).toMatchObject([{ outcome: undefined }]);
    files.fail(undefined);
    await vi.advanceTimersByTimeAsync(INTERVAL_MS);
    expect((await reopen()).entries).toMatchObject([{ outcome: 'done' }]);
    await recorder.finish();
  });

  it('keeps what was said of a run that is over for the next load', async () => {
    const { open, reopen } = setUp();
    const { journal, files } = open();
    await writeRun(journal, [makeLabel('a')]);
    const [entry] = journal.entries;
    expect.assert(entry);
    files.fail(full);
    await expect(journal.recreated(entry, 'lbl_new')).rejects.toThrow('disk full');
    await journal.load();
    expect(journal.entries).toMatchObject([{ recreatedAs: 'lbl_new' }]);
    expect((await reopen()).entries).toMatchObject([{ recreatedAs: undefined }]);
    files.fail(undefined);
    await journal.load();
    expect((await reopen()).entries).toMatchObject([{ recreatedAs: 'lbl_new' }]);
  });

  it('says so at the end, and writes it as soon as it can, whether or not it is asked again', async () => {
    const { open, reopenForLong } = setUp();
    for (const isAskedAgain of [true, false]) {
      const { journal, files } = open();
      const label = makeLabel('a');
      const recorder = await journal.startRun('delete', [label], BEGINS);
      files.fail(full);
      recorder.ended(label, 'done');
      await expect(recorder.finish()).rejects.toThrow('disk full');
      files.fail(undefined);
      await (isAskedAgain ? recorder.finish() : vi.advanceTimersByTimeAsync(INTERVAL_MS));
      const next = await reopenForLong();
      expect(vi.getTimerCount()).toBe(0);
      expect(next.entriesOf(recorder.run)).toMatchObject([{ outcome: 'done' }]);
      expect(await next.interruptedRuns()).toEqual([]);
    }
  });

  it('sends nothing while a write does not come back', async () => {
    const { open } = setUp();
    const { journal, files } = open();
    const recorder = await journal.startRun('delete', [makeLabel('a')], { begins: false });
    files.freeze();
    let isSent = false;
    void recorder.begin().then(() => (isSent = true));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(isSent).toBe(false);
  });
});
