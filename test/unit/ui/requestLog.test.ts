import { expect, it } from 'vitest';
import { logUnreadable } from '../../../src/ui/requestLog';

it.each([
  ['lbl_1', 'Label lbl_1 could not be read and is left out: updated_at is not as documented'],
  ['a\nb [x](y)', 'Label a%0Ab%20%5Bx%5D(y) could not be read and is left out: updated_at is not as documented'],
  [undefined, 'A label without a usable id could not be read and is left out: updated_at is not as documented'],
])('a record that is left out is one line of the log: %j', (id, line) => {
  const lines: string[] = [];
  logUnreadable({ warn: (text) => lines.push(text) }, { id, field: 'updated_at' });
  expect(lines).toEqual([line]);
});
