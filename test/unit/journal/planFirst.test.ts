import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explainInterruption } from '../../../src/labels/interruption';
import { wholeListOf } from '../labels/fakes';
import { makeLabels, mergeAll, setUp } from './support';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A plan of three labels that is on disk before any of them is sent, as long as it can be undone. */
async function confirmed() {
  const setting = setUp();
  const window = setting.open();
  const labels = makeLabels(3);
  const recorder = await window.journal.startRun('delete', labels, { begins: false });
  return { ...setting, window, labels, recorder };
}

describe('a run whose plan is on disk before anything is sent', () => {
  it('is told with all of its labels as not deleted, where its window was closed before that', async () => {
    const { window, labels, recorder, reopenForLong } = await confirmed();
    await vi.advanceTimersByTimeAsync(12_000);
    window.files.freeze();
    const next = await reopenForLong();
    const [interrupted, ...others] = await next.interruptedRuns();
    expect.assert(interrupted);
    expect(others).toEqual([]);
    expect(interrupted.run.id).toBe(recorder.run);
    const told = explainInterruption(interrupted, wholeListOf(...labels));
    expect(told).toMatchObject({ hasBegun: false, done: [], inDoubt: [] });
    expect(told.notDone.map(({ name }) => name)).toEqual(['Label 1', 'Label 2', 'Label 3']);
    await next.acknowledge(recorder.run);
    expect(await (await reopenForLong()).interruptedRuns()).toEqual([]);
    expect(next.entries).toEqual([]);
  });

  it('is not told while another window counts down, for however long, and its files are left alone', async () => {
    const { recorder, reopen, disk } = await confirmed();
    const other = await reopen();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await other.interruptedRuns()).toEqual([]);
    const before = disk.names;
    await mergeAll(other);
    await other.clear();
    expect([before.length, disk.names]).toEqual([2, before]);
    await recorder.finish();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await other.interruptedRuns()).toEqual([]);
  });

  it('has begun with the first request: from then on the list tells what became of a label', async () => {
    const { window, labels, recorder, reopenForLong } = await confirmed();
    await vi.advanceTimersByTimeAsync(MINUTE);
    const [first, second, third] = labels;
    expect.assert(first && second && third);
    expect(window.journal.entries).toEqual([]);
    await Promise.all([recorder.begin(), recorder.begin()]);
    expect(window.journal.entries).toHaveLength(3);
    recorder.ended(second, 'done');
    await vi.advanceTimersByTimeAsync(MINUTE);
    window.files.freeze();
    const [interrupted] = await (await reopenForLong()).interruptedRuns();
    expect.assert(interrupted);
    const told = explainInterruption(interrupted, wholeListOf(first));
    expect(told).toMatchObject({ hasBegun: true, inDoubt: [] });
    expect([told.done, told.notDone].map((some) => some.map(({ name }) => name))).toEqual([
      ['Label 2', 'Label 3'],
      ['Label 1'],
    ]);
  });

  it('leaves nothing behind where all was undone', async () => {
    const { recorder, reopenForLong, disk } = await confirmed();
    await vi.advanceTimersByTimeAsync(MINUTE);
    await recorder.finish();
    expect(disk.names).toEqual([]);
    expect(await (await reopenForLong()).interruptedRuns()).toEqual([]);
  });

  it('is not told where all was undone, though VS Code dies while its files are deleted', async () => {
    const { window, recorder, reopenForLong } = await confirmed();
    const remove = window.files.delete.bind(window.files);
    window.files.delete = async (name) => {
      await remove(name);
      window.files.freeze();
    };
    void recorder.finish();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await (await reopenForLong()).interruptedRuns()).toEqual([]);
  });
});
