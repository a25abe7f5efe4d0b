import { expect, it } from 'vitest';
import { joined } from '../../../src/common/joined';

it('puts what is there into one text, and leaves out what is not', () => {
  expect(joined(['a', undefined, '', 0, 'b'])).toBe('a 0 b');
  expect(joined(['', 'a', 'b', undefined], ', ')).toBe('a, b');
  expect(joined([undefined, ''])).toBe('');
});
