import type { JournalEntry, JournalRun } from './entry';

/** Byte order mark: without it Excel takes UTF-8 for something else. */
const BOM = '\uFEFF';

const COLUMNS: readonly (readonly [string, (entry: JournalEntry) => string | undefined])[] = [
  ['name', ({ label }) => label.name],
  ['color', ({ label }) => label.color],
  ['team_id', ({ label }) => label.team_id],
  ['id', ({ label }) => label.id],
  ['act', ({ act }) => act],
  ['outcome', ({ outcome }) => outcome],
  ['started_at', ({ startedAt }) => startedAt],
  ['ended_at', ({ endedAt }) => endedAt],
  ['request_id', ({ requestId }) => requestId],
  ['run', ({ run }) => run],
  ['created_at', ({ label }) => label.created_at],
  ['updated_at', ({ label }) => label.updated_at],
  ['recreated_as', ({ recreatedAs }) => recreatedAs],
  ['restored', ({ restored }) => restored && 'true'],
  ['asked_by', ({ askedBy }) => askedBy],
];

/** Everything as it is, for programs: whole labels, and the plans of the runs. Ends with a line break. */
export function journalAsJson(entries: readonly JournalEntry[], runs: readonly JournalRun[]): string {
  return `${JSON.stringify({ format: 'kirim-labels-journal-export', version: 1, entries, runs }, undefined, 2)}\n`;
}

/**
 * A table for spreadsheets (RFC 4180), one row for each entry; an outcome that is not known is empty.
 *
 * A cell that a spreadsheet would run as a formula gets an apostrophe in front, and characters that cannot be in such a
 * file become U+FFFD: for the names as they are, there is `journalAsJson`.
 */
export function journalAsCsv(entries: readonly JournalEntry[]): string {
  const rows = [COLUMNS.map(([name]) => name), ...entries.map((entry) => COLUMNS.map(([, cell]) => cell(entry)))];
  return BOM + rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell = ''): string {
  // Halves of surrogate pairs, and control characters other than tab and line breaks.
  const text = cell.replace(/\p{Surrogate}|(?![\t\r\n])\p{Cc}/gu, '\uFFFD');
  return `"${defused(text).replaceAll('"', '""')}"`;
}

/** OWASP, CSV Injection: = + - @ tab CR. Also in full width, and behind what a spreadsheet skips or does not show. */
function defused(text: string): string {
  return /^(?:[\t\r]|[\s\p{C}\uFFFD]*[=+\-@＝＋－＠])/u.test(text) ? `'${text}` : text;
}
