import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../../src/api/errors';
import { ProgressNotification } from '../../../../src/ui/notifications/progressNotification';
import { window } from '../../fakeVscode';

type Task = Parameters<typeof window.withProgress>[1];

const timeout = new ApiError({ kind: 'timeout', mayHaveTakenEffect: false, attempts: 1 });

describe('the progress of an operation', () => {
  let opened: unknown[];
  let reported: unknown[];
  let press: () => void = () => undefined;

  beforeEach(() => {
    vi.useFakeTimers();
    [opened, reported] = [[], []];
    vi.spyOn(window, 'withProgress').mockImplementation((options: unknown, task: Task) => {
      opened.push(options);
      const onCancellationRequested = (cancel: () => void) => void (press = cancel);
      return task({ report: (step: unknown) => reported.push(step) }, { onCancellationRequested });
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  function open(title = 'Deleting 8 labels', ...stops: readonly AbortSignal[]) {
    const notice = new ProgressNotification(title, ...stops);
    notice.openWhenSlow();
    return notice;
  }

  it('is not shown where it is over at once', async () => {
    const notice = open();
    notice.onProgress({ done: 0, total: 2 });
    await vi.advanceTimersByTimeAsync(499);
    notice.onProgress({ done: 2, total: 2 });
    notice.dispose();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(opened).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is shown once many labels take a while: first all that was done until then, then what is new', async () => {
    const notice = open();
    notice.onProgress({ done: 2, total: 8 });
    await vi.advanceTimersByTimeAsync(500);
    notice.onProgress({ done: 4, total: 8, waiting: { seconds: 3, reason: 'retryAfter' } });
    await vi.advanceTimersByTimeAsync(0);
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({ title: 'Deleting 8 labels', cancellable: true });
    expect(reported).toEqual([
      { message: '2 done, 6 left.', increment: 25 },
      { message: '4 done, 4 left. KirimChat asks for a break of 3 seconds.', increment: 25 },
    ]);
    notice.dispose();
  });

  it('is shown later for a single label, or at once where it has to be sent again, with the reason', async () => {
    const slow = open('Deleting label “a”');
    await vi.advanceTimersByTimeAsync(1_999);
    expect(opened).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    slow.onProgress({ done: 0, total: 1, waiting: { seconds: 1.2, reason: timeout } });
    await vi.advanceTimersByTimeAsync(0);
    expect(reported).toEqual([
      { message: 'Waiting for KirimChat…', increment: 0 },
      { message: 'KirimChat did not answer in time. Next try in 2 s.', increment: 0 },
    ]);
    slow.dispose();
    const failing = open('Deleting label “a”');
    failing.onProgress({ done: 0, total: 1, waiting: { seconds: 1, reason: timeout } });
    expect(opened).toHaveLength(2);
    failing.dispose();
  });

  it('says that it stops, however it was cancelled', async () => {
    const stop = new AbortController();
    const notice = open('Deleting 8 labels', stop.signal);
    notice.onProgress({ done: 0, total: 8 });
    stop.abort();
    await vi.advanceTimersByTimeAsync(500);
    expect(reported).toEqual([{ message: 'Stopping: waiting for what was sent already…', increment: 0 }]);
    notice.dispose();
    const other = open();
    await vi.advanceTimersByTimeAsync(2_000);
    press();
    expect(other.cancelled.aborted).toBe(true);
    other.dispose();
  });
});
