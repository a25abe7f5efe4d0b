import type { RequestOptions } from '../api/client';
import { RequestCancelledError } from '../api/errors';
import type { Label } from '../api/schema';
import type { LabelStore } from './labelStore';

/** What became of labels since they were shown. */
export interface LabelChanges {
  /** Those that are still there, as they are now. */
  readonly now: readonly Label[];
  readonly renamed: readonly { readonly before: Label; readonly now: Label }[];
  readonly gone: readonly Label[];
  /** The whole list was asked for, so that it is up to date now. */
  readonly isListed: boolean;
}

/** What can read one label. `KirimClient` is one. */
interface LabelReader {
  getLabel(id: string, options?: RequestOptions): Promise<Label | undefined>;
}

/** So many labels are on one page of the list: then that is one request, and the tree is up to date as well. */
const ONE_PAGE = 100;
/** So many labels are asked for at once. */
const FEW = 5;

/**
 * Asks KirimChat for labels again, right before something is done to them: only what was read on screen may be.
 *
 * @throws ApiError, RequestCancelledError
 */
export async function changesSince(
  shown: readonly Label[],
  client: LabelReader,
  store: LabelStore,
  options: RequestOptions,
): Promise<LabelChanges> {
  // A list that is on its way is too old to tell, and would have to be waited for.
  const pages = pagesOf(store);
  const isListed = shown.length > Math.max(FEW, pages) || (pages <= 1 && store.state.kind !== 'loading');
  const current = isListed ? await freshList(store, options.signal) : await oneByOne(shown, client, store, options);
  const byId = new Map(current.flatMap((label) => (label ? [[label.id, label]] : [])));
  const pairs = shown.map((before) => ({ before, now: byId.get(before.id) }));
  return {
    now: pairs.flatMap(({ now }) => now ?? []),
    renamed: pairs.flatMap(({ before, now }) => (now && now.name !== before.name ? [{ before, now }] : [])),
    gone: pairs.flatMap(({ before, now }) => (now ? [] : [before])),
    isListed,
  };
}

/** How many requests the list takes. */
export function pagesOf({ labels }: LabelStore): number {
  return Math.ceil(labels.length / ONE_PAGE);
}

/** Whether the one was written down before the other was: whatever came first over the network. */
export function isOlder(label: Label, other: Label): boolean {
  return Date.parse(label.updated_at) < Date.parse(other.updated_at);
}

async function oneByOne(
  shown: readonly Label[],
  client: LabelReader,
  store: LabelStore,
  options: RequestOptions,
): Promise<(Label | undefined)[]> {
  const found: (Label | undefined)[] = [];
  for (let start = 0; start < shown.length; start += FEW) {
    const some = shown.slice(start, start + FEW);
    found.push(...(await Promise.all(some.map(({ id }) => client.getLabel(id, options)))));
  }
  // While some answers took their time, a list may have come that knows better.
  const ids = new Set(shown.map(({ id }) => id));
  const listed = new Map(store.labels.filter(({ id }) => ids.has(id)).map((label) => [label.id, label]));
  return found.map((label) => {
    const other = label && listed.get(label.id);
    return other && isOlder(label, other) ? other : label;
  });
}

/**
 * The list, asked for anew.
 *
 * @param signal ends the wait for it.
 * @throws what it failed with; RequestCancelledError
 */
export async function freshList(store: LabelStore, signal: AbortSignal | undefined): Promise<readonly Label[]> {
  let stopWaiting = (): void => undefined;
  const aborted = new Promise<void>((resolve) => {
    stopWaiting = resolve;
  });
  signal?.addEventListener('abort', stopWaiting);
  await Promise.race([store.refreshAnew(), aborted]);
  signal?.removeEventListener('abort', stopWaiting);
  if (signal?.aborted) {
    throw new RequestCancelledError();
  }
  if (store.state.kind === 'failed') {
    throw store.state.error;
  }
  return store.labels;
}
