import { ApiFailure } from '../../../src/sample/server/apiFailure';
import type { Variations } from './variations';

interface Me {
  readonly data: { readonly organization: { readonly name: string } };
  readonly request_id: string;
}

const RATE_LIMIT_HEADERS = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];

/** Lets the server answer a request, in the way that the variations say. */
export async function withVariations(
  variations: Variations,
  request: Request,
  answer: () => Promise<Response>,
): Promise<Response> {
  if (variations.cors && request.method === 'OPTIONS') return preflight(request);
  const response = await varied(variations, request, await answer());
  const headers = RATE_LIMIT_HEADERS.map((name) => [name, response.headers.get(name) ?? '']);
  for (const [name = ''] of headers) response.headers.delete(name);
  const changed = variations.rateLimitHeaders(Object.fromEntries(headers) as Record<string, string>);
  for (const [name, value] of Object.entries(changed)) response.headers.set(name, value);
  // Pages may call it, but read no header: what KirimChat would let them read is not known.
  if (variations.cors) response.headers.set('Access-Control-Allow-Origin', '*');
  return response;
}

function preflight({ headers }: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET,POST,PATCH,DELETE',
      'Access-Control-Allow-Headers': headers.get('Access-Control-Request-Headers') ?? '',
    },
  });
}

async function varied(
  { createdStatus, deletion, me }: Variations,
  { method, url }: Request,
  response: Response,
): Promise<Response> {
  const { headers, status } = response;
  if (method === 'POST' && status === 201) return new Response(response.body, { headers, status: createdStatus });
  if (!response.ok) return response;
  if (method === 'DELETE' && deletion === 'example') {
    return Response.json({ data: { object: 'label', deleted: true } }, { headers, status });
  }
  return new URL(url).pathname === '/v1/me' ? variedMe(me, response) : response;
}

async function variedMe(me: Variations['me'], response: Response): Promise<Response> {
  const { headers } = response;
  switch (me) {
    case 'documented':
      return response;
    case 'unreadable': {
      const { data, request_id } = (await response.json()) as Me;
      return Response.json({ data: { name: data.organization.name }, request_id }, { headers });
    }
    case 'missing':
    case 'failing': {
      const failure = new ApiFailure(me === 'missing' ? 'resource_not_found' : 'internal_error', 'Something failed.');
      return Response.json(failure.toBody(headers.get('X-Request-Id') ?? ''), { headers, status: failure.status });
    }
  }
}
