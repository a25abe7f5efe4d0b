import type { TreeView } from 'vscode';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LabelStore } from '../../../../src/labels/labelStore';
import type { Accounts } from '../../../../src/accounts/accounts';
import type { Session } from '../../../../src/accounts/session';
import type { LabelsTreeNode } from '../../../../src/views/labels/labelNodes';
import { LabelsQuery } from '../../../../src/views/labels/labelsQuery';
import { LabelsView } from '../../../../src/views/labels/labelsView';
import { called, window } from '../../fakeVscode';
import { NO_FILTER } from '../../../../src/labels/query/labelFilter';
import { label } from '../../labels/fakes';

let shown: unknown[] = [];

/** The thin line under the title is drawn for what lasts longer than this, in milliseconds. */
const BRIEF_MS = 300;

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  vi.spyOn(window, 'withProgress').mockImplementation((_, task) => {
    const running = task(undefined, undefined);
    shown.push(running);
    return running;
  });
});

/** A view of somebody with so many labels, whose list is loaded when the test says so. */
function setUp(count: number, unreadable = 0) {
  let change: (change: { kind: string }) => void = () => undefined;
  let onSettled: () => void = () => undefined;
  const labels = {
    state: { kind: 'loaded' },
    labels: Array.from({ length: count }, (_, number) => label(`L${number}`)),
    unreadable: Array.from({ length: unreadable }, () => ({ id: undefined })),
    isRequested: false,
    settled: () => new Promise<void>((resolve) => (onSettled = resolve)),
  };
  const session = { labels: labels as unknown as LabelStore, organizationName: 'Acme' };
  const accounts = {
    sessions: [session as unknown as Session],
    state: { kind: 'ready' },
    onDidChange: (listener: typeof change) => {
      change = listener;
      return { dispose: () => undefined };
    },
  };
  const view: { message?: string } = {};
  const query = new LabelsQuery(accounts);
  new LabelsView(accounts as unknown as Accounts, view as unknown as TreeView<LabelsTreeNode>, false, query);
  return {
    view,
    query,
    load: (isRequested = false) => {
      Object.assign(labels, { state: { kind: 'loading' }, isRequested });
      change({ kind: 'state' });
    },
    loaded: async () => {
      labels.state.kind = 'loaded';
      change({ kind: 'state' });
      onSettled();
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

describe('the line that says that labels are being loaded', () => {
  it('is drawn at once where there are no rows, and where a person asked for them', async () => {
    const { load } = setUp(0);
    load();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toHaveLength(1);
    const other = setUp(2);
    other.load(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toHaveLength(2);
  });

  it('is drawn where rows are asked for without a person, and that lasts; once, until they are there', async () => {
    const { load, loaded } = setUp(2);
    load();
    await vi.advanceTimersByTimeAsync(BRIEF_MS - 1);
    expect(shown).toEqual([]);
    load();
    await vi.advanceTimersByTimeAsync(1);
    expect(shown).toHaveLength(1);
    await loaded();
    await shown[0];
  });

  it('is not drawn where they are there soon', async () => {
    const { load, loaded } = setUp(2);
    load();
    await vi.advanceTimersByTimeAsync(BRIEF_MS - 1);
    await loaded();
    await vi.advanceTimersByTimeAsync(BRIEF_MS);
    expect(shown).toEqual([]);
    load();
    await vi.advanceTimersByTimeAsync(BRIEF_MS);
    expect(shown).toHaveLength(1);
  });
});

describe('What stands above the rows', () => {
  it.each([
    [0, ''],
    [1, '1 label could not be read, and is not shown. The log says which.'],
    [2, '2 labels could not be read, and are not shown. The log says which.'],
  ])('says that %i could not be read', (unreadable, message) => {
    expect(setUp(3, unreadable).view.message ?? '').toBe(message);
  });

  it('is the filter before all else, also while rows are being loaded again', () => {
    const { view, query, load } = setUp(3, 1);
    load();
    query.filter = { ...NO_FILTER, text: 'L2' };
    const unreadable = '1 label could not be read, and is not shown. The log says which.';
    expect(view.message).toBe(`Filter: “L2”. 1 of 3 labels.\n${unreadable}`);
    expect(called).toContainEqual(['setContext', 'kirimLabels.filtered', true]);
    query.filter = NO_FILTER;
    expect(view.message).toBe(unreadable);
    expect(called.at(-1)).toEqual(['setContext', 'kirimLabels.filtered', false]);
  });
});
