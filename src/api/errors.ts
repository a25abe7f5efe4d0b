import { joined } from '../common/joined';

/** Why a request failed: what KirimChat answered, or why no answer of KirimChat's came. */
export type ApiErrorKind =
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'invalidRequest'
  | 'conflict'
  | 'rateLimited'
  | 'server'
  /** An answer, but not one of KirimChat's. */
  | 'unreadable'
  /** What answers at this address is not the API that has the labels. */
  | 'wrongAddress'
  /** More of the list was promised than came: what is not in it may be there all the same. */
  | 'incomplete'
  /** The answer pointed to another address, where the key does not go. */
  | 'redirected'
  | 'timeout'
  | 'refused'
  | 'hostNotFound'
  | 'certificate'
  | 'proxy'
  /** No way to the host from here. */
  | 'offline'
  /** The connection broke, or there was no answer for a reason that is not known. */
  | 'network';

/** What can be told of a failure, each word checked, nothing secret. */
export type ApiErrorDetails = Pick<ApiError, 'kind' | 'mayHaveTakenEffect'> &
  Partial<Omit<ApiError, keyof Error | 'as'>>;

/**
 * A request that failed. It is safe to log: it is made of words and numbers that were checked one by one, and never
 * keeps the error below it as `cause`, since that one has the request's headers, and in them the key.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind!: ApiErrorKind;
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
  /** The system's own word for what happened to the connection, such as `ECONNREFUSED`, where there is one. */
  readonly networkCode: string | undefined;
  /** How many times the request was sent, this failure included. */
  readonly attempts!: number;
  /** A write may have been carried out, by this attempt or an earlier one, although this error came back. */
  readonly mayHaveTakenEffect!: boolean;

  readonly #details: ApiErrorDetails & { readonly attempts: number };

  constructor(details: ApiErrorDetails & { readonly attempts: number }) {
    super(joined([failureWords(details), details.status, details.code]));
    this.#details = details;
    Object.assign(this, details);
  }

  /** The same failure, where it is known what it means. */
  as(kind: ApiErrorKind): ApiError {
    return new ApiError({ ...this.#details, kind });
  }
}

/** The caller's signal ended the request. `lastError` is the attempt before the wait, where there was one. */
export class RequestCancelledError extends Error {
  override readonly name = 'RequestCancelledError';

  constructor(readonly lastError?: ApiError) {
    super('The request was cancelled');
  }
}

/** Why a request failed, for logs: `server`, `refused ECONNREFUSED`. */
export function failureWords({ kind, networkCode }: { kind: string; networkCode?: string | undefined }): string {
  return joined([kind, networkCode]);
}
