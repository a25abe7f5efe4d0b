import * as v from 'valibot';
import type { ApiErrorDetails, ApiErrorKind } from './errors';
import { parseRetryAfter } from './retryAfter';
import { errorBodySchema } from './schema';
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

/** What an answer means: the body that was asked for, or why it is not that. */
export function readAnswer<T>(
  { status, headers, text }: RawAnswer,
  schema: v.GenericSchema<unknown, T>,
  serverText: ServerText,
  now: number,
): Answer<T> | ApiErrorDetails {
  const json = parseJson(text);
  const about = v.safeParse(errorBodySchema, json);
  const { error, request_id } = about.success ? about.output : {};
  const requestId =
    serverText.word(request_id) ?? serverText.word(error?.request_id) ?? serverText.word(headers.get('x-request-id'));
  if (status >= 200 && status < 300) {
    const body = v.safeParse(schema, json);
    return body.success
      ? { body: body.output, status, requestId }
      : { kind: 'unreadable', status, requestId, mayHaveTakenEffect: true };
  }
  const type = serverText.word(error?.type);
  const code = serverText.word(error?.code);
  const kind = kindOf(status, type, code);
  return {
    kind,
    status,
    type,
    code,
    serverMessage: serverText.message(error?.message),
    requestId,
    retryAfterSeconds: parseRetryAfter(headers.get('retry-after'), now),
    mayHaveTakenEffect: kind === 'server' || kind === 'unreadable',
  };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

const KIND_BY_STATUS: ReadonlyMap<number, ApiErrorKind> = new Map([
  [400, 'invalidRequest'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'notFound'],
  [409, 'conflict'],
  [422, 'invalidRequest'],
  [429, 'rateLimited'],
]);

const KIND_BY_TYPE: ReadonlyMap<string, ApiErrorKind> = new Map([
  ['invalid_request_error', 'invalidRequest'],
  ['authentication_error', 'unauthorized'],
  ['permission_error', 'forbidden'],
  ['not_found', 'notFound'],
  ['conflict', 'conflict'],
  ['rate_limit_error', 'rateLimited'],
]);

const KIND_BY_CODE: ReadonlyMap<string, ApiErrorKind> = new Map([
  ['invalid_api_key', 'unauthorized'],
  ['expired_api_key', 'unauthorized'],
  ['resource_not_found', 'notFound'],
  ['rate_limit_exceeded', 'rateLimited'],
]);

/** HTTP status first, then type, then code (API: Errors): the documentation's pages contradict each other. */
function kindOf(status: number, type: string | undefined, code: string | undefined): ApiErrorKind {
  if (status >= 500) {
    return 'server';
  }
  if (status < 400) {
    return 'unreadable';
  }
  return KIND_BY_STATUS.get(status) ?? KIND_BY_TYPE.get(type ?? '') ?? KIND_BY_CODE.get(code ?? '') ?? 'invalidRequest';
}
