import { type Answer, readAnswer } from './answer';
import { type Call, loggedPath } from './call';
import type { Connection } from './connection';
import { withDeadline } from '../../common/deadline';
import { ApiError, type ApiErrorDetails, failureWords, RequestCancelledError } from '../errors';
import { describeNetworkFailure } from './networkFailure';
import { send } from './send';
import { ServerText } from './serverText';

/**
 * Sends a request once, whatever comes of it.
 *
 * A write that is under way is not interrupted by the signal: its outcome would stay unknown.
 *
 * @param lastError of the attempt before this one.
 * @throws ApiError, RequestCancelledError
 */
export async function attemptCall<T>(
  connection: Connection,
  call: Call<T>,
  signal: AbortSignal | undefined,
  lastError: ApiError | undefined,
): Promise<Answer<T>> {
  const { apiKey, clock, onAttempt } = connection;
  const { method } = call;
  const attempt = (lastError?.attempts ?? 0) + 1;
  const startedAt = clock.now();
  const outcome = await exchange(connection, call, method === 'GET' ? signal : undefined);
  const { status, requestId } = outcome;
  onAttempt?.({
    method,
    // An id is the server's: it could be anything.
    path: new ServerText(apiKey).withoutKey(loggedPath(call)),
    attempt,
    status,
    durationMs: clock.now() - startedAt,
    requestId,
    failure: 'kind' in outcome ? failureWords(outcome) : undefined,
  });
  if ('body' in outcome) {
    return outcome;
  }
  if (outcome.kind === 'cancelled') {
    throw new RequestCancelledError(lastError);
  }
  const mayHaveTakenEffect = (method !== 'GET' && outcome.mayHaveTakenEffect) || lastError?.mayHaveTakenEffect === true;
  throw new ApiError({ ...outcome, attempts: attempt, mayHaveTakenEffect });
}

/** The caller's signal ended it. */
interface Cancelled {
  readonly kind: 'cancelled';
  readonly status?: undefined;
  readonly requestId?: undefined;
}

async function exchange<T>(
  connection: Connection,
  call: Call<T>,
  signal: AbortSignal | undefined,
): Promise<Answer<T> | ApiErrorDetails | Cancelled> {
  const ms = connection.timeoutSeconds() * 1000;
  const onWriteEnd = call.method === 'GET' ? undefined : connection.writeBudget.start();
  const raw = await withDeadline(ms, signal, (both) => send(connection, call, both)).catch(describeNetworkFailure);
  onWriteEnd?.(typeof raw === 'string' ? { mayHaveTakenEffect: true } : raw);
  if (!onWriteEnd && typeof raw === 'object' && 'headers' in raw) {
    connection.writeBudget.headers.updateFromRead(raw);
    connection.readPace.update(raw);
  }
  switch (raw) {
    case 'caller':
      return { kind: 'cancelled' };
    case 'deadline':
      return { kind: 'timeout', mayHaveTakenEffect: true };
    default:
      return 'kind' in raw
        ? raw
        : readAnswer(raw, call.schema, new ServerText(connection.apiKey), connection.clock.now());
  }
}
