import { describe, expect, it, vi } from 'vitest';
import type { Label } from '../../../src/api/schema';
import { LabelStore } from '../../../src/labels/labelStore';
import { label } from './fakes';
import { loaded } from './stores';

describe('a label that was written', () => {
  it('gets its place among the others, and takes that of its old self', async () => {
    const { store, changes, names } = await loaded(label('a'), label('c'));
    store.put(label('b'));
    expect(names()).toEqual(['a', 'b', 'c']);
    expect(changes).toEqual([{ kind: 'rows' }]);

    store.put(label('d', { id: 'lbl_a', color: 'red' }));
    expect(names()).toEqual(['b', 'c', 'd']);
    expect(store.labels[2]?.color).toBe('red');
    store.dispose();
  });

  it('is known to be deleted only where KirimChat confirmed that', async () => {
    const { store } = await loaded(label('a'), label('b'));
    store.remove('lbl_a', true);
    store.remove('lbl_b', false);
    expect([store.isDeleted('lbl_a'), store.isDeleted('lbl_b')]).toEqual([true, false]);
    store.dispose();
  });
});

describe('whoever listens', () => {
  it('is told of many rows together, each once', async () => {
    vi.useFakeTimers();
    try {
      const { store, changes } = await loaded(label('a'), label('b'));
      const claim = store.activities.claim(['lbl_a'], { kind: 'waiting' });
      const other = store.activities.claim(['lbl_b'], { kind: 'waiting' });
      claim.show(['lbl_a'], { kind: 'deleting' });
      other.release();
      claim.release();
      vi.advanceTimersByTime(500);
      expect(changes).toEqual([
        { kind: 'row', ids: ['lbl_a'] },
        { kind: 'row', ids: ['lbl_b', 'lbl_a'] },
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is told at once of rows that wait for more to come, where somebody asks for it', async () => {
    const { store, changes } = await loaded(label('a'), label('b'), label('c'));
    store.remove('lbl_a', true);
    store.activities.claim(['lbl_b'], { kind: 'waiting' });
    store.remove('lbl_b', true);
    store.activities.claim(['lbl_c'], { kind: 'waiting' });
    changes.length = 0;
    store.flushEvents();
    expect(changes).toEqual([{ kind: 'row', ids: ['lbl_c'] }, { kind: 'rows' }]);
    store.flushEvents();
    expect(changes).toHaveLength(2);
    store.dispose();
  });

  it('hears nothing of what changes nothing', async () => {
    const { store, changes } = await loaded(label('a'));
    store.activities.claim([], { kind: 'waiting' }).release();
    const claim = store.activities.claim(['lbl_a'], { kind: 'waiting' });
    changes.length = 0;
    claim.show(['lbl_x'], { kind: 'deleting' });
    claim.release(['lbl_x']);
    store.activities.claim(['lbl_a'], { kind: 'retiring' });
    expect(changes).toEqual([]);
    store.dispose();
  });

  it('can stop listening', async () => {
    const { store, changes, listening } = await loaded(label('a'));
    listening.dispose();
    store.put(label('b'));
    expect(changes).toEqual([]);
    store.dispose();
  });
});

describe('disposing a store', () => {
  it('ends the request that is under way, and all timers', async () => {
    vi.useFakeTimers();
    try {
      const signals: (AbortSignal | undefined)[] = [];
      const store = new LabelStore({
        async *listLabels(options?: { signal?: AbortSignal }): AsyncGenerator<Label[]> {
          signals.push(options?.signal);
          await Promise.resolve();
          yield [];
        },
      });
      await store.refresh();
      expect(signals[0]?.aborted).toBe(false);
      store.put(label('a'));
      store.activities.claim(['lbl_a'], { kind: 'waiting' });
      void store.refreshOnRequest();

      store.dispose();

      expect(signals[0]?.aborted).toBe(true);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('asking for the list', () => {
  it('takes the rows that there are, and asks for none while some are being loaded', async () => {
    const { source, store } = await loaded(label('a'));
    await store.firstRows();
    expect(source.requests).toBe(1);

    void store.refresh();
    await store.firstRows();
    expect(source.requests).toBe(2);
    store.dispose();
  });

  it('anew never takes a list that was asked for before', async () => {
    const { source, store, names } = await loaded(label('old'));
    const first = store.refresh();
    let isThere = false;
    const second = store.refreshAnew().then(() => (isThere = true));
    source.page(label('older'));
    source.end();
    await first;
    expect(isThere).toBe(false);

    source.page(label('newer'));
    source.end();
    await second;
    expect(names()).toEqual(['newer']);
    expect(source.requests).toBe(3);
  });

  it('is settled when the presses and the list are', async () => {
    const { source, store, names } = await loaded(label('old'));
    vi.useFakeTimers();
    try {
      void store.refreshOnRequest();
      let isSettled = false;
      const settled = store.settled().then(() => (isSettled = true));
      await vi.advanceTimersByTimeAsync(300);
      source.page(label('new'));
      await vi.advanceTimersByTimeAsync(0);
      expect(isSettled).toBe(false);
      source.end();
      await settled;
      expect(names()).toEqual(['new']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('is one request for a press while presses are waited for, even after a failure', async () => {
    const { source, store } = await loaded(label('a'));
    vi.useFakeTimers();
    try {
      const presses = [store.refreshOnRequest(), store.refreshOnRequest()];
      await vi.advanceTimersByTimeAsync(299);
      expect(source.requests).toBe(1);
      source.end();
      await vi.advanceTimersByTimeAsync(1);
      await Promise.all(presses);
      expect(source.requests).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });
});

it('has the error in its state when a list could not be loaded', async () => {
  const { source, store, changes } = await loaded();
  const cut = new Error('cut');
  source.page(label('b'), label('a'));
  source.page(label('c'));
  source.fail(cut);
  await store.refresh();
  expect(store.state).toEqual({ kind: 'failed', error: cut });
  expect(store.labels.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
  expect(changes.map(({ kind }) => kind)).toEqual(['state', 'rows', 'rows', 'state']);
});
