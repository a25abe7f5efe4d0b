import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readRateLimit } from '../../../src/api/rateLimitHeaders';
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

describe('rate limit headers', () => {
  property(
    'tell of a bucket only where both are there and possible',
    fc.record({ limit: fc.option(headerText), remaining: fc.option(headerText) }),
    ({ limit, remaining }) => {
      const headers = new Headers();
      if (limit !== null) {
        headers.set('X-RateLimit-Limit', limit);
      }
      if (remaining !== null) {
        headers.set('X-RateLimit-Remaining', remaining);
      }
      const most = numberIn(headers.get('x-ratelimit-limit') ?? '');
      const left = numberIn(headers.get('x-ratelimit-remaining') ?? '');
      const isPossible = most !== undefined && left !== undefined && most >= 1 && left <= most;
      expect(readRateLimit(headers)).toEqual(isPossible ? { limit: most, remaining: Math.floor(left) } : undefined);
    },
  );
});
