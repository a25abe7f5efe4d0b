import { describe, expect, it } from 'vitest';
import type { RequestOptions } from '../../../../src/api/client';
import { RequestCancelledError } from '../../../../src/api/errors';
import type { Label } from '../../../../src/api/schema';
import { LabelStore } from '../../../../src/labels/labelStore';
import { Recheck } from '../../../../src/operations/recheck/recheck';
import { label, PagedSource } from '../../labels/fakes';

/** A store that has loaded `shown`, and a server that has `now`. */
async function setUp(shown: readonly Label[], now: readonly Label[]) {
  const source = new PagedSource();
  const store = new LabelStore(source, 'en');
  source.page(...shown);
  source.end();
  await store.refresh();
  const asked: string[] = [];
  const client = {
    getLabel: (id: string) => {
      asked.push(id);
      return Promise.resolve(now.find((candidate) => candidate.id === id));
    },
  };
  const changesSince = (labels: readonly Label[], options: RequestOptions = {}) =>
    new Recheck(client, store).changesSince(labels, options);
  return { source, store, changesSince, asked };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => label(`n${index}`));

describe('asking again for what was shown', () => {
  it('takes one page of the list for a short one, which is up to date then', async () => {
    const [a, b] = [label('a'), label('b')];
    const { source, changesSince, asked } = await setUp([a, b], [a, b]);
    source.page(a, b);
    source.end();
    const nothing = { renamed: [], recolored: [], gone: [], unreadable: [] };
    expect(await changesSince([a])).toEqual({ current: [a], ...nothing, isListed: true });
    expect(source.requests).toBe(2);
    expect(asked).toEqual([]);
  });

  it('notifications what was renamed or removed, and gives labels as they are now', async () => {
    const [a, b, c] = [label('a'), label('b'), label('c')];
    const renamed = { ...b, name: 'B!' };
    const { source, changesSince } = await setUp([a, b, c], []);
    source.page(a, renamed);
    source.end();
    expect(await changesSince([a, b, c])).toMatchObject({
      current: [a, renamed],
      renamed: [{ before: b, current: renamed }],
      gone: [c],
    });
  });

  it('tells another color apart from another name', async () => {
    const [a, b] = [label('a'), label('b')];
    const red = { ...a, color: 'red' };
    const { source, changesSince } = await setUp([a, b], []);
    source.page(red, b);
    source.end();
    expect(await changesSince([a])).toMatchObject({ renamed: [], recolored: [{ before: a, current: red }] });
  });

  it('asks for a few labels of a long list by themselves', async () => {
    const list = many(101);
    const shown = list.slice(0, 5);
    const { source, changesSince, asked } = await setUp(list, list);
    expect(await changesSince(shown)).toMatchObject({ current: shown, isListed: false });
    expect(asked).toHaveLength(5);
    expect(source.requests).toBe(1);
  });

  it('counts one of them as gone only where the list does not have it either', async () => {
    const list = many(101);
    const shown = list.slice(0, 2);
    for (const [listed, gone] of [[list.slice(1), [shown[0]]] as const, [list, []] as const]) {
      const { source, changesSince } = await setUp(list, list.slice(1));
      source.page(...listed);
      source.end();
      expect((await changesSince(shown)).gone).toEqual(gone);
      expect(source.requests).toBe(2);
    }
    const { source, changesSince } = await setUp(list, list.slice(1));
    source.fail(new Error('no network'));
    await expect(changesSince(shown)).rejects.toThrow('no network');
  });

  it('says neither that a label is there nor that it is gone where its record cannot be read', async () => {
    const [a, b] = [label('a'), label('b')];
    const { source, changesSince } = await setUp([a, b], []);
    source.unreadable = [{ id: b.id, field: 'name' }];
    source.page(a);
    source.end();
    expect(await changesSince([a, b])).toMatchObject({ current: [a], gone: [], unreadable: [b] });
  });

  it('gives each caller the result of its own load, whatever became of another one', async () => {
    const [a, b] = [label('a'), label('b')];
    const { source, store, changesSince } = await setUp([a, b], []);
    const asking = changesSince([a]);
    // Another command asks at the same time, and its load begins when this one has failed.
    void store.refreshAnew().then(() => store.refreshAnew());
    source.fail(new Error('too late'));
    source.page(a, b);
    source.end();
    await expect(asking).rejects.toThrow('too late');
  });

  it('believes a list that came meanwhile and was written down later, and no other', async () => {
    const list = many(101);
    const [shown] = list;
    const later = { ...label('n0'), name: 'renamed', updated_at: '2026-01-01T07:00:00.001+07:00' };
    const earlier = { ...later, updated_at: '2025-12-31T23:59:59Z' };
    const newer = await setUp([later, ...list.slice(1)], list);
    expect((await newer.changesSince([shown ?? later])).current).toEqual([later]);
    const older = await setUp([earlier, ...list.slice(1)], list);
    expect((await older.changesSince([shown ?? later])).current).toEqual([shown]);
  });

  it('asks for as many labels as the list has pages by themselves: that is as many requests', async () => {
    const list = many(701);
    const { changesSince, asked } = await setUp(list, list);
    expect((await changesSince(list.slice(0, 8))).current).toHaveLength(8);
    expect(asked).toHaveLength(8);
  });

  it('asks for many labels of a long list by the list', async () => {
    const list = many(101);
    const { source, changesSince, asked } = await setUp(list, list);
    source.page(...list);
    source.end();
    await changesSince(list.slice(0, 6));
    expect(asked).toEqual([]);
  });

  it('does not wait for a list that is on its way, and is older than the question', async () => {
    const [a, b] = [label('a'), label('b')];
    const { store, changesSince, asked } = await setUp([a, b], [a, b]);
    void store.refresh();
    await Promise.resolve();
    expect(await changesSince([a])).toMatchObject({ current: [a], isListed: false });
    expect(asked).toEqual([a.id]);
  });

  it('fails with what the list failed with', async () => {
    const [a] = [label('a')];
    const { source, changesSince } = await setUp([a], []);
    source.fail(new Error('no network'));
    await expect(changesSince([a])).rejects.toThrow('no network');
  });

  it('stops waiting for the list when it is cancelled', async () => {
    const [a] = [label('a')];
    const { changesSince } = await setUp([a], []);
    const cancel = new AbortController();
    const asking = changesSince([a], { signal: cancel.signal });
    cancel.abort();
    await expect(asking).rejects.toBeInstanceOf(RequestCancelledError);
  });
});
