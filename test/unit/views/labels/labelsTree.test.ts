import { describe, expect, it, vi } from 'vitest';
import type { Accounts } from '../../../../src/accounts/accounts';
import { DrawnRows } from '../../../../src/views/drawnRows';
import { parentIdsOf, type LabelsTreeNode, rowId } from '../../../../src/views/labels/labelNodes';
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
  const ended = new AbortController().signal;
  const activities = { of: () => undefined };
  const list = {
    labels,
    state: { kind: 'loaded' },
    unreadable: [],
    hasMore: false,
    activities,
    firstRows: () => answered,
  };
  return { id: name, labels: list, ended, organizationName: name, answer };
}

type Kind = 'sessions' | 'rows' | 'times';

/** A tree of nobody yet, and what it told VS Code. */
function setUp() {
  let change: (change: object) => void = () => undefined;
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
    new DrawnRows<LabelsTreeNode>({ idOf: rowId, parentIdsOf }),
    query,
  );
  const told: unknown[] = [];
  tree.onDidChangeTreeData((nodes) => told.push(nodes));
  const signIn = (...who: readonly ReturnType<typeof person>[]) => {
    accounts.sessions = who;
    change({ kind: 'sessions', ended: [] });
  };
  const rows = async () => (await tree.getChildren()).map((node) => node.kind === 'label' && node.label.name);
  return {
    tree,
    query,
    told,
    change: (kind: 'sessions' | Kind | 'state', session?: object) => {
      change({ kind, ended: [], session: session ?? accounts.sessions[0] ?? person('') });
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
  const ids: string[] = [];
  const collect = async (row?: LabelsTreeNode): Promise<void> => {
    for (const child of await tree.getChildren(row)) {
      // VS Code indents rows beside one without an icon differently.
      expect(tree.getTreeItem(child).iconPath).toBeDefined();
      ids.push(rowId(child));
      await collect(child);
    }
  };
  await collect();
  expect(ids).toHaveLength(2 * (1 + 3 + 3));
  expect(new Set(ids).size).toBe(ids.length);
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

describe('rows of several organizations', () => {
  /** Two, whose rows VS Code has. */
  async function drawn() {
    const parts = setUp();
    const both = [person('first'), person('second')] as const;
    parts.signIn(...both);
    for (const { answer } of both) {
      answer();
    }
    const rows = await parts.tree.getChildren();
    const below = await Promise.all(rows.map((row) => parts.tree.getChildren(row)));
    return { ...parts, both, rows, below };
  }

  it('are there before the labels are, and wait for no other organization', async () => {
    const { tree, signIn } = setUp();
    const [slow, quick] = [person('slow'), person('quick')];
    signIn(slow, quick);
    const rows = await tree.getChildren();
    expect(rows.map(({ kind }) => kind)).toEqual(['organization', 'organization']);
    quick.answer();
    const [row] = await tree.getChildren(rows[1]);
    expect(row).toMatchObject({ kind: 'label', label: { name: 'quick' } });
    expect(row && tree.getParent(row)).toBe(rows[1]);
  });

  it('are loaded also where VS Code does not ask for them, as below a row that is collapsed', async () => {
    const { tree, signIn } = setUp();
    const collapsed = person('collapsed');
    const load = vi.spyOn(collapsed.labels, 'firstRows');
    signIn(collapsed, person('other'));
    await tree.getChildren();
    expect(load).toHaveBeenCalled();
  });

  it('are replaced for one of them alone', async () => {
    const { tree, told, both, change, rows } = await drawn();
    vi.useFakeTimers();
    expect(tree.isSettling).toBe(false);
    change('rows', both[1]);
    vi.advanceTimersByTime(1000);
    expect((told as unknown[][]).flat()[0]).toBe(rows[1]);
    expect(tree.owesRows).toBe(true);
    await tree.getChildren(rows[1]);
    expect(tree.owesRows).toBe(false);
    vi.useRealTimers();
  });

  it('say something else only where that is so: VS Code asks for all rows below again', async () => {
    const { told, both, change, rows } = await drawn();
    vi.useFakeTimers();
    change('state', both[0]);
    expect(told).toEqual([]);
    both[0].labels.state.kind = 'failed';
    change('state', both[0]);
    vi.advanceTimersByTime(1000);
    expect((told as unknown[][]).flat()[0]).toBe(rows[0]);
    vi.useRealTimers();
  });

  it('say how many labels the filter shows, of how many, also where the row has always been collapsed', async () => {
    vi.useFakeTimers();
    const { tree, signIn, query, told, change } = setUp();
    const all = [label('VIP'), ...Array.from({ length: 8 }, (_, number) => label(`Other ${number}`))];
    const both = [person('first', all), person('second')] as const;
    signIn(...both);
    const [row = expect.unreachable()] = await tree.getChildren();
    const said = () => {
      const { description, accessibilityInformation } = tree.getTreeItem(row);
      return [description, accessibilityInformation?.label];
    };
    expect(said()).toEqual(['9', 'first, 9 labels']);
    query.filter = { ...NO_FILTER, text: 'vip' };
    expect(said()).toEqual(['1 of 9', 'first, 1 of 9 labels']);
    both[0].labels.hasMore = true;
    expect(said()).toEqual(['1 of 9 so far', 'first, 1 of 9 labels so far']);
    await tree.getChildren();
    told.length = 0;
    both[0].labels.labels = [...all, label('VIP 2')];
    change('rows', both[0]);
    vi.advanceTimersByTime(1000);
    vi.useRealTimers();
    expect(told).toEqual([[expect.objectContaining({ session: both[0] })]]);
    expect(said()[0]).toBe('2 of 10 so far');
  });

  it('let the focus go to the organization where none of its labels stays', async () => {
    const { tree, rows, below } = await drawn();
    const [label] = below[1] ?? [];
    const next =
      label &&
      tree.neighborOf(
        label,
        () => true,
        () => true,
      );
    expect(next).toBe(rows[1]);
    expect(
      label &&
        tree.neighborOf(
          label,
          () => false,
          () => true,
        ),
    ).toBeUndefined();
  });
});
