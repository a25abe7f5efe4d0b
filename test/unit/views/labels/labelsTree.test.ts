import { describe, expect, it, vi } from 'vitest';
import type { Accounts } from '../../../../src/accounts/accounts';
import { DrawnRows } from '../../../../src/views/drawnRows';
import { groupIdOf, type LabelsTreeNode, rowId } from '../../../../src/views/labels/labelNodes';
import { LabelsQuery } from '../../../../src/views/labels/labelsQuery';
import { LabelsTree } from '../../../../src/views/labels/labelsTree';
import { NO_FILTER } from '../../../../src/labels/query/labelFilter';
import { settings } from '../../fakeVscode';
import { label } from '../../labels/fakes';

const subscription = { dispose: () => undefined };

/** Somebody with one label, who was signed in: the list comes when the test lets it. */
function person(name: string, labels = [label(name)]) {
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  return { labels: { labels, firstRows: () => answered }, answer };
}

type Kind = 'sessions' | 'rows' | 'times';

/** A tree of nobody yet, and what it told VS Code. */
function setUp() {
  let change: (change: { kind: Kind }) => void = () => undefined;
  const accounts = {
    sessions: [] as readonly ReturnType<typeof person>[],
    onDidChange: (listener: typeof change) => {
      change = listener;
      return subscription;
    },
    restore: () => Promise.resolve(accounts.sessions),
  };
  const query = new LabelsQuery({ sessions: [] });
  const tree = new LabelsTree(
    accounts as unknown as Accounts,
    new DrawnRows<LabelsTreeNode>({ idOf: rowId, groupIdOf }),
    query,
  );
  const told: unknown[] = [];
  tree.onDidChangeTreeData((nodes) => told.push(nodes));
  const signIn = (...who: readonly ReturnType<typeof person>[]) => {
    accounts.sessions = who;
    change({ kind: 'sessions' });
  };
  const rows = async () => (await tree.getChildren()).map((node) => node.kind === 'label' && node.label.name);
  return {
    tree,
    query,
    told,
    change: (kind: Kind) => {
      change({ kind });
    },
    signIn,
    rows,
  };
}

it('settles soon after its rows were replaced, also where the clock is set back meanwhile', async () => {
  vi.useFakeTimers();
  const { tree, change, rows } = setUp();
  await rows();
  expect(tree.isSettling).toBe(false);
  change('sessions');
  expect(tree.isSettling).toBe(true);
  vi.setSystemTime(Date.now() - 86_400_000);
  vi.advanceTimersByTime(1000);
  expect(tree.isSettling).toBe(false);
});

it('rows of two organizations are never the same for VS Code', async () => {
  const { tree, signIn } = setUp();
  const labels = [label('Same'), { ...label('Same too'), team_id: 'team_b' }, label('[retired] Same')];
  const organizations = ['org_1', 'org_2'].map((id) => ({ ...person('', labels), id }));
  signIn(...organizations);
  for (const { answer } of organizations) {
    answer();
  }
  const rows = (await tree.getChildren()).flatMap((row) => (row.kind === 'label' ? [row] : [row, ...row.labels]));
  expect(new Set(rows.map(rowId)).size).toBe(2 * (3 + 3));
});

describe('VS Code is told of other rows', () => {
  it('once it has some, and not before it asked for the first', async () => {
    const { told, change, rows } = setUp();
    change('sessions');
    change('rows');
    expect(told).toEqual([]);
    expect(await rows()).toEqual([]);
    change('sessions');
    expect(told).toEqual([undefined]);
  });

  it('when labels were changed, where that decides about their order', async () => {
    for (const [sortOrder, times] of [
      ['newest', 0],
      ['lastChanged', 1],
    ] as const) {
      settings['sortOrder'] = sortOrder;
      const { told, change, rows } = setUp();
      await rows();
      change('times');
      expect(told).toHaveLength(times);
    }
  });

  it('when the filter is another one', async () => {
    const { told, query, rows, signIn } = setUp();
    const one = person('', [label('VIP'), label('Other')]);
    one.answer();
    signIn(one);
    await rows();
    query.filter = { ...NO_FILTER, text: 'vip' };
    expect(told).toEqual([undefined]);
    expect(await rows()).toEqual(['VIP']);
  });

  it('not while it waits for some: it gets those of who is signed in when they are there', async () => {
    const { told, change, signIn, rows } = setUp();
    const [first, second] = [person('first'), person('second')];
    signIn(first);
    const asked = rows();
    await Promise.resolve();
    signIn(second);
    first.answer();
    change('rows');
    second.answer();
    expect(await asked).toEqual(['second']);
    expect(told).toEqual([]);
  });
});
