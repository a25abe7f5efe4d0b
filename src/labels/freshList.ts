import { RequestCancelledError } from '../api/errors';
import type { LabelStore } from './labelStore';
import type { LoadedList } from './loadedList';

/** So many labels are on one page of the list. */
const PAGE_SIZE = 100;

/** How many requests the list takes. */
export function pagesOf({ labels }: Pick<LabelStore, 'labels'>): number {
  return Math.ceil(labels.length / PAGE_SIZE);
}

/**
 * The list, asked for anew.
 *
 * @param signal ends the wait for it.
 * @throws what this load failed with; RequestCancelledError
 */
export async function freshList(store: LabelStore, signal: AbortSignal | undefined): Promise<LoadedList> {
  let stopWaiting = (): void => undefined;
  const aborted = new Promise<undefined>((resolve) => {
    stopWaiting = () => {
      resolve(undefined);
    };
  });
  signal?.addEventListener('abort', stopWaiting);
  const result = await Promise.race([store.refreshAnew(), aborted]);
  signal?.removeEventListener('abort', stopWaiting);
  if (signal?.aborted || !result) {
    throw new RequestCancelledError();
  }
  if (result.kind === 'failed') {
    throw result.error;
  }
  return result.list;
}
