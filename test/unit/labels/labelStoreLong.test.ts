import { expect, it } from 'vitest';
import type { Label } from '../../../src/api/schema';
import { RequestCancelledError } from '../../../src/api/errors';
import { LabelStore } from '../../../src/labels/labelStore';
import { label } from './fakes';

const PAGE = 100;

/** As many labels as are asked for; a page waits where the test holds it. */
function longList(count: number) {
  const source = {
    pages: 0,
    /** From this page on, pages do not come until the list is cancelled. */
    heldFrom: Infinity,
    async *listLabels({ signal }: { signal?: AbortSignal | undefined } = {}) {
      for (let start = 0; start < count; start += PAGE) {
        source.pages += 1;
        if (source.pages > source.heldFrom) {
          await new Promise<void>((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              reject(new RequestCancelledError());
            });
          });
        }
        await Promise.resolve();
        yield Array.from({ length: Math.min(PAGE, count - start) }, (_, index): Label => label(`L${start + index}`));
      }
    },
  };
  return { source, store: new LabelStore(source, 'en') };
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

it('loads one batch more where the button is pressed twice, and as far again where that has failed', async () => {
  const { source, store } = longList(40_000);
  await store.refresh();
  await Promise.all([store.loadMore(), store.loadMore()]);
  expect([store.labels.length, source.pages]).toEqual([20_100, 201]);
  source.heldFrom = source.pages + 2;
  const loading = store.loadMore();
  await expect.poll(() => source.pages).toBe(204);
  store.cancelLoading();
  await loading;
  expect([store.labels.length, store.hasMore]).toEqual([20_100, true]);
  source.heldFrom = Infinity;
  await store.loadMore();
  expect([store.labels.length, store.hasMore]).toEqual([30_100, true]);
});
