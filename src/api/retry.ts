import type { Clock } from './clock';
import { ApiError, RequestCancelledError } from './errors';

/** A pause before the next attempt. */
export interface Wait {
  readonly reason: 'rateLimited' | 'retry';
  readonly seconds: number;
  /** The attempt that failed, from 1. */
  readonly attempt: number;
  readonly error: ApiError;
}

export interface RequestOptions {
  /**
   * Ends waits, and the attempt under way where that only reads. A write that was sent is waited for, so that its
   * outcome is known; then the signal prevents the next attempt.
   */
  readonly signal?: AbortSignal | undefined;
  /** Told before each pause. */
  readonly onWait?: ((wait: Wait) => void) | undefined;
}

/** At most five attempts (API: Rate limits). */
const MAX_ATTEMPTS = 5;
/** Whoever has to wait longer than this, in seconds, should be told instead. */
const LONGEST_WAIT = 300;
const FIRST_BACKOFF = 0.5;
const LONGEST_BACKOFF = 8;
const SHORTEST_RATE_LIMIT_WAIT = 1;

/**
 * Repeats an attempt while that is promising: after a 429 always, since a request that was limited was not carried out;
 * after a broken connection or a gateway's 502, 503, 504 only where `repeatable` says that twice does no harm.
 *
 * @throws ApiError of the last attempt; RequestCancelledError
 */
export async function withRetries<T>(
  send: (attempt: number, lastError: ApiError | undefined) => Promise<T>,
  repeatable: boolean,
  clock: Clock,
  { signal, onWait }: RequestOptions,
): Promise<T> {
  let lastError: ApiError | undefined;
  for (let attempt = 1; ; attempt++) {
    if (signal?.aborted) {
      throw new RequestCancelledError(lastError);
    }
    try {
      return await send(attempt, lastError);
    } catch (error) {
      if (!(error instanceof ApiError) || attempt === MAX_ATTEMPTS || !isPromising(error, repeatable)) {
        throw error;
      }
      lastError = error;
    }
    const seconds = secondsToWait(lastError, attempt, clock.random());
    if (!signal?.aborted) {
      onWait?.({
        reason: lastError.kind === 'rateLimited' ? 'rateLimited' : 'retry',
        seconds,
        attempt,
        error: lastError,
      });
      await clock.sleep(seconds * 1000, signal);
    }
  }
}

function isPromising({ kind, status, networkCause, retryAfterSeconds = 0 }: ApiError, repeatable: boolean): boolean {
  if (retryAfterSeconds > LONGEST_WAIT) {
    return false;
  }
  switch (kind) {
    case 'rateLimited':
      return true;
    case 'server':
      return repeatable && (status === 502 || status === 503 || status === 504);
    case 'network':
      return (
        repeatable && networkCause !== 'timedOut' && networkCause !== 'certificate' && networkCause !== 'redirected'
      );
    case 'timeout':
    case 'unauthorized':
    case 'forbidden':
    case 'notFound':
    case 'invalidRequest':
    case 'conflict':
    case 'unreadable':
      return false;
  }
}

/** Half of each backoff, and one second after Retry-After, is left to chance: not everybody should come back at once. */
function secondsToWait({ kind, retryAfterSeconds }: ApiError, attempt: number, random: number): number {
  if (retryAfterSeconds !== undefined) {
    return retryAfterSeconds + random;
  }
  const backoff = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** (attempt - 1)) * (0.5 + 0.5 * random);
  return kind === 'rateLimited' ? Math.max(SHORTEST_RATE_LIMIT_WAIT, backoff) + random : backoff;
}
