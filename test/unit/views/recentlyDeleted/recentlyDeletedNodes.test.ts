import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../src/journal/entry';
import type { Session } from '../../../../src/accounts/session';
import { labelRows, recentlyDeletedRows } from '../../../../src/views/recentlyDeleted/recentlyDeletedNodes';
import { label, wholeListOf } from '../../labels/fakes';

const session = { labels: { latest: wholeListOf(label('D')), labels: [label('D')] } } as unknown as Session;
const entry = (name: string, run: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  run,
  act: 'delete',
  label: label(name),
  startedAt: '2026-01-01T00:00:00Z',
  outcome: 'done',
  ...more,
});

describe('the rows of Recently Deleted', () => {
  it('have one row for a run of several labels, with its labels below, newest first', () => {
    const rows = recentlyDeletedRows([entry('C', 'new'), entry('B', 'new'), entry('A', 'old')], session);
    expect(rows.map(({ kind }) => kind)).toEqual(['deletedRun', 'deletedLabel']);
    const [run] = rows;
    expect(run?.kind === 'deletedRun' && labelRows(run).map((row) => row.entry.label.name)).toEqual(['C', 'B']);
  });

  it('show the last label that is left of a run without a group, and know how many went with it', () => {
    const entries = [
      entry('C', 'run'),
      entry('B', 'run', { recreatedAs: 'lbl_new' }),
      entry('A', 'run', { recreatedAs: 'lbl_newer' }),
      entry('D', 'run', { outcome: 'inDoubt' }),
      entry('E', 'run', { outcome: 'failed' }),
    ];
    expect(recentlyDeletedRows(entries, session)).toMatchObject([
      { kind: 'deletedLabel', entry: { label: { name: 'C' } }, others: 2 },
    ]);
  });

  it('are none where everything is there again', () => {
    expect(recentlyDeletedRows([entry('D', 'run'), entry('A', 'run', { recreatedAs: 'lbl_new' })], session)).toEqual(
      [],
    );
  });
});
