import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { RunRecorder } from '../../../src/journal/entry';
import { Journal } from '../../../src/journal/journal';
import { MemoryDisk, MemoryFiles } from './memoryFiles';
import { lookForLong, makeLabels, mergeAll } from './support';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function open(disk: MemoryDisk) {
  const files = new MemoryFiles(disk);
  return { files, journal: new Journal(files) };
}

/** Another window, which has looked at the folder for long enough to know which others are gone. */
async function openForLong(disk: MemoryDisk): Promise<Journal> {
  const { journal } = open(disk);
  await journal.load();
  await lookForLong();
  return journal;
}

function labelsIn({ entries }: Journal): readonly Label[] {
  return entries.map(({ label }) => label);
}

/** All computers sleep alike: no timer runs, and the clock goes on. */
function sleep(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

/** A run of three labels that has begun, and of which one is known to be deleted. */
async function startRun({ journal }: { journal: Journal }): Promise<RunRecorder> {
  const labels = makeLabels(3);
  const recorder = await journal.startRun('delete', labels, { begins: true });
  for (const label of labels.slice(0, 1)) {
    recorder.ended(label, 'done');
  }
  return recorder;
}

describe('a window that is alive', () => {
  it('says so every few seconds while a run is on, also with nothing new, by one file beside the plan, and not after it', async () => {
    const disk = new MemoryDisk();
    const recorder = await startRun(open(disk));
    const seen = new Set<string>();
    for (let time = 0; time < 5; time += 1) {
      await vi.advanceTimersByTimeAsync(10 * SECOND);
      expect(disk.names).toHaveLength(2);
      disk.names.forEach((name) => seen.add(name));
    }
    expect(seen.size).toBe(6);
    await recorder.finish();
    const left = disk.names;
    expect(left).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(disk.names).toEqual(left);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has no interrupted run, for itself or for others, however long a request takes', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const [recorder, second] = [await startRun(window), await startRun(window)];
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    const other = await openForLong(disk);
    for (const end of [() => second.finish(), () => recorder.finish(), () => Promise.resolve()]) {
      await vi.advanceTimersByTimeAsync(10 * MINUTE);
      expect(await window.journal.interruptedRuns()).toEqual([]);
      expect(await other.interruptedRuns()).toEqual([]);
      await end();
    }
  });

  it('keeps what it writes down whole, though another window took it for gone and cleared the journal', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const [first = expect.unreachable(), second = expect.unreachable()] = makeLabels(2);
    const recorder = await window.journal.startRun('delete', [first, second], { begins: true });
    window.files.fail(new Error('the network drive does not answer'));
    const other = await openForLong(disk);
    await other.clear();
    expect(other.entries).toEqual([]);
    window.files.fail(undefined);
    await vi.advanceTimersByTimeAsync(6 * SECOND);
    expect(labelsIn(await openForLong(disk))).toEqual([second, first]);
    recorder.ended(first, 'done');
    await recorder.finish();
    await other.load();
    // Nothing was sent for the other one.
    expect(labelsIn(other)).toEqual([first]);
  });

  it('does not look at the folder again and again for its own run', async () => {
    const { files, journal } = open(new MemoryDisk());
    const recorder = await startRun({ journal });
    await journal.load();
    const list = vi.spyOn(files, 'list');
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(list).not.toHaveBeenCalled();
    await recorder.finish();
  });

  it('gives no sign of a run that could not start', async () => {
    const { journal, files } = open(new MemoryDisk());
    files.fail(new Error('disk full'));
    await expect(startRun({ journal })).rejects.toThrow('disk full');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes on after a sign that failed', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    await startRun(window);
    const other = open(disk).journal;
    await other.load();
    window.files.fail(new Error('busy'));
    await vi.advanceTimersByTimeAsync(19 * SECOND);
    window.files.fail(undefined);
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect(await other.interruptedRuns()).toEqual([]);
  });

  it.each([0, 3, 9])('is not taken for gone after hours of sleep, though it wakes %i s later', async (seconds) => {
    for (let before = 0; before < 45; before += 4) {
      const disk = new MemoryDisk();
      const window = open(disk);
      const recorder = await startRun(window);
      const other = open(disk).journal;
      await other.load();
      await vi.advanceTimersByTimeAsync(before * SECOND);
      sleep(8 * 60 * MINUTE);
      const create = vi.spyOn(window.files, 'create').mockRejectedValue(new Error('asleep'));
      await vi.advanceTimersByTimeAsync(seconds * SECOND);
      create.mockRestore();
      await vi.advanceTimersByTimeAsync(5 * MINUTE);
      expect(await other.interruptedRuns(), `${before} s before`).toEqual([]);
      await recorder.finish();
      other.dispose();
    }
  });

  it('is not taken for gone by a window that is awake for a few seconds now and then', async () => {
    const disk = new MemoryDisk();
    await startRun(open(disk));
    const other = open(disk).journal;
    await other.load();
    for (let nap = 0; nap < 60; nap += 1) {
      await vi.advanceTimersByTimeAsync(3 * SECOND);
      sleep(60 * MINUTE);
    }
    expect(await other.interruptedRuns()).toEqual([]);
  });

  it.each([-3600, 3600])('is not taken for gone where the clock is set by %i s', async (seconds) => {
    const disk = new MemoryDisk();
    const recorder = await startRun(open(disk));
    const other = open(disk).journal;
    await other.load();
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    sleep(seconds * SECOND);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    const next = await openForLong(disk);
    for (const journal of [other, next]) {
      expect(await journal.interruptedRuns()).toEqual([]);
    }
    await recorder.finish();
    expect(next.entriesOf(recorder.run)).toHaveLength(3);
    await next.load();
    expect(next.entriesOf(recorder.run)).toHaveLength(1);
  });

  it('goes on saying so until its run has ended, though its session has: a later break-off is told', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const recorder = await startRun(window);
    // The key is renewed: another session has another journal, on the same folder.
    window.journal.dispose();
    const after = open(disk).journal;
    await after.load();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(await after.interruptedRuns()).toEqual([]);
    window.files.freeze();
    await vi.advanceTimersByTimeAsync(5 * MINUTE);
    expect((await after.interruptedRuns()).map(({ run }) => run.id)).toEqual([recorder.run]);
  });

  it('says so as well for a run that starts when its session has ended', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    window.journal.dispose();
    const recorder = await startRun(window);
    const other = open(disk).journal;
    await other.load();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(await other.interruptedRuns()).toEqual([]);
    await recorder.finish();
  });

  it('is alive again with its next sign, where it was silent for too long', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const recorder = await startRun(window);
    const other = open(disk).journal;
    await other.load();
    const create = vi.spyOn(window.files, 'create').mockRejectedValue(new Error('stopped'));
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await other.interruptedRuns()).toHaveLength(1);
    create.mockRestore();
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    expect(await other.interruptedRuns()).toEqual([]);
    // Even where that was said too early, its files are left alone.
    await other.acknowledge(recorder.run);
    await mergeAll(window.journal);
    expect(disk.names.filter((name) => name.startsWith(`${recorder.run}-`))).toHaveLength(2);
    await recorder.finish();
  });

  it('deletes no file but those that it wrote', async () => {
    const { files, journal } = open(new MemoryDisk());
    const [create, deletion] = [vi.spyOn(files, 'create'), vi.spyOn(files, 'delete')];
    const recorder = await startRun({ journal });
    await vi.advanceTimersByTimeAsync(MINUTE);
    await recorder.finish();
    const written = create.mock.calls.map(([name]) => name);
    expect(written).toEqual(expect.arrayContaining(deletion.mock.calls.map(([name]) => name)));
  });
});

