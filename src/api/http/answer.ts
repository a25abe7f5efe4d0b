import * as v from 'valibot';
import type { ApiErrorDetails, ApiErrorKind } from '../errors';
import { parseJson } from '../../common/json';
import { readRetryAfter } from './retryAfter';
import type { ServerText } from './serverText';

/** An HTTP answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The body; undefined where there is none. */
  readonly text: string | undefined;
}

export interface Answer<T> {
  readonly body: T;
  readonly status: number;
  readonly requestId: string | undefined;
}

/** What is read of any body (API: Errors). Nothing of it is certain to be there, or to be text. */
interface Body {
  readonly request_id?: unknown;
  readonly error?: Partial<Record<'type' | 'code' | 'message' | 'request_id', unknown>> | null;
}

/** What an answer means: the body that was asked for, or why it is not that. */
export function readAnswer<T>(
  { status, headers, text }: RawAnswer,
  schema: v.GenericSchema<unknown, T>,
  serverText: ServerText,
  now: number,
): Answer<T> | ApiErrorDetails {
  const json = parseJson(text);
  const { error, request_id } = (json ?? {}) as Body;
  const requestId =
    serverText.word(request_id) ?? serverText.word(error?.request_id) ?? serverText.word(headers.get('x-request-id'));
  const unreadable: ApiErrorDetails = { kind: 'unreadable', status, requestId, mayHaveTakenEffect: true };
  if (status < 300) {
    // What says in one breath that it worked and that it failed confirms nothing.
    const body = (error ?? undefined) === undefined ? v.safeParse(schema, json) : undefined;
    return body?.success ? { body: body.output, status, requestId } : unreadable;
  }
  const retryAfterSeconds = readRetryAfter(headers, now);
  const type = serverText.word(error?.type);
  const code = serverText.word(error?.code);
  if (status < 400 || type === undefined || code === undefined || requestId === undefined) {
    // Not KirimChat's envelope. A proxy, a gateway or a sign-in page knows nothing of keys and labels, and may have passed
    // the request on before it lost the answer. But a break that it asks for does no harm.
    return status === 429
      ? { kind: 'rateLimited', status, requestId, retryAfterSeconds, mayHaveTakenEffect: false }
      : { ...unreadable, retryAfterSeconds };
  }
  const kind = kindOf(status, type, code);
  return {
    kind,
    status,
    type,
    code,
    serverMessage: serverText.message(error?.message),
    requestId,
    retryAfterSeconds,
    mayHaveTakenEffect: kind === 'server',
  };
}

/** By status, type and code. */
const KINDS: ReadonlyMap<unknown, ApiErrorKind> = new Map<unknown, ApiErrorKind>([
  [400, 'invalidRequest'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [409, 'conflict'],
  [410, 'notFound'],
  [422, 'invalidRequest'],
  [429, 'rateLimited'],
  ['invalid_request_error', 'invalidRequest'],
  ['authentication_error', 'unauthorized'],
  ['permission_error', 'forbidden'],
  ['not_found', 'notFound'],
  ['conflict', 'conflict'],
  ['rate_limit_error', 'rateLimited'],
  ['invalid_api_key', 'unauthorized'],
  ['expired_api_key', 'unauthorized'],
  ['resource_not_found', 'notFound'],
  ['rate_limit_exceeded', 'rateLimited'],
]);

/** HTTP status first, then type, then code (API: Errors): the documentation's pages contradict each other. */
function kindOf(status: number, type: string, code: string): ApiErrorKind {
  if (status >= 500) {
    return 'server';
  }
  return KINDS.get(status) ?? KINDS.get(type) ?? KINDS.get(code) ?? 'invalidRequest';
}
