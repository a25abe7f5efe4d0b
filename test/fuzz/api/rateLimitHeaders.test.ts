import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readRateLimit } from '../../../src/api/rateLimit/rateLimitHeaders';
import { property } from '../property';
import { headerText } from './bodies';

const DIGITS = '0123456789';
const isDigits = (text: string) => text !== '' && Array.from(text).every((letter) => DIGITS.includes(letter));

/** A plain number of at most 15 digits before its point, read letter by letter. */
function numberIn(text: string): number | undefined {
  const [whole = '', fraction, ...more] = text.split('.');
  const isNumber = isDigits(whole) && whole.length <= 15 && (fraction === undefined || isDigits(fraction));
  return isNumber && more.length === 0 ? Number.parseFloat(text) : undefined;
}

const lines = fc.array(
  headerText.filter((text) => !/[,;]/.test(text)),
  { maxLength: 3 },
);

function lowestOf(texts: readonly string[]): number | undefined {
  const numbers = texts.map((text) => numberIn(text.replace(/^[\t ]+|[\t ]+$/g, '')) ?? NaN);
  const lowest = Math.min(...numbers);
  return Number.isFinite(lowest) ? lowest : undefined;
}

describe('rate limit headers', () => {
  property(
    'are read, each by itself, where they are plain numbers, and the lower one where there are two',
    fc.record({ limits: lines, remainings: lines }),
    ({ limits, remainings }) => {
      const headers = new Headers();
      for (const limit of limits) {
        headers.append('X-RateLimit-Limit', limit);
      }
      for (const remaining of remainings) {
        headers.append('X-RateLimit-Remaining', remaining);
      }
      const most = lowestOf(limits);
      const left = lowestOf(remainings);
      expect(readRateLimit(headers)).toEqual({
        limit: most !== undefined && most >= 1 && most <= 1_000_000 ? most : undefined,
        remaining: left === undefined ? undefined : Math.floor(left),
      });
    },
  );
});
