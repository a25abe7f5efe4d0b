import type { Clock } from '../../common/clock';
import { ApiError, type ApiErrorKind, RequestCancelledError } from '../errors';

/** A pause before the next attempt. */
export interface Wait {
  readonly seconds: number;
  /** The attempt that failed. */
  readonly error: ApiError;
}

export interface RequestOptions {
  /**
   * Ends waits, and the attempt under way where that only reads. A write that was sent is waited for, so that its
   * outcome is known; then the signal prevents the next attempt.
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Waited for before each attempt of a write, so that a run of many can hold it back: it ends when that attempt may be
   * sent, or as soon as the signal is aborted; then none is made. Nor is one made where it fails: the request fails with its error.
   */
  readonly beforeAttempt?: ((signal: AbortSignal | undefined) => Promise<void>) | undefined;
  /** Told before each pause. */
  readonly onWait?: ((wait: Wait) => void) | undefined;
}

/** At most five attempts (API: Rate limits). */
const MAX_ATTEMPTS = 5;
/** Before a longer wait, in seconds, the request fails, so that the user is told. */
export const MAX_WAIT_SECONDS = 300;
const FIRST_BACKOFF_SECONDS = 0.5;
/** After a 429 that does not say how long, in seconds. */
export const MIN_RATE_LIMIT_WAIT_SECONDS = 1;

/** A request that was limited was not carried out; the others may be over in a moment. */
const PROMISING: ReadonlySet<ApiErrorKind> = new Set([
  'rateLimited',
  'refused',
  'hostNotFound',
  'proxy',
  'offline',
  'network',
]);

/**
 * Repeats an attempt while that is promising: after a 429, a broken connection or a gateway's 502, 503, 504. Twice does
 * no harm: a deleted label stays deleted, a changed one gets the same values, and creating one has an Idempotency-Key.
 *
 * @throws ApiError of the last attempt; RequestCancelledError
 */
export async function withRetries<T>(
  send: (lastError: ApiError | undefined) => Promise<T>,
  clock: Clock,
  { signal, beforeAttempt, onWait }: RequestOptions,
): Promise<T> {
  let lastError: ApiError | undefined;
  for (;;) {
    if (beforeAttempt) {
      try {
        await beforeAttempt(signal);
      } catch (error) {
        // What ends the wait must not hide that the attempt before it may have taken effect.
        throw lastError?.mayHaveTakenEffect ? lastError : error;
      }
    }
    if (signal?.aborted) {
      throw new RequestCancelledError(lastError);
    }
    try {
      return await send(lastError);
    } catch (error) {
      if (!(error instanceof ApiError) || !isPromising(error)) {
        throw error;
      }
      lastError = error;
    }
    const seconds = secondsToWait(lastError, clock.random());
    if (!signal?.aborted) {
      onWait?.({ seconds, error: lastError });
      await clock.sleep(seconds * 1000, signal);
    }
  }
}

function isPromising({ kind, status = 0, code, attempts, retryAfterSeconds = 0 }: ApiError): boolean {
  // The first attempt to create a label is still being carried out: its result comes soon (API: Labels, POST).
  const isInProgress = kind === 'conflict' && code === 'idempotency_in_progress';
  const isPassing = PROMISING.has(kind) || isInProgress || (status >= 502 && status <= 504);
  return isPassing && attempts < MAX_ATTEMPTS && retryAfterSeconds <= MAX_WAIT_SECONDS;
}

/** Half of each backoff, and one second after Retry-After, is left to chance: clients should not all come back at once. */
function secondsToWait({ kind, retryAfterSeconds, attempts }: ApiError, random: number): number {
  if (retryAfterSeconds !== undefined) {
    return retryAfterSeconds + random;
  }
  const backoff = FIRST_BACKOFF_SECONDS * 2 ** (attempts - 1) * (0.5 + 0.5 * random);
  return kind === 'rateLimited' ? Math.max(MIN_RATE_LIMIT_WAIT_SECONDS, backoff) + random : backoff;
}
