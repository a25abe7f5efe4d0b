import { describe, expect, it } from 'vitest';
import { label } from './fakes';
import { loaded } from './stores';

const before = label('[retired] a', { id: 'lbl_a' });
const restored = label('a', { updated_at: '2026-01-01T00:00:01Z' });

describe('A list that was on its way', () => {
  it('does not take back a name that KirimChat has confirmed meanwhile', async () => {
    const { source, store, names } = await loaded(before);
    const refreshed = store.refresh();
    await Promise.resolve();
    store.put(restored);
    source.page(before);
    source.end();
    await refreshed;
    expect(names()).toEqual(['a']);
  });

  it('does not take back what was written within the same second', async () => {
    const { source, store, names } = await loaded(before);
    const refreshed = store.refresh();
    await Promise.resolve();
    store.put({ ...restored, updated_at: before.updated_at });
    source.page(before);
    source.end();
    await refreshed;
    expect(names()).toEqual(['a']);
  });

  it('does not take out the row of a label that was created meanwhile', async () => {
    const { source, store, names } = await loaded(label('a'));
    const refreshed = store.refresh();
    await Promise.resolve();
    store.put(label('new'));
    source.page(label('a'));
    source.end();
    await refreshed;
    expect(names()).toEqual(['a', 'new']);
  });

  it('has a name that was given later, elsewhere', async () => {
    const { source, store, names } = await loaded(before);
    const refreshed = store.refresh();
    await Promise.resolve();
    store.put(restored);
    source.page(label('later', { id: 'lbl_a', updated_at: '2026-01-01T00:00:02Z' }));
    source.end();
    await refreshed;
    expect(names()).toEqual(['later']);
  });
});

describe('A list that was asked for after a write', () => {
  it('has the last word about names and rows, unless it is of an earlier state', async () => {
    const { source, store, names } = await loaded(before);
    store.put(restored);
    store.put(label('new'));
    source.page(before);
    source.end();
    await store.refresh();
    expect(names()).toEqual(['a']);
    source.page(label('another', { id: 'lbl_a', updated_at: restored.updated_at }));
    source.end();
    await store.refresh();
    expect(names()).toEqual(['another']);
  });
});

describe('What a list proves', () => {
  it('is what the last whole one said, also while the next one is loaded or after it failed', async () => {
    const { source, store } = await loaded(label('a'));
    const whole = store.latest;
    expect([whole?.presenceOf('lbl_a'), whole?.presenceOf('lbl_b')]).toEqual(['present', 'absent']);
    source.page(label('b'));
    source.fail(new Error('broke off'));
    expect((await store.refresh()).kind).toBe('failed');
    expect(store.latest).toBe(whole);
  });

  it('is nothing before there was a whole one', async () => {
    const { source, store, names } = await loaded();
    const empty = store.latest;
    source.page(label('a'));
    source.fail(new Error('broke off'));
    await store.refresh();
    expect(names()).toEqual(['a']);
    expect(store.latest).toBe(empty);
  });

  it('is nothing of a label whose record could not be read, nor of any where that had no id', async () => {
    const { source, store } = await loaded(label('a'));
    source.unreadable = [{ id: 'lbl_x', field: 'name' }];
    source.page(label('a'));
    source.end();
    await store.refresh();
    expect(store.unreadable).toEqual([{ id: 'lbl_x', field: 'name' }]);
    expect([store.latest?.presenceOf('lbl_x'), store.latest?.presenceOf('lbl_y')]).toEqual(['unknown', 'absent']);
    source.unreadable = [{ id: undefined, field: 'id' }];
    source.page(label('a'));
    source.end();
    await store.refresh();
    expect([store.latest?.presenceOf('lbl_a'), store.latest?.presenceOf('lbl_y')]).toEqual(['present', 'unknown']);
  });
});

it('tells any number of callers the result of their own load', async () => {
  const { source, store } = await loaded(label('a'));
  const first = store.refreshAnew();
  const second = first.then(() => store.refreshAnew());
  source.fail(new Error('the first'));
  source.page(label('b'));
  source.end();
  expect(await first).toMatchObject({ kind: 'failed', error: { message: 'the first' } });
  expect(await second).toMatchObject({ kind: 'loaded' });
});

it('lets 300,000 rows be taken for a command, and lets go of them', async () => {
  const many = Array.from({ length: 300_000 }, (_, index) => `lbl_${index}`);
  const { store } = await loaded(label('a'));
  store.activities.claim(['lbl_a'], { kind: 'waiting' });
  const claim = store.activities.claim(many, { kind: 'waiting' });
  expect(claim.ids).toHaveLength(many.length);
  claim.release();
  expect(store.activities.of('lbl_7')).toBeUndefined();
  store.dispose();
});
