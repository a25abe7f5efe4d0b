import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Session } from '../../../../../src/accounts/session';
import { LabelStore } from '../../../../../src/labels/labelStore';
import { CancellationError, pickers } from '../../../fakeVscode';
import { label, PagedSource } from '../../../labels/fakes';
import { pickLabels } from '../../../../../src/ui/prompts/pickers/labelPicker';

interface Row {
  readonly label: string;
  readonly description: string;
}

async function opened(...names: readonly string[]) {
  const source = new PagedSource();
  const labels = new LabelStore(source, 'en');
  const ended = new AbortController();
  const session = { labels, ended: ended.signal } as unknown as Session;
  const picked = pickLabels(session, { title: 'Delete Label', none: 'None', isOffered: () => true });
  const list = pickers[0] ?? expect.unreachable();
  source.page(...names.map((name) => label(name)));
  await vi.waitFor(() => {
    expect(list.items).toHaveLength(names.length);
  });
  const rows = (items: readonly unknown[]) => (items as readonly Row[]).map((row) => row.label);
  const row = (name: string) => (list.items as readonly Row[]).find((one) => one.label === name);
  return { source, labels, list, ended, rows, row, picked: picked.then((some) => some.map(({ name }) => name)) };
}

beforeEach(() => {
  pickers.length = 0;
});

describe('a list to pick labels from', () => {
  it('keeps its check marks and its highlight while more labels come', async () => {
    const { source, list, rows, row, picked } = await opened('VIP', 'COD');
    list.selectedItems = [row('VIP')];
    list.activeItems = [row('COD')];
    source.page(label('Bulk'));
    source.end();
    await vi.waitFor(() => {
      expect(rows(list.items)).toEqual(['Bulk', 'COD', 'VIP']);
    });
    expect(rows(list.selectedItems)).toEqual(['VIP']);
    expect(rows(list.activeItems)).toEqual(['COD']);
    list.pressEnter();
    expect(await picked).toEqual(['VIP']);
  });

  it('highlights what fits as soon as it is there', async () => {
    const { source, list, rows, picked } = await opened('VIP');
    list.type('bulk');
    list.pressEnter();
    source.page(label('Bulk'));
    source.end();
    await vi.waitFor(() => {
      expect(rows(list.activeItems)).toEqual(['Bulk']);
    });
    list.pressEnter();
    expect(await picked).toEqual(['Bulk']);
  });

  it.each([
    ['vip', 'VIP'],
    ['VIP p', 'VIP pro'],
    ['pro', 'Promo'],
    ['gold', 'VIP gold'],
    ['bulk', 'Bulky'],
    [' gold ', 'VIP gold'],
    ['teal', 'Teal one'],
    ['', undefined],
    ['nothing', undefined],
  ])('highlights for %j: %s', async (typed, expected) => {
    const { list, rows } = await opened(
      'A teal',
      'Bulk order',
      'Bulky',
      'Old goldfish',
      'Promo',
      'Teal one',
      'VIP',
      'VIP gold',
      'VIP golden',
      'VIP pro',
    );
    list.type(typed);
    expect(rows(list.activeItems)).toEqual(expected === undefined ? [] : [expected]);
  });

  it('closes when nobody is signed in any more', async () => {
    const { list, ended, row, picked } = await opened('VIP');
    list.selectedItems = [row('VIP')];
    ended.abort();
    await expect(picked).rejects.toThrow(CancellationError);
  });

  it('closes where the sign-in ended before it was opened', async () => {
    const session = { labels: new LabelStore(new PagedSource()), ended: AbortSignal.abort() } as unknown as Session;
    const picked = pickLabels(session, { title: 'Delete Label', none: 'None', isOffered: () => true });
    await expect(picked).rejects.toThrow(CancellationError);
  });

  it.each([
    ['', 'VIP'],
    ['red', 'Promo'],
    ['RED', 'Promo'],
  ])('finds a label by what stands beside it as well: %j', async (typed, expected) => {
    const source = new PagedSource();
    const labels = new LabelStore(source, 'en');
    source.page(label('VIP'), label('Promo', { color: 'red' }));
    source.end();
    await labels.refresh();
    const session = { labels, ended: new AbortController().signal } as unknown as Session;
    void pickLabels(session, { title: 'Delete Label', none: 'None', isOffered: () => true });
    const list = pickers[0] ?? expect.unreachable();
    list.activeItems = list.items.filter((row) => (row as Row).label === 'VIP');
    if (typed !== '') {
      list.type(typed);
    }
    expect((list.activeItems as readonly Row[]).map((row) => row.label)).toEqual([expected]);
  });

  it('says why where the labels cannot be loaded, and tries again when it is opened once more', async () => {
    const source = new PagedSource();
    const labels = new LabelStore(source, 'en');
    const session = {
      ...{ labels, ended: new AbortController().signal, organizationName: 'Acme', isOneOfSeveral: true },
    } as unknown as Session;
    const pick = () => pickLabels(session, { title: 'Delete Label', none: 'None', isOffered: () => true });
    const error = new Error('offline');
    source.fail(error);
    await expect(pick()).rejects.toMatchObject({ message: 'Acme: The labels could not be loaded.', cause: error });
    expect(pickers.map(({ isOpen }) => isOpen)).toEqual([false]);
    const again = pick();
    source.page(label('VIP'));
    source.end();
    const list = pickers[1] ?? expect.unreachable();
    await vi.waitFor(() => {
      expect(list.items).toHaveLength(1);
    });
    list.takeAll();
    expect(await again).toMatchObject([{ name: 'VIP' }]);
    expect(list.isOpen).toBe(false);
  });

  it('stays open where some labels came before the rest could not be loaded', async () => {
    const { source, list, labels, picked } = await opened('VIP');
    source.fail(new Error('offline'));
    await labels.refresh();
    list.takeAll();
    expect(await picked).toEqual(['VIP']);
  });
});
