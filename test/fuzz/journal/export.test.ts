import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { JournalEntry } from '../../../src/journal/entry';
import { journalAsCsv, journalAsJson } from '../../../src/journal/exportJournal';
import { anyTime, oddLabel } from '../labels';
import { property } from '../property';
import { anyText } from '../text';
import { isFormula, parseCsv } from './csv';

const entry: fc.Arbitrary<JournalEntry> = fc.record(
  {
    run: anyText,
    act: fc.constantFrom('delete' as const, 'retire' as const, 'rename' as const, 'recolor' as const),
    label: oddLabel,
    startedAt: anyTime,
    outcome: fc.constantFrom('done' as const, 'alreadyGone' as const, 'failed' as const, 'inDoubt' as const),
    endedAt: anyTime,
    requestId: anyText,
    recreatedAs: anyText,
    restored: fc.constant(true as const),
    askedBy: fc.constantFrom('agent' as const, 'extension' as const),
  },
  { requiredKeys: ['run', 'act', 'label', 'startedAt'] },
);
const entries = fc.array(entry, { maxLength: 5 });

/** The columns, as a reader of the documentation expects them. */
const cellsOf = ({ label, ...entry }: JournalEntry): string[] => [
  ...[label.name, label.color, label.team_id, label.id],
  ...[entry.act, entry.outcome ?? '', entry.startedAt, entry.endedAt ?? '', entry.requestId ?? '', entry.run],
  ...[label.created_at, label.updated_at, entry.recreatedAs ?? '', entry.restored ? 'true' : ''],
  entry.askedBy ?? '',
];

/** Without control characters other than tab and line breaks, and without halves of surrogate pairs. */
const sound = (text: string) =>
  Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isControl = (code < 0x20 && !'\t\r\n'.includes(character)) || (code >= 0x7f && code < 0xa0);
    return isControl || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : character;
  }).join('');

const throughUtf8 = (text: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));

describe('the journal as CSV', () => {
  property('is read back by any reader as what was written', entries, (list) => {
    const text = throughUtf8(journalAsCsv(list));
    expect(text.charAt(0)).toBe('\uFEFF');
    const [head, ...rows] = parseCsv(text.slice(1));
    expect(head).toHaveLength(15);
    const readable = (cell: string) => (isFormula(sound(cell)) ? `'${sound(cell)}` : sound(cell));
    expect(rows).toEqual(list.map((one) => cellsOf(one).map(readable)));
  });

  property('has no cell that a spreadsheet would run', entries, (list) => {
    for (const cell of parseCsv(journalAsCsv(list).slice(1)).flat()) {
      expect(isFormula(cell)).toBe(false);
    }
  });
});

describe('the journal as JSON', () => {
  property('is read back exactly', entries, (list) => {
    const text = throughUtf8(journalAsJson(list, []));
    expect(JSON.parse(text)).toEqual({ format: 'kirim-labels-journal-export', version: 1, entries: list, runs: [] });
  });
});
