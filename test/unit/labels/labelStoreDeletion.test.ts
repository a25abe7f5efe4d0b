import { describe, expect, it, vi } from 'vitest';
import { label } from './fakes';
import { loaded } from './stores';

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

  it('that is cancelled lets go at once of what was not sent yet', async () => {
    const { store } = await loaded(label('a'), label('b'));
    const claim = store.activities.claim(['lbl_a', 'lbl_b'], { kind: 'waiting' });
    claim.show(['lbl_a'], { kind: 'deleting' });
    claim.releaseWaiting();
    expect(['lbl_a', 'lbl_b'].map((id) => store.activities.of(id)?.kind)).toEqual(['deleting', undefined]);
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

it('believes the next list about a label that was only said to be gone', async () => {
  const { source, store, names } = await loaded(label('a'), label('b'));
  store.remove('lbl_a', false);
  expect(names()).toEqual(['b']);
  source.page(label('a'), label('b'));
  source.end();
  await store.refresh();
  expect(names()).toEqual(['a', 'b']);
});
