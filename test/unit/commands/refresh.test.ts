import { expect, it, vi } from 'vitest';
import { cancelLoading } from '../../../src/commands/view/cancelLoading';
import { refresh } from '../../../src/commands/view/refresh';
import { OperationError } from '../../../src/ui/errors';
import { Desk } from './desk';

/** The list is asked for again from the palette while the view is hidden, which cannot say how that went. */
async function refreshedUnseen(desk: Desk, fetch: typeof globalThis.fetch, during: () => void): Promise<unknown> {
  Object.assign(desk.context.view, { isVisible: false });
  const asked = vi.fn(fetch);
  vi.stubGlobal('fetch', asked);
  const ended = refresh(desk.context).catch((error: unknown) => error);
  await vi.waitFor(() => {
    expect(asked).toHaveBeenCalled();
  });
  during();
  return ended;
}

it('a load that fails is told where the view is hidden', async () => {
  const error = await refreshedUnseen(
    await Desk.open(1),
    () => Promise.resolve(new Response('no', { status: 403 })),
    () => undefined,
  );
  expect(error).toBeInstanceOf(OperationError);
  expect(error).toMatchObject({ message: 'The labels could not be loaded.' });
});

it('a load that was cancelled is not', async () => {
  const desk = await Desk.open(1);
  const hangs: typeof fetch = (_, options) =>
    new Promise((_resolve, reject) => {
      options?.signal?.addEventListener('abort', () => {
        reject(new DOMException('cancelled', 'AbortError'));
      });
    });
  const error = await refreshedUnseen(desk, hangs, () => {
    cancelLoading(desk.context);
  });
  expect([error, desk.rows]).toEqual([undefined, ['L1']]);
});
