import { describe, expect, it, vi } from 'vitest';
import { LabelStore, type LabelStoreChange } from '../../../src/labels/labelStore';
import { label, PagedSource } from './fakes';

function setUp() {
  const source = new PagedSource();
  const store = new LabelStore(source, 'en');
  const changes: LabelStoreChange[] = [];
  store.onDidChange((change) => changes.push(change));
  return { source, store, changes, names: () => store.labels.map(({ name }) => name) };
}

async function loaded(...labels: ReturnType<typeof label>[]) {
  const parts = setUp();
  parts.source.page(...labels);
  parts.source.end();
  await parts.store.refresh();
  parts.changes.length = 0;
  return parts;
}

describe('the first list', () => {
  it('asks for nothing before somebody wants rows', () => {
    const { source, store } = setUp();
    expect(source.requests).toBe(0);
    expect(store.state.kind).toBe('notLoaded');
  });

  it('has rows as soon as the first page is there, while the rest loads', async () => {
    const { source, store, changes, names } = setUp();
    const rows = store.firstRows();
    source.page(label('b'), label('a'));
    await rows;
    expect(names()).toEqual(['a', 'b']);
    expect(store.state.kind).toBe('loading');
    source.page(label('aa'));
    source.page(label('ab'));
    source.end();
    await store.settled();
    expect(names()).toEqual(['a', 'aa', 'ab', 'b']);
    expect(store.state.kind).toBe('loaded');
    // Rows are drawn for the first page and for the whole list, not for each page.
    expect(changes.filter(({ kind }) => kind === 'rows')).toHaveLength(2);
  });

  it('stops waiting for rows when there are none, and when it fails', async () => {
    const empty = setUp();
    empty.source.end();
    await empty.store.firstRows();
    await empty.store.settled();
    expect(empty.store.state.kind).toBe('loaded');

    const broken = setUp();
    broken.source.fail(new Error('no network'));
    await broken.store.firstRows();
    await broken.store.settled();
    expect(broken.store.state.kind).toBe('failed');
  });

  it('keeps the part that came when the rest fails', async () => {
    const { source, store, names } = setUp();
    source.page(label('a'));
    source.fail(new Error('cut'));
    await store.refresh();
    expect(names()).toEqual(['a']);
    expect(store.state.kind).toBe('failed');
  });

  it('sorts as people do: numbers by value, letters without regard to case or accents first', async () => {
    const { names } = await loaded(label('Order 10'), label('order 9'), label('Éclair'), label('apple'), label('Zoo'));
    expect(names()).toEqual(['apple', 'Éclair', 'order 9', 'Order 10', 'Zoo']);
  });
});

describe('a refresh', () => {
  it('keeps the old rows until the new list is whole', async () => {
    const { source, store, names } = await loaded(label('old'));
    const refreshed = store.refresh();
    source.page(label('new 1'));
    await Promise.resolve();
    expect(names()).toEqual(['old']);
    source.page(label('new 2'));
    source.end();
    await refreshed;
    expect(names()).toEqual(['new 1', 'new 2']);
  });

  it('says nothing of rows when they are the same as before, and does when one looks different', async () => {
    const { source, store, changes } = await loaded(label('a'), label('b'));
    source.page(label('b'), label('a'));
    source.end();
    await store.refresh();
    expect(changes.map(({ kind }) => kind)).toEqual(['state', 'state']);

    source.page(label('a'), label('b', { color: 'red' }));
    source.end();
    await store.refresh();
    expect(changes.map(({ kind }) => kind)).toContain('rows');
  });

  it('keeps the old rows when it fails', async () => {
    const { source, store, names } = await loaded(label('old'));
    source.page(label('new'));
    source.fail(new Error('cut'));
    await store.refresh();
    expect(names()).toEqual(['old']);
    expect(store.state.kind).toBe('failed');
  });

  it('is one request while one is under way', async () => {
    const { source, store } = await loaded(label('a'));
    source.end();
    await Promise.all(Array.from({ length: 10 }, () => store.refresh()));
    expect(source.requests).toBe(2);
  });

  it('is one request for ten quick presses, sent after the last one', async () => {
    const { source, store } = await loaded(label('a'));
    vi.useFakeTimers();
    try {
      const presses = [];
      for (let press = 0; press < 10; press += 1) {
        presses.push(store.refreshOnRequest());
        expect(store.state.kind).toBe('loading');
        await vi.advanceTimersByTimeAsync(200);
      }
      expect(source.requests).toBe(1);
      source.end();
      await vi.advanceTimersByTimeAsync(200);
      await Promise.all(presses);
      expect(source.requests).toBe(2);
      expect(store.state.kind).toBe('loaded');
    } finally {
      vi.useRealTimers();
    }
  });

  it('is called off when the store is disposed before it started', async () => {
    const { source, store } = await loaded(label('a'));
    const press = store.refreshOnRequest();
    store.dispose();
    await press;
    expect(source.requests).toBe(1);
  });

  it('tries again at once when the last one failed', async () => {
    const { source, store } = await loaded(label('a'));
    source.fail(new Error('cut'));
    await store.refreshOnRequest();
    source.end();
    const again = store.refreshOnRequest();
    await Promise.resolve();
    expect(source.requests).toBe(3);
    await again;
    expect(source.requests).toBe(3);
  });
});

