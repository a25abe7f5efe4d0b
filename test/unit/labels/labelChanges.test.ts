import { describe, expect, it } from 'vitest';
import { RequestCancelledError } from '../../../src/api/errors';
import type { Label } from '../../../src/api/schema';
import { changesSince } from '../../../src/labels/labelChanges';
import { LabelStore } from '../../../src/labels/labelStore';
import { label, PagedSource } from './fakes';

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
  return { source, store, client, asked };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => label(`n${index}`));

describe('asking again for what was shown', () => {
  it('takes one page of the list for a short one, which is up to date then', async () => {
    const [a, b] = [label('a'), label('b')];
    const { source, store, client, asked } = await setUp([a, b], [a, b]);
    source.page(a, b);
    source.end();
    expect(await changesSince([a], client, store, {})).toEqual({ now: [a], renamed: [], gone: [], isListed: true });
    expect(source.requests).toBe(2);
    expect(asked).toEqual([]);
  });

  it('notices what was renamed or removed, and gives labels as they are now', async () => {
    const [a, b, c] = [label('a'), label('b'), label('c')];
    const renamed = { ...b, name: 'B!' };
    const { source, store, client } = await setUp([a, b, c], []);
    source.page(a, renamed);
    source.end();
    expect(await changesSince([a, b, c], client, store, {})).toMatchObject({
      now: [a, renamed],
      renamed: [{ before: b, now: renamed }],
      gone: [c],
    });
  });

  it('does not mind another color, which nobody was asked about', async () => {
    const [a, b] = [label('a'), label('b')];
    const { source, store, client } = await setUp([a, b], []);
    source.page({ ...a, color: 'red' }, b);
    source.end();
    expect((await changesSince([a], client, store, {})).renamed).toEqual([]);
  });

  it('asks for a few labels of a long list by themselves', async () => {
    const list = many(101);
    const shown = list.slice(0, 5);
    const { source, store, client, asked } = await setUp(list, list.slice(1));
    expect(await changesSince(shown, client, store, {})).toMatchObject({ gone: [shown[0]], isListed: false });
    expect(asked).toHaveLength(5);
    expect(source.requests).toBe(1);
  });

  it('believes a list that came meanwhile and was written down later, and no other', async () => {
    const list = many(101);
    const [shown] = list;
    const later = { ...label('n0'), name: 'renamed', updated_at: '2026-01-01T07:00:00.001+07:00' };
    const earlier = { ...later, updated_at: '2025-12-31T23:59:59Z' };
    const { client, store: newer } = await setUp([later, ...list.slice(1)], list);
    expect((await changesSince([shown ?? later], client, newer, {})).now).toEqual([later]);
    const { store: older } = await setUp([earlier, ...list.slice(1)], list);
    expect((await changesSince([shown ?? later], client, older, {})).now).toEqual([shown]);
  });

  it('asks for as many labels as the list has pages by themselves: that is as many requests', async () => {
    const list = many(701);
    const { store, client, asked } = await setUp(list, list);
    expect((await changesSince(list.slice(0, 8), client, store, {})).now).toHaveLength(8);
    expect(asked).toHaveLength(8);
  });

  it('asks for many labels of a long list by the list', async () => {
    const list = many(101);
    const { source, store, client, asked } = await setUp(list, list);
    source.page(...list);
    source.end();
    await changesSince(list.slice(0, 6), client, store, {});
    expect(asked).toEqual([]);
  });

  it('does not wait for a list that is on its way, and is older than the question', async () => {
    const [a, b] = [label('a'), label('b')];
    const { store, client, asked } = await setUp([a, b], [a, b]);
    void store.refresh();
    await Promise.resolve();
    expect(await changesSince([a], client, store, {})).toMatchObject({ now: [a], isListed: false });
    expect(asked).toEqual([a.id]);
  });

  it('fails with what the list failed with', async () => {
    const [a] = [label('a')];
    const { source, store, client } = await setUp([a], []);
    source.fail(new Error('no network'));
    await expect(changesSince([a], client, store, {})).rejects.toThrow('no network');
  });

  it('stops waiting for the list when it is cancelled', async () => {
    const [a] = [label('a')];
    const { store, client } = await setUp([a], []);
    const cancel = new AbortController();
    const asking = changesSince([a], client, store, { signal: cancel.signal });
    cancel.abort();
    await expect(asking).rejects.toBeInstanceOf(RequestCancelledError);
  });
});
