import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../src/common/clock';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the clock of the system', () => {
  it('tells the time in milliseconds since 1970', () => {
    vi.setSystemTime('2026-01-05T02:00:00.123Z');

    expect(systemClock.now()).toBe(Date.parse('2026-01-05T02:00:00.123Z'));
  });

  it('leaves to chance what is at least 0 and less than 1', () => {
    const chances = Array.from({ length: 20 }, () => systemClock.random());

    expect(chances.every((chance) => chance >= 0 && chance < 1)).toBe(true);
    expect(new Set(chances).size).toBeGreaterThan(1);
  });

  it('sleeps for as long as it is told, and leaves nothing behind', async () => {
    const { signal } = new AbortController();
    let isAwake = false;
    const sleep = systemClock.sleep(1000, signal).then(() => (isAwake = true));

    await vi.advanceTimersByTimeAsync(999);
    expect(isAwake).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await sleep;

    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('is woken by the signal, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const hour = systemClock.sleep(3_600_000, controller.signal);

    controller.abort();
    await hour;
    await systemClock.sleep(3_600_000, controller.signal);

    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});
