import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readRetryAfter } from '../../../src/api/http/retryAfter';
import { property } from '../property';
import { headerText } from './bodies';

const YEAR = 365 * 24 * 3600;
const YEAR_MS = YEAR * 1000;
const now = fc.integer({ min: 0, max: 100 * YEAR_MS });
const blank = fc.constantFrom('', ' ', '  \t');

function headersWith(retryAfter: string | null): Headers {
  return new Headers(retryAfter === null ? {} : { 'Retry-After': retryAfter });
}

describe('Retry-After', () => {
  property(
    'reads seconds as they are, up to a year',
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
      expect(readRetryAfter(headers, at)).toBe(seconds > 0 ? Math.min(seconds, YEAR) : undefined);
    },
  );

  property(
    'reads a date as what is left until then, by the clock of the server if that is told',
    fc.record({
      now,
      left: fc.integer({ min: -YEAR_MS, max: YEAR_MS }),
      ahead: fc.option(fc.integer({ min: -YEAR_MS, max: YEAR_MS })),
    }),
    ({ now: at, left, ahead }) => {
      const answeredAt = ahead === null ? at : Math.floor((at + ahead) / 1000) * 1000;
      const then = Math.floor((answeredAt + left) / 1000) * 1000;
      const headers = new Headers({ 'Retry-After': new Date(then).toUTCString() });
      if (ahead !== null) {
        headers.set('Date', new Date(answeredAt).toUTCString());
      }
      expect(readRetryAfter(headers, at)).toBe(then > answeredAt ? (then - answeredAt) / 1000 : undefined);
    },
  );

  property(
    'never says a wait that is none, whatever the header is',
    fc.record({ header: fc.oneof(headerText, fc.constant('9'.repeat(400)), fc.constant(null)), now }),
    ({ header, now: at }) => {
      const seconds = readRetryAfter(headersWith(header), at) ?? 1;
      expect(seconds > 0 && seconds <= YEAR).toBe(true);
    },
  );

  property(
    'is silent about what is neither a number nor a date',
    fc.record({ header: fc.string().filter((text) => !/(^|,)\s*\d|GMT\s*$/.test(text)), now }),
    ({ header, now: at }) => {
      expect(readRetryAfter(headersWith(header), at)).toBeUndefined();
    },
  );
});
