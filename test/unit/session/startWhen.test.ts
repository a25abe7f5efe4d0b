import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sessions } from '../../../src/session/sessions';
import { startWhen } from '../../../src/session/startWhen';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A session whose list comes when the test says so, and what is started then. */
function setUp({ start = () => Promise.resolve(), isTime = (kind: string): boolean => kind === 'loaded' } = {}) {
  let tell: (change: { kind: string }) => void = () => undefined;
  const sessions = {
    current: undefined as { labels: { state: { kind: string } } } | undefined,
    onDidChange: (listener: typeof tell) => {
      tell = listener;
      return { dispose: () => (tell = () => undefined) };
    },
  };
  const events: unknown[] = [];
  const waiting = startWhen(
    sessions as unknown as Sessions,
    ({ labels }) => isTime(labels.state.kind),
    (error) => events.push(error),
    () => {
      events.push('started');
      return start();
    },
  );
  const signIn = () => {
    sessions.current = { labels: { state: { kind: 'notLoaded' } } };
    tell({ kind: 'session' });
  };
  const state = (kind: string) => {
    sessions.current = { labels: { state: { kind } } };
    tell({ kind: 'state' });
  };
  return { signIn, state, events, waiting };
}

describe('what waits for the first list', () => {
  it('starts once, and not before whoever asked for rows has them', async () => {
    const { signIn, state, events } = setUp();
    signIn();
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
    const { state, events } = setUp({ start: () => Promise.reject(broken) });
    state('loaded');
    await vi.advanceTimersByTimeAsync(1000);
    expect(events).toEqual(['started', broken]);
  });
});

it('what waits for nothing starts as soon as somebody is signed in', async () => {
  const { signIn, events } = setUp({ isTime: () => true });
  await vi.advanceTimersByTimeAsync(1000);
  expect(events).toEqual([]);
  signIn();
  await vi.advanceTimersByTimeAsync(0);
  expect(events).toEqual(['started']);
});
