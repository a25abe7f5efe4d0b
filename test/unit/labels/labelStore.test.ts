import { describe, expect, it, vi } from 'vitest';
import { label } from './fakes';
import { loaded, setUp } from './stores';

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

    source.page(label('a'), label('b', { updated_at: '2027-01-01T00:00:00Z' }));
    source.end();
    await store.refresh();
    expect(changes.map(({ kind }) => kind).slice(2)).toEqual(['state', 'times', 'state']);

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

it('tells nobody any more after it was disposed', async () => {
  const { store, changes } = await loaded(label('a'));
  store.dispose();
  store.activities.claim(['lbl_a'], { kind: 'deleting' });
  expect(changes).toEqual([]);
});
