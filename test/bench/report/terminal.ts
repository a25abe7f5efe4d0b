import { COLUMNS, linesOf } from './lines';
import type { JudgedRow } from './report';

/** A table of the rows of a run, and below it what was counted and what one has to know. */
export function terminalTable(rows: readonly JudgedRow[]): string {
  const lines = [COLUMNS, ...rows.flatMap(linesOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const [header = '', ...body] = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const below = rows.flatMap(({ what, facts = {}, note }) => {
    const counted = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
    const words = [...(counted.length > 0 ? [counted.join(', ')] : []), ...(note === undefined ? [] : [note])];
    return words.length > 0 ? [`${what}: ${words.join('. ')}`] : [];
  });
  return [header, widths.map((width) => '-'.repeat(width)).join('  '), ...body, '', ...below].join('\n');
}
