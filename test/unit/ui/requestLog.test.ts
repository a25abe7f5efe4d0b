import { expect, it, vi } from 'vitest';
import type { AttemptRecord } from '../../../src/api/client';
import { RecentRequests } from '../../../src/ui/recentRequests';
import { logAttempt, logUnreadable } from '../../../src/ui/requestLog';

it.each([
  ['lbl_1', 'Label lbl_1 could not be read and is left out: updated_at is not as documented'],
  ['a\nb [x](y)', 'Label a%0Ab%20%5Bx%5D(y) could not be read and is left out: updated_at is not as documented'],
  [undefined, 'A label without a usable id could not be read and is left out: updated_at is not as documented'],
])('a record that is left out is one line of the log: %j', (id, line) => {
  const lines: string[] = [];
  logUnreadable({ warn: (text) => lines.push(text) }, { id, field: 'updated_at' });
  expect(lines).toEqual([line]);
});

const record = { method: 'DELETE', path: '/labels/lbl_1', durationMs: 12.5, attempt: 1 } as const;
const answered: AttemptRecord = { ...record, status: 204, requestId: 'req_1' };
const failed: AttemptRecord = { ...record, failure: 'timeout', attempt: 3 };

it('each request is one line of the log, and a warning where it failed', () => {
  const lines: string[][] = [];
  const log = {
    info: (line: string) => lines.push(['info', line]),
    warn: (line: string) => lines.push(['warn', line]),
  };
  logAttempt(log, answered);
  logAttempt(log, answered, 'Acme');
  logAttempt(log, failed);
  expect(lines).toEqual([
    ['info', 'DELETE /labels/lbl_1 204 (13 ms, req_1)'],
    ['info', 'DELETE /labels/lbl_1 204 (13 ms, req_1, Acme)'],
    ['warn', 'DELETE /labels/lbl_1 no answer (13 ms, timeout, attempt 3)'],
  ]);
});

it('the last twenty requests are kept for support, without the ids of labels', () => {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 2, 3, 4, 5) });
  const requests = new RecentRequests();
  expect(requests.lines).toEqual([]);
  for (let number = 1; number <= 19; number += 1) {
    requests.add({ ...answered, path: `/labels?page=${number}` });
  }
  requests.add(answered);
  requests.add({ ...failed, path: '/labels/lbl_1?force=true' });
  expect(requests.lines).toHaveLength(20);
  expect([requests.lines[0], ...requests.lines.slice(-2)]).toEqual([
    '2026-01-02T03:04:05.000Z  DELETE /labels?page=2  204  13 ms, req_1',
    '2026-01-02T03:04:05.000Z  DELETE /labels/{id}  204  13 ms, req_1',
    '2026-01-02T03:04:05.000Z  DELETE /labels/{id}?force=true  no answer  13 ms, no request id, timeout, attempt 3',
  ]);
});
