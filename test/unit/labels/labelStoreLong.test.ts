import { expect, it } from 'vitest';
import type { Label } from '../../../src/api/schema';
import { RequestCancelledError } from '../../../src/api/errors';
import { followCursor, type LabelPage } from '../../../src/api/pages';
import { type LabelSource, LabelStore } from '../../../src/labels/labelStore';
import { label } from './fakes';

const PAGE = 100;

/** As many labels as are asked for; a page waits where the test holds it. */
function longList(count: number) {
  const source = {
    pages: 0,
    /** From this page on, pages do not come until the list is cancelled. */
    heldFrom: Infinity,
    /** Pages from this one on fail with it. */
    failure: undefined as { readonly from: number; readonly error: Error } | undefined,
    listLabels: ({ signal, position }: Parameters<LabelSource['listLabels']>[0] = {}) => {
      const getPage = async (cursor = '0'): Promise<LabelPage> => {
        source.pages += 1;
        if (source.pages > source.heldFrom) {
          await new Promise<void>((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              reject(new RequestCancelledError());
            });
          });
        }
        if (source.failure && source.pages >= source.failure.from) {
          throw source.failure.error;
        }
        const start = Number(cursor);
        const length = Math.min(PAGE, count - start);
        const labels = Array.from({ length }, (_, index): Label => label(`L${start + index}`));
        const end = start + length;
        return { labels, unreadable: [], has_more: end < count, next_cursor: String(end) };
      };
      return followCursor(getPage, () => undefined, position);
    },
  };
  return { source, store: new LabelStore(source, 'en') };
}

/** Presses Cancel Loading when so many pages were asked for. */
async function cancelAfter(
  pages: number,
  { source, store }: ReturnType<typeof longList>,
  load: () => Promise<unknown>,
) {
  source.pages = 0;
  source.heldFrom = pages;
  const loading = load();
  await expect.poll(() => source.pages).toBe(pages + 1);
  store.cancelLoading();
  await loading;
  source.pages = 0;
  source.heldFrom = Infinity;
}

it('loads 10,000 labels by itself, all of them where that is the end', async () => {
  const { source, store } = longList(10_000);
  await store.refresh();
  expect([store.labels.length, source.pages, store.hasMore]).toEqual([10_000, 100, false]);
  expect(store.latest?.presenceOf('lbl_other')).toBe('absent');
});

it('stops after that, and goes on where it was when more is asked for; a refresh has as many again', async () => {
  const { source, store } = longList(20_250);
  const changes: string[] = [];
  store.onDidChange(({ kind }) => changes.push(kind));
  await store.refresh();
  expect([store.labels.length, source.pages, store.hasMore]).toEqual([10_100, 101, true]);
  await store.loadMore();
  expect([store.labels.length, source.pages, store.hasMore]).toEqual([20_100, 201, true]);
  await store.refresh();
  expect([store.labels.length, source.pages, store.hasMore]).toEqual([20_100, 402, true]);
  await store.loadMore();
  expect([store.labels.length, source.pages, store.hasMore]).toEqual([20_250, 404, false]);
  expect(changes.at(-1)).toBe('state');
});

it('proves nothing about labels that were not loaded, as long as there are more', async () => {
  const { store } = longList(10_250);
  await store.refresh();
  expect([store.latest?.presenceOf('lbl_L1'), store.latest?.presenceOf('lbl_other')]).toEqual(['present', 'unknown']);
  expect(store.latest?.isComplete).toBe(false);
  await store.loadMore();
  expect(store.latest?.presenceOf('lbl_other')).toBe('absent');
});

it('keeps what is there of a first list that is cancelled, and can load all of it later', async () => {
  const { source, store } = longList(1_000);
  source.heldFrom = 3;
  const loading = store.refresh();
  await expect.poll(() => source.pages).toBe(4);
  store.cancelLoading();
  expect((await loading).kind).toBe('loaded');
  expect([store.labels.length, store.hasMore, store.state.kind]).toEqual([300, true, 'loaded']);
  source.heldFrom = Infinity;
  await store.loadMore();
  expect([store.labels.length, store.hasMore]).toEqual([1_000, false]);
});

it('keeps the rows of a list that is being loaded again when that is cancelled, and says that they may be old', async () => {
  const { source, store } = longList(500);
  await store.refresh();
  const before = store.latest;
  source.heldFrom = source.pages + 2;
  const loading = store.refresh();
  await expect.poll(() => source.pages).toBe(8);
  store.cancelLoading();
  expect(await loading).toMatchObject({ kind: 'failed', error: expect.any(RequestCancelledError) as unknown });
  expect([store.labels.length, store.hasMore, store.state.kind]).toEqual([500, false, 'failed']);
  expect(store.latest).toBe(before);
});

it('loads one batch more where the button is pressed twice', async () => {
  const { source, store } = longList(40_000);
  await store.refresh();
  await Promise.all([store.loadMore(), store.loadMore()]);
  expect([store.labels.length, source.pages]).toEqual([20_100, 201]);
});

it('keeps what it has loaded when it is cancelled, is as current as before, and goes on from there', async () => {
  const list = longList(40_000);
  const { source, store } = list;
  await store.refresh();
  await cancelAfter(50, list, () => store.loadMore());
  expect([store.labels.length, store.hasMore, store.state.kind]).toEqual([15_100, true, 'loaded']);
  await store.loadMore();
  expect([store.labels.length, source.pages]).toEqual([20_100, 50]);
});

it('keeps what a first list has loaded also when it is cancelled again', async () => {
  const list = longList(1_000);
  const { source, store } = list;
  await cancelAfter(3, list, () => store.refresh());
  await cancelAfter(2, list, () => store.loadMore());
  expect([store.labels.length, store.hasMore, store.state.kind]).toEqual([500, true, 'loaded']);
  await cancelAfter(7, list, () => store.refresh());
  expect([store.labels.length, store.state.kind]).toEqual([700, 'loaded']);
  await store.loadMore();
  expect([store.labels.length, store.hasMore, source.pages]).toEqual([1_000, false, 3]);
  expect(store.latest?.presenceOf('lbl_other')).toBe('absent');
});

it('keeps what it has loaded when it fails, and goes on from there', async () => {
  const { source, store } = longList(40_000);
  await store.refresh();
  source.failure = { from: source.pages + 51, error: new Error('The connection broke off') };
  expect(await store.loadMore()).toMatchObject({ kind: 'failed' });
  expect([store.labels.length, store.hasMore, store.state.kind]).toEqual([15_100, true, 'failed']);
  source.failure = undefined;
  source.pages = 0;
  await store.loadMore();
  expect([store.labels.length, source.pages, store.state.kind]).toEqual([20_100, 50, 'loaded']);
});

it('begins again where it was the list on screen that was being loaded anew', async () => {
  const list = longList(20_250);
  const { source, store } = list;
  await store.refresh();
  await cancelAfter(50, list, () => store.refresh());
  expect([store.labels.length, store.state.kind]).toEqual([10_100, 'failed']);
  await store.loadMore();
  expect([store.labels.length, source.pages]).toEqual([10_100, 101]);
});
