export type ApiErrorKind =
  | 'network'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'invalidRequest'
  | 'conflict'
  | 'rateLimited'
  | 'server'
  | 'unreadable';

/** Why no answer came. `reset`: the connection broke after it stood; `offline`: no way to the host from here. */
export type NetworkCause =
  'refused' | 'hostNotFound' | 'timedOut' | 'certificate' | 'reset' | 'redirected' | 'offline' | 'proxy' | 'unknown';

export interface ApiErrorDetails {
  readonly kind: ApiErrorKind;
  readonly status?: number | undefined;
  readonly type?: string | undefined;
  readonly code?: string | undefined;
  readonly serverMessage?: string | undefined;
  readonly requestId?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly networkCause?: NetworkCause | undefined;
  readonly networkCode?: string | undefined;
  readonly attempts?: number;
  readonly mayHaveTakenEffect?: boolean;
}

/**
 * A request that failed. It is safe to log: it is made of words and numbers that were checked one by one, and never
 * keeps the error below it as `cause`, since that one has the request's headers, and in them the key.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: ApiErrorKind;
  /** HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  /** The API's `error.type`. */
  readonly type: string | undefined;
  /** The API's `error.code`. */
  readonly code: string | undefined;
  /** The API's `error.message`: one line of plain text of bounded length, without the key. */
  readonly serverMessage: string | undefined;
  /** What KirimChat's support asks for. */
  readonly requestId: string | undefined;
  /** How long the server asked to wait. */
  readonly retryAfterSeconds: number | undefined;
  /** Set where `kind` is `network`. */
  readonly networkCause: NetworkCause | undefined;
  /** The system's own word for it, such as `ECONNREFUSED`, where there is one. */
  readonly networkCode: string | undefined;
  /** How many times the request was sent, this failure included. */
  readonly attempts: number;
  /** A write may have been carried out, by this attempt or an earlier one, although this error came back. */
  readonly mayHaveTakenEffect: boolean;

  constructor(details: ApiErrorDetails) {
    super(words(failureWords(details), details.status, details.code));
    this.kind = details.kind;
    this.status = details.status;
    this.type = details.type;
    this.code = details.code;
    this.serverMessage = details.serverMessage;
    this.requestId = details.requestId;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.networkCause = details.networkCause;
    this.networkCode = details.networkCode;
    this.attempts = details.attempts ?? 1;
    this.mayHaveTakenEffect = details.mayHaveTakenEffect ?? false;
  }
}

/** The caller's signal ended the request. `lastError` is the attempt before the wait, where there was one. */
export class RequestCancelledError extends Error {
  override readonly name = 'RequestCancelledError';

  constructor(readonly lastError?: ApiError) {
    super('The request was cancelled');
  }
}

/** Why a request failed, for logs: `server`, `network refused ECONNREFUSED`. */
export function failureWords({ kind, networkCause, networkCode }: ApiErrorDetails): string {
  return words(kind, networkCause, networkCode);
}

function words(...parts: readonly (string | number | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
