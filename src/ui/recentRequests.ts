import type { AttemptRecord } from '../api/client';

const KEPT = 20;

interface RecentRequest {
  readonly at: Date;
  readonly record: AttemptRecord;
}

/** The last requests of all organizations, for support. */
export class RecentRequests {
  #all: readonly RecentRequest[] = [];

  add(record: AttemptRecord): void {
    this.#all = [...this.#all, { at: new Date(), record }].slice(-KEPT);
  }

  /** A line for each, the oldest first. Ids of labels are left out: support finds a request by its own. */
  get lines(): readonly string[] {
    return this.#all.map(({ at, record: { method, path, status, durationMs, requestId, failure, attempt } }) => {
      const details = [
        `${Math.round(durationMs)} ms`,
        requestId ?? 'no request id',
        failure,
        attempt > 1 && `attempt ${attempt}`,
      ];
      const place = path.replace(/^\/labels\/[^?]+/, '/labels/{id}');
      return `${at.toISOString()}  ${method} ${place}  ${status ?? 'no answer'}  ${details.filter(Boolean).join(', ')}`;
    });
  }
}
