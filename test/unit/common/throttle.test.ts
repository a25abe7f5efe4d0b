import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Throttle } from '../../../src/common/throttle';

const INTERVAL_MS = 500;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const passed: (readonly string[])[] = [];
  const throttle = new Throttle<string>((items) => passed.push(items), INTERVAL_MS);
  return { throttle, passed };
}

describe('what comes in quick succession', () => {
  it('may be of any number', () => {
    const { throttle, passed } = setUp();
    const many = Array.from({ length: 300_000 }, (_, index) => String(index));
    throttle.add(['first']);
    throttle.add(many);
    throttle.flush();
    expect(passed[1]).toHaveLength(many.length);
  });

  it('is passed on at once, and what follows together at the end of each interval', () => {
    const { throttle, passed } = setUp();
    throttle.add(['a', 'b']);
    expect(passed).toEqual([['a', 'b']]);

    throttle.add(['c']);
    vi.advanceTimersByTime(INTERVAL_MS - 1);
    throttle.add(['d', 'e']);
    expect(passed).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(passed).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);

    throttle.add(['f']);
    expect(passed).toHaveLength(2);
    vi.advanceTimersByTime(INTERVAL_MS);
    expect(passed.at(-1)).toEqual(['f']);
  });

  it('leaves nothing behind: after a quiet interval the next one is the first again', () => {
    const { throttle, passed } = setUp();
    throttle.add(['a']);
    vi.advanceTimersByTime(INTERVAL_MS);
    expect(passed).toEqual([['a']]);
    expect(vi.getTimerCount()).toBe(0);

    throttle.add(['b']);
    expect(passed).toEqual([['a'], ['b']]);
  });

  it('is forgotten when nobody wants it any more', () => {
    const { throttle, passed } = setUp();
    throttle.add(['a']);
    throttle.add(['b']);

    throttle.dispose();
    expect(vi.getTimerCount()).toBe(0);

    throttle.add(['c']);
    expect(passed).toEqual([['a'], ['c']]);
  });

  it('is passed on before its time where somebody asks for it, and lets what follows wait again', () => {
    const { throttle, passed } = setUp();
    throttle.flush();
    throttle.add(['a']);
    throttle.add(['b']);
    vi.advanceTimersByTime(INTERVAL_MS - 1);
    throttle.flush();
    expect(passed).toEqual([['a'], ['b']]);
    throttle.add(['c']);
    vi.advanceTimersByTime(INTERVAL_MS - 1);
    expect(passed).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(passed).toEqual([['a'], ['b'], ['c']]);
  });
});
