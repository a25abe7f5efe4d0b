import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Journal } from '../../../../src/labels/journal/journal';
import { MemoryDisk, MemoryFiles } from './memoryFiles';
import { makeLabels, runAll } from './support';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function open(disk: MemoryDisk, random?: () => number) {
  const files = new MemoryFiles(disk, random);
  return { files, journal: new Journal(files) };
}

describe('a window looks again without being asked', () => {
  it('for a run that is on elsewhere, though others are over, until that one is gone', async () => {
    const disk = new MemoryDisk();
    const [window, next] = [open(disk), open(disk).journal];
    await runAll(window.journal, makeLabels(2));
    await window.journal.startRun('delete', makeLabels(2));
    window.files.freeze();
    let found = 0;
    next.onDidChange(() => void next.interruptedRuns().then(({ length }) => (found = length)));
    await next.load();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(found).toBe(1);
    await vi.advanceTimersByTimeAsync(MINUTE);
    // The heartbeat of the window that is frozen is what is left.
    expect(vi.getTimerCount()).toBe(1);
  });

  it('not for its own run', async () => {
    const { files, journal } = open(new MemoryDisk());
    const recorder = await journal.startRun('delete', makeLabels(2));
    await journal.load();
    const list = vi.spyOn(files, 'list');
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(list).not.toHaveBeenCalled();
    await recorder.finish();
  });
});

describe('a window that is alive', () => {
  it('does not count its own file that was cut short as unreadable, however long ago that was', async () => {
    const { files, journal } = open(new MemoryDisk(), () => 0.5);
    files.fail(new Error('disk full'), true);
    await expect(journal.startRun('delete', makeLabels(2))).rejects.toThrow('disk full');
    await vi.advanceTimersByTimeAsync(MINUTE);
    await journal.load();
    expect(journal.unreadable).toBe(0);
  });

  it('deletes no file but those that it wrote', async () => {
    const { files, journal } = open(new MemoryDisk());
    const create = vi.spyOn(files, 'create');
    const deletion = vi.spyOn(files, 'delete');
    const recorder = await journal.startRun('delete', makeLabels(2));
    await vi.advanceTimersByTimeAsync(MINUTE);
    await recorder.finish();
    const written = create.mock.calls.map(([name]) => name);
    expect(written).toEqual(expect.arrayContaining(deletion.mock.calls.map(([name]) => name)));
  });
});
