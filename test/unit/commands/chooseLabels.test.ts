import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { CommandContext } from '../../../src/commands/commandContext';
import { LabelStore } from '../../../src/labels/labelStore';
import type { Session } from '../../../src/accounts/session';
import { CancellationError, pickers, statusBar } from '../fakeVscode';
import { label } from '../labels/fakes';

import { calledSession, chooseLabels } from '../../../src/commands/chooseLabels';
import { MarkedView, nodeOf as nodeIn, teamOf } from '../views/labels/markedView';

const vip = label('VIP');
const retired = label('[retired] COD');
const isRetired = ({ name }: Label) => name.startsWith('[retired]');

/** Somebody is signed in to an organization with these labels, and some rows are selected. */
async function stage(labels: readonly Label[], ...selected: readonly Label[]) {
  const source = {
    async *listLabels() {
      await Promise.resolve();
      yield labels;
    },
  };
  const store = new LabelStore(source);
  await store.refresh();
  const session = { labels: store, ended: new AbortController().signal } as unknown as Session;
  const nodes = new Map(labels.map((each) => [each.id, nodeIn(each, session)]));
  const nodeOf = ({ id }: Label) => nodes.get(id) ?? expect.unreachable();
  const teams = [...new Set(labels.map(({ team_id }) => team_id))].map((teamId) =>
    teamOf(teamId, labels.filter(({ team_id }) => team_id === teamId).map(nodeOf)),
  );
  const view = new MarkedView(teams);
  view.select(...selected.map(nodeOf));
  const context = {
    accounts: { restore: () => Promise.resolve([session]), find: () => Promise.resolve([session]) },
    view: view.shown,
  } as unknown as CommandContext;
  const busy = (...some: readonly Label[]) =>
    store.activities.claim(
      some.map(({ id }) => id),
      { kind: 'deleting' },
    );
  const choose = (args: readonly unknown[], accepts?: (some: Label) => boolean) => {
    const choice = { title: 'Restore Label', again: () => undefined, none: 'There are no labels to restore' };
    const chosen = chooseLabels(context, args, accepts ? { ...choice, accepts } : choice);
    return chosen.then((rows) => rows.chosen.flatMap(({ labels: some }) => some.map(({ name }) => name)));
  };
  return { busy, choose, nodeOf, teams, view };
}

/** The list as soon as it is open. */
async function openedList() {
  await vi.waitFor(() => {
    expect(pickers).toHaveLength(1);
  });
  const [list] = pickers;
  return list ?? expect.unreachable();
}

beforeEach(() => {
  pickers.length = 0;
  statusBar.length = 0;
});

describe('the labels that a command is about', () => {
  it('are those of the selection that the command is for', async () => {
    const { choose } = await stage([vip, retired], vip, retired);
    expect(await choose([], isRetired)).toEqual(['[retired] COD']);
    expect(pickers).toEqual([]);
  });

  it('are picked from a list where the command is for nothing of the selection', async () => {
    const { choose } = await stage([vip, retired], vip);
    const chosen = choose([], isRetired);
    (await openedList()).takeAll();
    expect(await chosen).toEqual(['[retired] COD']);
    expect(statusBar).toEqual([]);
  });

  it.each([
    [[vip], 'Something is happening to label “VIP” already.'],
    [[vip, retired], 'Something is happening to these 2 labels already.'],
  ])('are none, and that is said, where something is happening to all of them', async (rows, said) => {
    const { busy, choose, nodeOf } = await stage([vip, retired]);
    busy(...rows);
    await expect(choose([nodeOf(vip), rows.map(nodeOf)])).rejects.toThrow(CancellationError);
    expect(statusBar).toEqual([said]);
  });

  it('are those that are free, without a word about the others', async () => {
    const { busy, choose, nodeOf } = await stage([vip, retired]);
    busy(retired);
    expect(await choose([nodeOf(vip), [nodeOf(vip), nodeOf(retired)]])).toEqual(['VIP']);
    expect(statusBar).toEqual([]);
  });

  // The list takes labels out that become busy: the first at once, the others in batches.
  it('are not those that became busy since the list was drawn', async () => {
    const { busy, choose } = await stage([vip, retired, label('New')]);
    const chosen = choose([]);
    const list = await openedList();
    busy(vip);
    busy(retired);
    list.takeAll();
    expect(await chosen).toEqual(['New']);
  });

  it('are none, and that is said, where all that were picked became busy', async () => {
    const { busy, choose } = await stage([vip, retired]);
    const chosen = choose([]);
    const list = await openedList();
    busy(retired);
    busy(vip);
    list.takeAll();
    await expect(chosen).rejects.toThrow(CancellationError);
    expect(statusBar).toEqual(['Something is happening to label “VIP” already.']);
  });
});

