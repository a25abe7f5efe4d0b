/** Reads a table as RFC 4180 describes it, character by character. Throws where it is none. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const take = (): string => text.charAt(at++);
  while (at < text.length) {
    row.push(text.charAt(at) === '"' ? quotedCell() : plainCell());
    const next = take();
    if (next === ',') {
      continue;
    }
    if (next !== '\r' || take() !== '\n') {
      throw new Error(`A row ends in the middle, at ${at}`);
    }
    rows.push(row);
    row = [];
  }
  return rows;

  function quotedCell(): string {
    let cell = '';
    at += 1;
    for (;;) {
      const next = take();
      if (next === '') {
        throw new Error('A cell never ends');
      }
      if (next !== '"') {
        cell += next;
      } else if (text.charAt(at) === '"') {
        cell += take();
      } else {
        return cell;
      }
    }
  }

  function plainCell(): string {
    const start = at;
    while (at < text.length && !',\r\n"'.includes(text.charAt(at))) {
      at += 1;
    }
    return text.slice(start, at);
  }
}

/** What a spreadsheet may skip in front of a formula: blanks, and what it does not show. */
const SKIPPED = /^(?:\s|\p{C}|\uFFFD)*/u;
const STARTS = Array.from('=+-@＝＋－＠');

/** Whether a spreadsheet might run the cell. */
export function isFormula(cell: string): boolean {
  const seen = cell.replace(SKIPPED, '');
  return '\t\r'.includes(cell.charAt(0) || 'x') || STARTS.includes(Array.from(seen)[0] ?? '');
}
