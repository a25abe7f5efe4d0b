import type { RawAnswer } from './answer';
import type { Call } from './call';
import type { Connection } from './connection';

/**
 * Sends a request, once, and waits for the whole answer, whatever its status is.
 *
 * @throws what `fetch` throws, which may have the key in it: it must not be passed on.
 */
export async function send<T>(
  { baseUrl, apiKey }: Connection,
  { method, path, body, idempotencyKey }: Call<T>,
  signal: AbortSignal,
): Promise<RawAnswer> {
  // Loaded here, since loading it costs tens of milliseconds that activation should not pay.
  const { createFetch } = await import('ofetch');
  // Made anew each time, so that it takes the global fetch of this moment: VS Code puts the user's proxy and certificates
  // there.
  const ofetch = createFetch();
  const { status, headers, _data } = await ofetch.raw<string, 'text'>(baseUrl.href + path, {
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