describe('a window that is gone', () => {
  /** A folder with a run that broke off. */
  async function brokenOff(offMs = 0) {
    const disk = new MemoryDisk();
    const window = open(disk);
    sleep(offMs);
    const { run } = await startRun(window);
    await vi.advanceTimersByTimeAsync(15 * SECOND);
    window.files.freeze();
    sleep(-offMs);
    return { disk, run };
  }

  it('leaves an interrupted run, with what was done and what is not known; no window is asked for that', async () => {
    const { disk, run } = await brokenOff();
    const { journal } = open(disk);
    let found = 0;
    journal.onDidChange(() => void journal.interruptedRuns().then(({ length }) => (found = length)));
    await journal.load();
    await vi.advanceTimersByTimeAsync(29 * SECOND);
    expect(found).toBe(0);
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    expect(found).toBe(1);
    const [interrupted] = await journal.interruptedRuns();
    expect(interrupted).toMatchObject({ run: { id: run }, hasBegun: true });
    expect(interrupted?.run.labels).toHaveLength(3);
    expect(interrupted?.entries.map(({ label, outcome }) => [label.name, outcome]).sort()).toEqual([
      ['Label 1', 'done'],
      ['Label 2', undefined],
      ['Label 3', undefined],
    ]);
    // The signs of life of the window that is frozen are what is left.
    expect(vi.getTimerCount()).toBe(1);
  });

  it('is noticed by a window that reads all the while, as with each refresh', async () => {
    const { disk } = await brokenOff();
    const { journal } = open(disk);
    for (let second = 0; second < 31; second += 1) {
      await journal.load();
      await vi.advanceTimersByTimeAsync(SECOND);
    }
    expect(await journal.interruptedRuns()).toHaveLength(1);
  });

  it('is not noticed by looks that fail', async () => {
    const { disk } = await brokenOff();
    const { journal, files } = open(disk);
    await journal.load();
    const list = vi.spyOn(files, 'list').mockRejectedValue(new Error('no permission'));
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    list.mockRestore();
    expect(await journal.interruptedRuns()).toEqual([]);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await journal.interruptedRuns()).toHaveLength(1);
  });

  it('is spoken of once, by whichever window, also when its files were merged', async () => {
    const { disk, run } = await brokenOff();
    const next = await openForLong(disk);
    await mergeAll(next);
    expect(disk.names).toHaveLength(1);
    const other = await openForLong(disk);
    expect(await other.interruptedRuns()).toHaveLength(1);
    expect(await next.interruptedRuns()).toHaveLength(1);
    await next.acknowledge(run);
    const afterThat = await openForLong(disk);
    for (const journal of [next, other, afterThat]) {
      expect(await journal.interruptedRuns()).toEqual([]);
      expect(journal.entriesOf(run)).toHaveLength(3);
    }
  });

  it.each([-3600, 3600])('is gone although its clock was %i s off', async (seconds) => {
    const { disk } = await brokenOff(seconds * SECOND);
    expect(await (await openForLong(disk)).interruptedRuns()).toHaveLength(1);
  });
});
