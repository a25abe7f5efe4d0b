import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunRecorder } from '../../../src/journal/entry';
import { Journal } from '../../../src/journal/journal';
import { MemoryDisk, MemoryFiles } from './memoryFiles';
import { lookForLong, makeLabels } from './support';

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

/** All computers sleep alike: no timer runs, and the clock goes on. */
function sleep(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

/** A run of five labels of which three were sent and two are known to be deleted. */
async function startRun({ journal }: { journal: Journal }): Promise<RunRecorder> {
  const labels = makeLabels(5);
  const recorder = await journal.startRun('delete', labels);
  for (const label of labels.slice(0, 3)) {
    await recorder.sending(label);
  }
  for (const label of labels.slice(0, 2)) {
    await recorder.ended(label, 'done');
  }
  return recorder;
}

describe('a window that is alive', () => {
  it('says so every ten seconds while a run is on, with one file, and not after it', async () => {
    const disk = new MemoryDisk();
    const { journal } = open(disk);
    const recorder = await startRun({ journal });
    const signs = () => disk.names.filter((name) => name.endsWith('.alive'));
    const seen = new Set<string>();
    for (let beat = 0; beat < 5; beat += 1) {
      await vi.advanceTimersByTimeAsync(10 * SECOND);
      expect(signs()).toHaveLength(1);
      signs().forEach((name) => seen.add(name));
    }
    expect(seen.size).toBe(5);
    await recorder.finish();
    expect(signs()).toEqual([]);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(disk.segments).toHaveLength(1);
    expect(signs()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('has no interrupted run, for itself or for others, however long a request takes', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const recorder = await startRun(window);
    await vi.advanceTimersByTimeAsync(600 * SECOND);
    const other = await openForLong(disk);
    await vi.advanceTimersByTimeAsync(600 * SECOND);
    expect(await window.journal.interruptedRuns()).toEqual([]);
    expect(await other.interruptedRuns()).toEqual([]);
    await recorder.finish();
    await vi.advanceTimersByTimeAsync(600 * SECOND);
    expect(await other.interruptedRuns()).toEqual([]);
  });

  it('keeps beating for the second run when the first one ends', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const [first, second] = [await startRun(window), await startRun(window)];
    await first.finish();
    const other = await openForLong(disk);
    await vi.advanceTimersByTimeAsync(120 * SECOND);
    expect(await other.interruptedRuns()).toEqual([]);
    await second.finish();
    expect(disk.names).toHaveLength(1);
  });

  it('does not beat for a run that could not start', async () => {
    const { journal, files } = open(new MemoryDisk());
    files.fail(new Error('disk full'));
    await expect(journal.startRun('delete', makeLabels(1))).rejects.toThrow('disk full');
    files.fail(undefined);
    await (await startRun({ journal })).finish();
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a run whose end cannot be written, though nobody tries again: others can tidy up', async () => {
    const disk = new MemoryDisk();
    const { journal, files } = open(disk);
    const recorder = await startRun({ journal });
    files.fail(new Error('disk full'));
    await expect(recorder.finish()).rejects.toThrow('disk full');
    files.fail(undefined);
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(vi.getTimerCount()).toBe(0);
    await (await journal.startRun('delete', [])).finish();
    expect(disk.segments).toHaveLength(1);
    expect(await (await openForLong(disk)).interruptedRuns()).toEqual([]);
  });

  it('goes on beating after a beat that failed', async () => {
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
    expect(disk.names).toHaveLength(1);
  });

  it('goes on saying so until its run has ended, though its session has: a later break-off is told', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const [label] = makeLabels(1);
    expect.assert(label);
    const recorder = await startRun(window);
    // The key is renewed: another session has another journal, on the same folder.
    window.journal.dispose();
    const after = open(disk).journal;
    await after.load();
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(await after.interruptedRuns()).toEqual([]);
    await recorder.sending(label);
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
    await recorder.finish();
  });
});

describe('a window that is gone', () => {
  it('leaves an interrupted run: what was done, what is not known, and what was never sent', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const { run } = await startRun(window);
    await vi.advanceTimersByTimeAsync(15 * SECOND);
    window.files.freeze();
    const next = open(disk).journal;
    await next.load();
    await vi.advanceTimersByTimeAsync(29 * SECOND);
    expect(await next.interruptedRuns()).toEqual([]);
    await vi.advanceTimersByTimeAsync(2 * SECOND);
    const [interrupted, ...others] = await next.interruptedRuns();
    expect(others).toEqual([]);
    expect(interrupted?.run.id).toBe(run);
    expect(interrupted?.run.labels).toHaveLength(5);
    expect(interrupted?.entries.map(({ label, outcome }) => [label.name, outcome]).sort()).toEqual([
      ['Label 1', 'done'],
      ['Label 2', 'done'],
      ['Label 3', undefined],
    ]);
  });

  it('is noticed without being asked, by a window that looked a moment too early', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    await startRun(window);
    window.files.freeze();
    const { journal } = open(disk);
    let found = 0;
    journal.onDidChange(() => void journal.interruptedRuns().then(({ length }) => (found = length)));
    await journal.load();
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    expect(found).toBe(0);
    await vi.advanceTimersByTimeAsync(20 * SECOND);
    expect(found).toBe(1);
    // The heartbeat of the window that is frozen is what is left.
    expect(vi.getTimerCount()).toBe(1);
    journal.dispose();
    expect(vi.getTimerCount()).toBe(1);
  });

  it('is noticed by a window that reads all the while, as with each refresh', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    await startRun(window);
    window.files.freeze();
    const { journal } = open(disk);
    for (let second = 0; second < 31; second += 1) {
      await journal.load();
      await vi.advanceTimersByTimeAsync(SECOND);
    }
    expect(await journal.interruptedRuns()).toHaveLength(1);
  });

  it('is not noticed by looks that fail', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    await startRun(window);
    window.files.freeze();
    const { journal, files } = open(disk);
    await journal.load();
    const list = vi.spyOn(files, 'list').mockRejectedValue(new Error('no permission'));
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    list.mockRestore();
    expect(await journal.interruptedRuns()).toEqual([]);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await journal.interruptedRuns()).toHaveLength(1);
  });

  it('is spoken of once, by whichever window', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const { run } = await startRun(window);
    window.files.freeze();
    const next = await openForLong(disk);
    expect(await next.interruptedRuns()).toHaveLength(1);
    await next.acknowledge(run);
    expect(await next.interruptedRuns()).toEqual([]);
    await next.load();
    const afterThat = await openForLong(disk);
    expect(await afterThat.interruptedRuns()).toEqual([]);
    expect(afterThat.entriesOf(run)).toHaveLength(3);
    window.journal.dispose();
  });

  it.each([-3600, 3600])('is gone although its clock was %i s off', async (seconds) => {
    const disk = new MemoryDisk();
    const start = Date.now();
    vi.setSystemTime(start + seconds * SECOND);
    const window = open(disk);
    await startRun(window);
    window.files.freeze();
    vi.setSystemTime(start);
    expect(await (await openForLong(disk)).interruptedRuns()).toHaveLength(1);
    window.journal.dispose();
  });

  it('leaves its last sign of life to the next window that finds out', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const { run } = await startRun(window);
    await vi.advanceTimersByTimeAsync(11 * SECOND);
    window.files.freeze();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(disk.names.filter((name) => name.endsWith('.alive'))).toHaveLength(1);
    const next = await openForLong(disk);
    expect(disk.names.filter((name) => name.endsWith('.alive'))).toEqual([]);
    await next.acknowledge(run);
    await (await next.startRun('delete', [])).finish();
    expect(next.entriesOf(run)).toHaveLength(3);
    expect(await (await openForLong(disk)).interruptedRuns()).toEqual([]);
  });
});
