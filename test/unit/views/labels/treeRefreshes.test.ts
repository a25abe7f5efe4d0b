import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { TreeRefreshes } from '../../../../src/views/labels/treeRefreshes';

/** VS Code passes on at once what comes this long after something else, in milliseconds. */
const QUIET_MS = 210;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const told: (readonly string[] | undefined)[] = [];
  const nodes = new Map(['a', 'b', 'c'].map((id) => [id, `node ${id}`]));
  const refreshes = new TreeRefreshes<string>((id) => nodes.get(id));
  refreshes.event((changed) => told.push(changed));
  return { refreshes, told, nodes };
}

describe('changes of rows', () => {
  it('are told at once after a quiet time', () => {
    const { refreshes, told } = setUp();
    refreshes.rows(['a']);
    expect(told).toEqual([['node a']]);
    vi.advanceTimersByTime(QUIET_MS);
    refreshes.all();
    expect(told).toEqual([['node a'], undefined]);
  });

  it('that come soon after others are told together, as soon as VS Code passes them on at once', () => {
    const { refreshes, told } = setUp();
    refreshes.rows(['a']);
    vi.advanceTimersByTime(150);
    refreshes.rows(['b']);
    refreshes.rows(['c', 'b']);
    vi.advanceTimersByTime(QUIET_MS - 151);
    expect(told).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([['node a'], ['node b', 'node c']]);
  });

  it('of single rows are part of a change of all', () => {
    const { refreshes, told } = setUp();
    refreshes.rows(['a']);
    refreshes.rows(['b']);
    refreshes.all();
    vi.advanceTimersByTime(10 * QUIET_MS);
    expect(told).toEqual([['node a'], undefined]);
  });

  it('are told of the nodes that VS Code has by then', () => {
    const { refreshes, told, nodes } = setUp();
    refreshes.all();
    refreshes.rows(['a', 'b']);
    nodes.set('a', 'newer node a').delete('b');
    vi.advanceTimersByTime(QUIET_MS);
    expect(told).toEqual([undefined, ['newer node a']]);
  });

  it('of rows that VS Code does not have are not told, and let nobody wait', () => {
    const { refreshes, told } = setUp();
    refreshes.rows(['unknown']);
    refreshes.rows(['a']);
    expect(told).toEqual([['node a']]);
  });

  it('that can wait are told when their time has come', () => {
    const { refreshes, told } = setUp();
    refreshes.rows(['a'], 500);
    vi.advanceTimersByTime(100);
    refreshes.rows(['b'], 500);
    vi.advanceTimersByTime(399);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([['node a', 'node b']]);
    vi.advanceTimersByTime(10 * QUIET_MS);
    expect(told).toHaveLength(1);
  });

  it('that can wait go with others that do not, which come at once', () => {
    const { refreshes, told } = setUp();
    refreshes.rows(['a'], 500);
    refreshes.rows(['b']);
    expect(told).toEqual([['node a', 'node b']]);
    refreshes.rows(['a'], 500);
    refreshes.all();
    vi.advanceTimersByTime(QUIET_MS);
    expect(told).toEqual([['node a', 'node b'], undefined]);
    vi.advanceTimersByTime(10 * QUIET_MS);
    expect(told).toHaveLength(2);
  });

  it('are not told once it is over', () => {
    const { refreshes, told } = setUp();
    refreshes.rows(['a']);
    refreshes.rows(['b']);
    refreshes.dispose();
    vi.advanceTimersByTime(QUIET_MS);
    expect(told).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