describe('a deletion', () => {
  it('changes its row alone, then takes it out', async () => {
    const { store, changes, names } = await loaded(label('a'), label('b'));
    vi.useFakeTimers();
    store.activities.claim(['lbl_a'], { kind: 'deleting' });
    expect(store.activities.of('lbl_a')).toEqual({ kind: 'deleting' });
    expect(changes).toEqual([{ kind: 'row', ids: ['lbl_a'] }]);
    vi.advanceTimersByTime(600);
    store.remove('lbl_a', true);
    expect(names()).toEqual(['b']);
    expect(store.activities.of('lbl_a')).toBeUndefined();
    expect(changes.at(-1)).toEqual({ kind: 'rows' });
    vi.useRealTimers();
  });

  it('tells of its row only when that looks different', async () => {
    const { store, changes } = await loaded(label('a'), label('b'));
    vi.useFakeTimers();
    const claim = store.activities.claim(['lbl_a', 'lbl_b'], { kind: 'countdown', seconds: 2 });
    vi.advanceTimersByTime(600);
    changes.length = 0;
    claim.show(['lbl_a', 'lbl_b'], { kind: 'countdown', seconds: 2 });
    expect(changes).toEqual([]);
    claim.show(['lbl_a'], { kind: 'countdown', seconds: 1 });
    expect(changes).toEqual([{ kind: 'row', ids: ['lbl_a'] }]);
    vi.useRealTimers();
  });

  it('is of one command at a time', async () => {
    const { store } = await loaded(label('a'), label('b'));
    expect(store.activities.claim(['lbl_a'], { kind: 'deleting' }).ids).toEqual(['lbl_a']);
    expect(store.activities.claim(['lbl_a', 'lbl_b'], { kind: 'waiting' }).ids).toEqual(['lbl_b']);
    expect(store.activities.of('lbl_a')).toEqual({ kind: 'deleting' });
  });

  it('leaves a label alone that is another command’s by now', async () => {
    const { store } = await loaded(label('a'));
    const first = store.activities.claim(['lbl_a'], { kind: 'waiting' });
    first.release(['lbl_a']);
    const second = store.activities.claim(['lbl_a'], { kind: 'deleting' });
    first.show(['lbl_a'], { kind: 'retiring' });
    first.release();
    expect(store.activities.of('lbl_a')).toEqual({ kind: 'deleting' });
    second.release();
    expect(store.activities.of('lbl_a')).toBeUndefined();
  });

  it('of many takes the rows out in batches', async () => {
    vi.useFakeTimers();
    const many = Array.from({ length: 100 }, (_, index) => label(`n${index}`));
    const { store, changes, names } = await loaded(...many);
    await vi.advanceTimersByTimeAsync(1000);
    changes.length = 0;
    for (const { id } of many) {
      store.remove(id, true);
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(names()).toEqual([]);
    expect(changes.filter(({ kind }) => kind === 'rows')).toHaveLength(3);
    vi.useRealTimers();
  });

  it('does not come back with a list that was on its way', async () => {
    const { source, store, names } = await loaded(label('a'), label('b'));
    const refreshed = store.refresh();
    store.remove('lbl_a', true);
    source.page(label('a'), label('b'));
    source.end();
    await refreshed;
    expect(names()).toEqual(['b']);
  });

  it('does not come back with an answer that is older', async () => {
    const { store, names } = await loaded(label('a'), label('b'));
    store.remove('lbl_a', true);
    store.put(label('a'));
    expect(names()).toEqual(['b']);
  });
});

it('asks for a short list again after a change, and not for a long one', async () => {
  const short = await loaded(label('a'));
  void short.store.refreshIfShort();
  await vi.waitFor(() => {
    expect(short.source.requests).toBe(2);
  });
  const long = await loaded(...Array.from({ length: 1_001 }, (_, index) => label(`n${index}`)));
  await long.store.refreshIfShort();
  expect(long.source.requests).toBe(1);
});

it('believes the next list about a label that was only said to be gone', async () => {
  const { source, store, names } = await loaded(label('a'), label('b'));
  store.remove('lbl_a', false);
  expect(names()).toEqual(['b']);
  source.page(label('a'), label('b'));
  source.end();
  await store.refresh();
  expect(names()).toEqual(['a', 'b']);
});

it('tells nobody any more after it was disposed', async () => {
  const { store, changes } = await loaded(label('a'));
  store.dispose();
  store.activities.claim(['lbl_a'], { kind: 'deleting' });
  expect(changes).toEqual([]);
});
