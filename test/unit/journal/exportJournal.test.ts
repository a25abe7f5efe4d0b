import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/journal/entry';
import { journalAsCsv, journalAsJson } from '../../../src/journal/exportJournal';
import { makeLabel } from './support';

function entry(name: string, more: Partial<JournalEntry> = {}): JournalEntry {
  return { run: 'run_1', act: 'delete', label: makeLabel(name), startedAt: '2026-02-01T00:00:00.000Z', ...more };
}

/** Reads a table as RFC 4180 has it: all cells in quotes. */
function parse(csv: string): string[][] {
  expect(csv.startsWith('\uFEFF')).toBe(true);
  expect(csv.slice(1)).toMatch(/^(?:"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*\r\n)+$/);
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, cell = '', end] of csv.slice(1).matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    row.push(cell.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const nameIn = (name: string) => parse(journalAsCsv([entry(name)]))[1]?.[0];

describe('the journal as CSV', () => {
  it('has a header and one row for each entry, for Excel', () => {
    const done = entry('VIP', {
      outcome: 'done',
      endedAt: '2026-02-01T00:00:01.000Z',
      requestId: 'req_1',
      recreatedAs: 'lbl_new',
    });
    const unknown = entry('Lead', { act: 'retire', restored: true, askedBy: 'agent' });
    expect(parse(journalAsCsv([done, unknown]))).toEqual([
      [
        ...['name', 'color', 'team_id', 'id', 'act', 'outcome', 'started_at', 'ended_at', 'request_id', 'run'],
        ...['created_at', 'updated_at', 'recreated_as', 'restored', 'asked_by'],
      ],
      [
        ...['VIP', 'teal', 'team_1', done.label.id, 'delete', 'done', done.startedAt, done.endedAt, 'req_1', 'run_1'],
        ...['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', 'lbl_new', '', ''],
      ],
      [
        ...['Lead', 'teal', 'team_1', unknown.label.id, 'retire', '', unknown.startedAt, '', '', 'run_1'],
        ...['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '', 'true', 'agent'],
      ],
    ]);
  });

  it('is a header alone where there is nothing', () => {
    expect(parse(journalAsCsv([]))).toHaveLength(1);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\tx',
    '\rx',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '  =1',
    '\n=1',
    '\u00A0+1',
  ])('defuses %j', (name) => {
    expect(nameIn(name)).toBe(`'${name}`);
  });

  it.each(['\u200B=1', '\u202E=1', '\u0000=1', '\uD800=1'])('defuses a formula behind what is not seen: %j', (name) => {
    expect(nameIn(name)).toMatch(/^'.=1$/u);
  });

  it('defuses every column that comes from outside', () => {
    const hostile = entry('x', { requestId: '=1', recreatedAs: '=2', run: '=3' });
    const label = { ...hostile.label, color: '=4', team_id: '=5', created_at: '=6', updated_at: '=7' };
    expect(journalAsCsv([{ ...hostile, label }])).not.toContain('"=');
  });

  it.each(['a-b', '1=1', 'me@work', 'Rp 5+', "'quoted'", 'a, "b"', 'a\r\nb', '💚', ''])(
    'leaves %j as it is',
    (name) => {
      expect(nameIn(name)).toBe(name);
    },
  );

  it('has no character that breaks the file', () => {
    expect(nameIn('a\u0000b\u001Bc\u0085d\uD800e\uDC00f')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf');
    const csv = journalAsCsv([entry('\uD800')]);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(csv))).toBe(csv);
  });
});

describe('the journal as JSON', () => {
  it('has whole labels and the plans of the runs, unchanged', () => {
    const entries = [entry('\uD800"\n=1', { outcome: 'inDoubt' })];
    const runs = [
      { id: 'run_1', act: 'delete', startedAt: '2026-02-01', labels: [{ id: 'lbl_1', name: 'x' }] },
    ] as const;
    const text = journalAsJson(entries, runs);
    const stored = new TextDecoder().decode(new TextEncoder().encode(text));
    expect(JSON.parse(stored)).toEqual({ format: 'kirim-labels-journal-export', version: 1, entries, runs });
  });
});
