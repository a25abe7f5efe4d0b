import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { window } from '../fakeVscode';

import { RunNotice } from '../../../src/ui/runProgress';

type Task = Parameters<typeof window.withProgress>[1];

describe('The progress of a run', () => {
  let opened: unknown[];
  let reported: unknown[];

  beforeEach(() => {
    vi.useFakeTimers();
    [opened, reported] = [[], []];
    vi.spyOn(window, 'withProgress').mockImplementation((options: unknown, task: Task) => {
      opened.push(options);
      const report = (step: unknown) => reported.push(step);
      return task({ report }, { onCancellationRequested: () => undefined });
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('is not shown where the run is over at once', async () => {
    const notice = new RunNotice('Deleting 2 labels', 2);
    notice.onProgress({ done: 1, total: 2 });
    await vi.advanceTimersByTimeAsync(499);
    notice.onProgress({ done: 2, total: 2 });
    notice.dispose();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(opened).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is shown once it takes a while: first all that was done until then, then what is new', async () => {
    const notice = new RunNotice('Deleting 8 labels', 8);
    notice.onProgress({ done: 2, total: 8 });
    await vi.advanceTimersByTimeAsync(500);
    notice.onProgress({ done: 4, total: 8, waiting: { seconds: 3, why: 'retryAfter' } });
    await vi.advanceTimersByTimeAsync(0);
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ title: 'Deleting 8 labels', cancellable: true });
    expect(reported).toEqual([
      { message: '2 done, 6 left.', increment: 25 },
      { message: '4 done, 4 left. KirimChat asks for a break of 3 seconds.', increment: 25 },
    ]);
    notice.dispose();
  });

  it('is shown where nothing is done yet', async () => {
    const notice = new RunNotice('Deleting 8 labels', 8);
    await vi.advanceTimersByTimeAsync(500);
    expect(reported).toEqual([{ message: '0 done, 8 left.', increment: 0 }]);
    notice.dispose();
  });

  it('says that it stops, where it was stopped before it was shown', async () => {
    const stop = new AbortController();
    const notice = new RunNotice('Deleting 8 labels', 8, stop.signal);
    stop.abort();
    await vi.advanceTimersByTimeAsync(500);
    expect(reported).toEqual([{ message: 'Stopping: waiting for what was sent already…', increment: 0 }]);
    notice.dispose();
  });
});
