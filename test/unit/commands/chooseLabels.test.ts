import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { CommandContext } from '../../../src/commands/commandContext';
import { LabelStore } from '../../../src/labels/labelStore';
import type { Session } from '../../../src/session/session';
import type { LabelNode } from '../../../src/view/labelNodes';
import { CancellationError, pickers, statusBar } from '../fakeVscode';
import { label } from '../labels/fakes';

import { chooseLabels } from '../../../src/commands/chooseLabels';

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
  const nodeOf = (chosen: Label): LabelNode => ({ kind: 'label', label: chosen, session });
  const context = {
    sessions: { restore: () => Promise.resolve(session), find: () => Promise.resolve(session) },
    view: { selectedLabels: () => Promise.resolve(selected.map(nodeOf)) },
  } as unknown as CommandContext;
  const busy = (...some: readonly Label[]) =>
    store.activities.claim(
      some.map(({ id }) => id),
      { kind: 'deleting' },
    );
  const choose = (args: readonly unknown[], accepts?: (some: Label) => boolean) => {
    const choice = { title: 'Restore Label', again: () => undefined, none: 'There are no labels to restore' };
    const chosen = chooseLabels(context, args, accepts ? { ...choice, accepts } : choice);
    return chosen.then(({ labels: some }) => some.map(({ name }) => name));
  };
  return { busy, choose, nodeOf };
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
