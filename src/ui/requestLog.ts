import type { LogOutputChannel } from 'vscode';
import type { AttemptRecord } from '../api/client';

/** One line per request: method, path, status, duration, request id. The record has no key in it. */
export function logAttempt(log: Pick<LogOutputChannel, 'info' | 'warn'>, record: AttemptRecord): void {
  const result = record.status ?? 'no answer';
  const details = [
    `${Math.round(record.durationMs)} ms`,
    record.requestId,
    record.failure,
    record.attempt > 1 ? `attempt ${record.attempt}` : undefined,
  ].filter((detail) => detail !== undefined);
  const line = `${record.method} ${record.path} ${result} (${details.join(', ')})`;
  if (record.failure === undefined) {
    log.info(line);
  } else {
    log.warn(line);
  }
}
