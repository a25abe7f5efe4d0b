import type { Answer } from './faults/faultPlayer';

const MAX_HOPS = 20;

type Answering = (request: Request) => Promise<Answer>;

/** Answers a request like the global `fetch` would, with its errors, without a socket. */
export async function fetchInProcess(answering: Answering, request: Request, hops = 0): Promise<Response> {
  const { signal } = request;
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
  const answer = await Promise.race([answering(request), aborted]);
  if (answer.kind === 'cut') throw networkError('fetch failed', 'ECONNRESET', 'read ECONNRESET');
  if (answer.kind === 'truncated') return withBrokenBody(answer.response);
  return followed(answering, request, answer.response, hops);
}

async function withBrokenBody(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const halves = [bytes.subarray(0, bytes.length / 2)];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const half = halves.pop();
      if (half === undefined) controller.error(networkError('terminated', 'UND_ERR_SOCKET', 'other side closed'));
      else controller.enqueue(half);
    },
  });
  response.headers.set('Content-Length', String(bytes.length));
  return new Response(body, response);
}

/**
 * Does with a redirect what the request asks for. As with the real `fetch`, the method stays (a body would not) and a
 * key does not travel to another origin.
 */
async function followed(answering: Answering, request: Request, response: Response, hops: number): Promise<Response> {
  const location = response.headers.get('Location');
  if (response.status < 300 || response.status > 399 || location === null || request.redirect === 'manual') {
    return response;
  }
  if (request.redirect === 'error') throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') });
  if (hops === MAX_HOPS) throw new TypeError('fetch failed', { cause: new Error('redirect count exceeded') });
  const url = new URL(location, request.url);
  const headers = new Headers(request.headers);
  if (url.origin !== new URL(request.url).origin) headers.delete('Authorization');
  const next = new Request(url, { method: request.method, headers, signal: request.signal });
  return fetchInProcess(answering, next, hops + 1);
}

function networkError(message: string, code: string, reason: string): TypeError {
  return new TypeError(message, { cause: Object.assign(new Error(reason), { code }) });
}
