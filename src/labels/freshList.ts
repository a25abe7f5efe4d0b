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
  const result = await unlessAborted(store.refreshAnew(), signal);
  if (result.kind === 'failed') {
    throw result.error;
  }
  return result.list;
}

/** Waits for something that goes on by itself where the wait is ended. @throws RequestCancelledError */
export async function unlessAborted<T>(awaited: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  let stopWaiting = (): void => undefined;
  const aborted = new Promise<undefined>((resolve) => {
    stopWaiting = () => {
      resolve(undefined);
    };
  });
  signal?.addEventListener('abort', stopWaiting);
  const result = await Promise.race([awaited.then((value) => ({ value })), aborted]);
  signal?.removeEventListener('abort', stopWaiting);
  if (signal?.aborted || !result) {
    throw new RequestCancelledError();
  }
  return result.value;
}
