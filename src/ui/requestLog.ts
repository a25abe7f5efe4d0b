import type { LogOutputChannel } from 'vscode';
import type { AttemptRecord } from '../api/client';
import { joined } from '../api/joined';

/** One line per request: method, path, status, duration, request id. The record has no key in it. */
export function logAttempt(log: Pick<LogOutputChannel, 'info' | 'warn'>, record: AttemptRecord): void {
  const { method, path, status, durationMs, requestId, failure, attempt } = record;
  const repeated = attempt > 1 ? `attempt ${attempt}` : '';
  const details = joined([`${Math.round(durationMs)} ms`, requestId, failure, repeated], ', ');
  log[failure === undefined ? 'info' : 'warn'](`${method} ${path} ${status ?? 'no answer'} (${details})`);
}
