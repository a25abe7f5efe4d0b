import type { $Fetch } from 'ofetch';
import type { RawAnswer } from './answer';
import type { Call } from './call';
import type { Connection } from './connection';

/** Gives ofetch. It touches `Headers`, for which Node loads its HTTP client: tens of milliseconds that activation should not pay. */
export function lazyFetch(fetch: typeof globalThis.fetch = globalFetch): () => Promise<$Fetch> {
  let loaded: Promise<$Fetch> | undefined;
  return () => (loaded ??= import('ofetch').then(({ createFetch }) => createFetch({ fetch })));
}

/** The global fetch of the moment: VS Code puts the user's proxy and certificates there. */
const globalFetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);

/** Loads ofetch before it is needed. What fails here fails again, and is told, with the first request. */
export function preloadFetch(): void {
  import('ofetch').catch(() => undefined);
}

/**
 * Sends a request, once, and waits for the whole answer, whatever its status is.
 *
 * @throws what `fetch` throws, which may have the key in it: it must not be passed on.
 */
export async function send<T>(
  { baseUrl, apiKey, ofetch }: Connection,
  { method, path, body, idempotencyKey }: Call<T>,
  signal: AbortSignal,
): Promise<RawAnswer> {
  const fetch = await ofetch();
  const { status, headers, _data } = await fetch.raw<string, 'text'>(baseUrl.href + path, {
    method,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${apiKey}`,
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
    },
    body,
    signal,
    // All that follows takes decisions away from ofetch and fetch: to retry, to follow a delete to another address, to
    // guess the type of the body, to throw on a status, to answer from a cache.
    retry: 0,
    redirect: 'error',
    responseType: 'text',
    ignoreResponseError: true,
    cache: 'no-store',
  });
  return { status, headers, text: _data };
}
