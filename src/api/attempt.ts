import { type Answer, type RawAnswer, readAnswer } from './answer';
import { type Call, loggedPath } from './call';
import type { Connection } from './connection';
import { InterruptedError, within } from './deadline';
import { ApiError, type ApiErrorDetails, failureWords, RequestCancelledError } from './errors';
import { describeNetworkFailure } from './networkFailure';
import { send } from './send';
import { ServerText } from './serverText';

interface AttemptContext {
  /** From 1. */
  readonly attempt: number;
  /** The attempt before this one. */
  readonly lastError: ApiError | undefined;
  readonly signal: AbortSignal | undefined;
}

/**
 * Sends a request once, whatever comes of it.
 *
 * A write that is under way is not interrupted by the signal: its outcome would stay unknown.
 *
 * @throws ApiError, RequestCancelledError
 */
export async function attemptCall<T>(
  connection: Connection,
  call: Call<T>,
  { attempt, lastError, signal }: AttemptContext,
): Promise<Answer<T>> {
  const { clock, onAttempt } = connection;
  const startedAt = clock.now();
  const outcome = await exchange(connection, call, call.method === 'GET' ? signal : undefined);
  const common = { method: call.method, path: loggedPath(call), attempt, durationMs: clock.now() - startedAt };
  if (outcome === 'cancelled') {
    onAttempt?.({ ...common, failure: outcome });
    throw new RequestCancelledError(lastError);
  }
  const { status, requestId } = outcome;
  if ('body' in outcome) {
    onAttempt?.({ ...common, status, requestId });
    return outcome;
  }
  onAttempt?.({ ...common, status, requestId, failure: failureWords(outcome) });
  const mayHaveTakenEffect = call.method !== 'GET' && outcome.mayHaveTakenEffect === true;
  throw new ApiError({
    ...outcome,
    attempts: attempt,
    mayHaveTakenEffect: mayHaveTakenEffect || lastError?.mayHaveTakenEffect === true,
  });
}

async function exchange<T>(
  connection: Connection,
  call: Call<T>,
  signal: AbortSignal | undefined,
): Promise<Answer<T> | ApiErrorDetails | 'cancelled'> {
  const { apiKey, clock, timeoutSeconds } = connection;
  const ms = timeoutSeconds() * 1000;
  let raw: RawAnswer;
  try {
    raw = await within(ms, signal, (both) => send(connection, call, both));
  } catch (error) {
    if (error instanceof InterruptedError) {
      return error.by === 'caller' ? 'cancelled' : { kind: 'timeout', mayHaveTakenEffect: true };
    }
    return describeNetworkFailure(error);
  }
  return readAnswer(raw, call.schema, new ServerText(apiKey), clock.now());
}
