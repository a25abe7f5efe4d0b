import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Debouncer } from '../../../src/common/debouncer';

const QUIET_MS = 300;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A burst whose runs the test ends one by one. */
function setUp() {
  const ends: (() => void)[] = [];
  const burst = new Debouncer(() => new Promise((resolve) => ends.push(resolve)), QUIET_MS);
  const events: string[] = [];
  const call = (name: string) => void burst.call().then(() => events.push(name));
  return { burst, ends, events, call };
}

describe('a burst of calls', () => {
  it('is one run, a moment after the last of them, and over for all of them when that is', async () => {
    const { burst, ends, events, call } = setUp();
    call('first');
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    call('second');
    await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
    expect(ends).toHaveLength(0);
    expect(burst.isPending).toBe(true);

    await vi.advanceTimersByTimeAsync(1);
    expect(ends).toHaveLength(1);
    expect(events).toEqual([]);

    ends[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(events).toEqual(['first', 'second']);
  });

  it('does not take in a call that comes when its run has started: that would be too late to be new', async () => {
    const { burst, ends, events, call } = setUp();
    call('first');
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(burst.isPending).toBe(false);

    call('second');
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(ends).toHaveLength(2);
    expect(events).toEqual(['first']);
  });

  it('can be waited for, and needs no waiting where there is none', async () => {
    const { burst, ends, events, call } = setUp();
    await burst.settled();
    call('call');
    void burst.settled().then(() => events.push('settled'));

    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(events).toEqual([]);
    ends[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(events).toEqual(['call', 'settled']);
  });

  it('can be called off before its run has started', async () => {
    const { burst, ends, events, call } = setUp();
    burst.dispose();
    call('call');

    burst.dispose();

    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect(events).toEqual(['call']);
    expect(burst.isPending).toBe(false);
    expect(ends).toHaveLength(0);
  });
});
