import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sessions } from '../../../src/session/sessions';
import { whenListed } from '../../../src/session/whenListed';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A session whose list comes when the test says so, and what is started then. */
function setUp(start = () => Promise.resolve()) {
  let tell: (change: { kind: string }) => void = () => undefined;
  const sessions = {
    current: { labels: { state: { kind: 'loading' } } },
    onDidChange: (listener: typeof tell) => {
      tell = listener;
      return { dispose: () => (tell = () => undefined) };
    },
  };
  const events: unknown[] = [];
  const waiting = whenListed(
    sessions as unknown as Sessions,
    (error) => events.push(error),
    () => {
      events.push('started');
      return start();
    },
  );
  const state = (kind: string) => {
    sessions.current.labels.state.kind = kind;
    tell({ kind: 'state' });
  };
  return { state, events, waiting };
}

describe('what waits for the first list', () => {
  it('starts once, and not before whoever asked for rows has them', async () => {
    const { state, events } = setUp();
    state('loading');
    await vi.advanceTimersByTimeAsync(1000);
    state('loaded');
    await Promise.resolve();
    expect(events).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(events).toEqual(['started']);
    state('loaded');
    await vi.advanceTimersByTimeAsync(1000);
    expect(events).toEqual(['started']);
  });

  it('does not start where all has ended before', async () => {
    const { state, events, waiting } = setUp();
    state('loaded');
    waiting.dispose();
    await vi.advanceTimersByTimeAsync(1000);
    expect(events).toEqual([]);
  });

  it('is written down where it cannot start', async () => {
    const broken = new Error('cut');
    const { state, events } = setUp(() => Promise.reject(broken));
    state('loaded');
    await vi.advanceTimersByTimeAsync(1000);
    expect(events).toEqual(['started', broken]);
  });
});