describe('where a group is meant, the labels', () => {
  const [a1, a2, b1] = [
    { ...label('A1'), team_id: 'team_a' },
    { ...label('A2'), team_id: 'team_a' },
    { ...label('B1'), team_id: 'team_b' },
  ];

  it('are picked from a list of its own, whose title says so: with a key, from the palette, and from a menu', async () => {
    const { choose, teams, view } = await stage([a1, a2, b1], b1);
    view.focused = teams[0];
    const fromKey = choose(view.pressed());
    const list = await openedList();
    expect(list.title).toBe('Restore Label: Team team_a');
    list.takeAll();
    expect(await fromKey).toEqual(['A1', 'A2']);
    for (const args of [[], [teams[0]]]) {
      pickers.length = 0;
      view.select(...teams.slice(0, 1));
      const chosen = choose(args);
      (await openedList()).takeAll();
      expect(await chosen).toEqual(['A1', 'A2']);
    }
  });

  it('are those that are selected beside it', async () => {
    const { choose, nodeOf, teams, view } = await stage([a1, a2, b1]);
    view.select(...teams.slice(0, 1), nodeOf(b1));
    expect(await choose(view.pressed())).toEqual(['B1']);
    expect(pickers).toEqual([]);
  });
});

it('opens no list where a key was pressed and no row is marked', async () => {
  const { choose, view } = await stage([vip], vip);
  view.view.visible = false;
  await expect(choose(view.pressed())).rejects.toThrow(CancellationError);
  expect(pickers).toEqual([]);
  expect(statusBar).toEqual(['No label is selected.']);
});

it('opens the list of all labels where the row of a menu was lost, whatever is selected', async () => {
  const { choose } = await stage([vip, retired], vip);
  const chosen = choose([undefined]);
  (await openedList()).takeAll();
  expect(await chosen).toEqual(['[retired] COD', 'VIP']);
});

describe('the list to pick labels from', () => {
  it.each([
    ['the labels are of another kind', [vip], 'There are no labels to restore'],
    ['there are no labels at all', [], 'There are no labels'],
    ['there are some', [vip, retired], 'Type to search for labels'],
  ])('says so where %s', async (_, labels, said) => {
    const { choose } = await stage(labels);
    const chosen = choose([], isRetired);
    const list = await openedList();
    expect(list.placeholder).toBe(said);
    list.hide();
    await expect(chosen).rejects.toThrow(CancellationError);
  });
});

describe('the organization that a command was called on', () => {
  const ended = new AbortController();
  const session = { ended: ended.signal } as unknown as Session;
  const context = {
    view: { calledOn: ([first]: readonly unknown[]) => Promise.resolve({ rows: [first] }) },
  } as unknown as CommandContext;

  it('is that of its row, or of a row below; none from the palette, and none that has ended', async () => {
    const row = { kind: 'organization', session };
    expect(await calledSession(context, [row])).toBe(session);
    expect(await calledSession(context, [nodeIn(vip, session)])).toBe(session);
    expect(await calledSession(context, [])).toBeUndefined();
    ended.abort();
    expect(await calledSession(context, [row])).toBeUndefined();
  });
});
