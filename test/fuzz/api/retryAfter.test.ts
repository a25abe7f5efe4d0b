import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { parseRetryAfter } from '../../../src/api/retryAfter';
import { property } from '../property';
import { anyText } from '../text';
import { headerText } from './bodies';

const YEAR_MS = 365 * 24 * 3_600_000;
const now = fc.integer({ min: 0, max: 100 * YEAR_MS });
const blank = fc.constantFrom('', ' ', '  \t');

describe('Retry-After', () => {
  property(
    'reads seconds as they are',
    fc.record({
      seconds: fc.oneof(
        fc.nat(),
        fc.nat(100_000).map((tenths) => tenths / 10),
      ),
      now,
      blank,
    }),
    ({ seconds, now: at, blank: space }) => {
      const headers = new Headers({ 'Retry-After': `${space}${seconds}${space}` });
      expect(parseRetryAfter(headers.get('retry-after'), at)).toBe(seconds > 0 ? seconds : undefined);
    },
  );

  property(
    'reads a date as what is left until then',
    fc.record({ now, left: fc.integer({ min: -YEAR_MS, max: YEAR_MS }) }),
    ({ now: at, left }) => {
      const then = Math.floor((at + left) / 1000) * 1000;
      const expected = then > at ? (then - at) / 1000 : undefined;
      expect(parseRetryAfter(new Date(then).toUTCString(), at)).toBe(expected);
    },
  );

  property(
    'never says a wait that is none, whatever the header is',
    fc.record({ header: fc.oneof(headerText, anyText, fc.constant('9'.repeat(400)), fc.constant(null)), now }),
    ({ header, now: at }) => {
      const seconds = parseRetryAfter(header, at) ?? 1;
      expect(seconds > 0 && Number.isFinite(seconds)).toBe(true);
    },
  );

  property(
    'is silent about what is neither a number nor a date',
    fc.record({ header: fc.string().filter((text) => !/^\s*\d|GMT\s*$/.test(text)), now }),
    ({ header, now: at }) => {
      expect(parseRetryAfter(header, at)).toBeUndefined();
    },
  );
});
