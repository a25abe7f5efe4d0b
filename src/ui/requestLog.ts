import type { LogOutputChannel } from 'vscode';
import type { AttemptRecord } from '../api/client';
import { joined } from '../common/joined';
import type { UnreadableRecord } from '../api/schema';

/**
 * One line per request: method, path, status, duration, request id. The record has no key in it.
 *
 * @param place what else tells where it was answered.
 */
export function logAttempt(log: Pick<LogOutputChannel, 'info' | 'warn'>, record: AttemptRecord, place = ''): void {
  const { method, path, status, durationMs, requestId, failure, attempt } = record;
  const repeated = attempt > 1 ? `attempt ${attempt}` : '';
  const details = joined([`${Math.round(durationMs)} ms`, requestId, failure, repeated, place], ', ');
  log[failure === undefined ? 'info' : 'warn'](`${method} ${path} ${status ?? 'no answer'} (${details})`);
}

/** One line per record that is left out of the list. The id is written as in the path of a request, in which it cannot break a line. */
export function logUnreadable(log: Pick<LogOutputChannel, 'warn'>, { id, field }: UnreadableRecord): void {
  const which = id === undefined ? 'A label without a usable id' : `Label ${encodeURIComponent(id)}`;
  log.warn(`${which} could not be read and is left out: ${field} is not as documented`);
}
