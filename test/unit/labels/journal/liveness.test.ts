import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunRecorder } from '../../../../src/labels/journal/entry';
import { Journal } from '../../../../src/labels/journal/journal';
import { MemoryDisk, MemoryFiles } from './memoryFiles';
import { makeLabels } from './support';

const SECOND = 1000;

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
    const other = open(disk);
    expect(await window.journal.interruptedRuns()).toEqual([]);
    expect(await other.journal.interruptedRuns()).toEqual([]);
    await recorder.finish();
    await vi.advanceTimersByTimeAsync(600 * SECOND);
    expect(await other.journal.interruptedRuns()).toEqual([]);
  });

  it('keeps beating for the second run when the first one ends', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const [first, second] = [await startRun(window), await startRun(window)];
    await first.finish();
    await vi.advanceTimersByTimeAsync(120 * SECOND);
    expect(await open(disk).journal.interruptedRuns()).toEqual([]);
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
    expect(await open(disk).journal.interruptedRuns()).toEqual([]);
  });

  it('keeps its last sign where the next one cannot be written', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    await startRun(window);
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    window.files.create = () => Promise.reject(new Error('busy'));
    await vi.advanceTimersByTimeAsync(25 * SECOND);
    expect(await open(disk).journal.interruptedRuns()).toEqual([]);
    window.journal.dispose();
  });

  it('goes on beating after a beat that failed', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    await startRun(window);
    window.files.fail(new Error('busy'));
    await vi.advanceTimersByTimeAsync(10 * SECOND);
    window.files.fail(undefined);
    await vi.advanceTimersByTimeAsync(50 * SECOND);
    expect(await open(disk).journal.interruptedRuns()).toEqual([]);
    window.journal.dispose();
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
    await vi.advanceTimersByTimeAsync(24 * SECOND);
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
    journal.dispose();
    window.journal.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is spoken of once, by whichever window', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const { run } = await startRun(window);
    window.files.freeze();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    const next = open(disk).journal;
    expect(await next.interruptedRuns()).toHaveLength(1);
    await next.acknowledge(run);
    expect(await next.interruptedRuns()).toEqual([]);
    await next.load();
    const afterThat = open(disk).journal;
    expect(await afterThat.interruptedRuns()).toEqual([]);
    expect(afterThat.entriesOf(run)).toHaveLength(3);
    window.journal.dispose();
  });

  it('is gone although its clock was ahead', async () => {
    const disk = new MemoryDisk();
    const start = Date.now();
    vi.setSystemTime(start + 3600 * SECOND);
    const window = open(disk);
    await startRun(window);
    window.files.freeze();
    vi.setSystemTime(start);
    expect(await open(disk).journal.interruptedRuns()).toHaveLength(1);
    window.journal.dispose();
  });

  it('leaves its last sign of life to whoever tidies up next', async () => {
    const disk = new MemoryDisk();
    const window = open(disk);
    const { run } = await startRun(window);
    await vi.advanceTimersByTimeAsync(11 * SECOND);
    window.files.freeze();
    await vi.advanceTimersByTimeAsync(60 * SECOND);
    expect(disk.names.filter((name) => name.endsWith('.alive'))).toHaveLength(1);
    const next = open(disk).journal;
    await next.acknowledge(run);
    await (await next.startRun('delete', [])).finish();
    expect(disk.names.filter((name) => name.endsWith('.alive'))).toEqual([]);
    expect(next.entriesOf(run)).toHaveLength(3);
    expect(await open(disk).journal.interruptedRuns()).toEqual([]);
    window.journal.dispose();
  });
});
