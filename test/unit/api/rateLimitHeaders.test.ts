import { expect, it } from 'vitest';
import { readRateLimit } from '../../../src/api/rateLimitHeaders';

function read(limit: string | undefined, remaining: string | undefined) {
  return readRateLimit(
    new Headers({
      ...(limit !== undefined && { 'X-RateLimit-Limit': limit }),
      ...(remaining !== undefined && { 'X-RateLimit-Remaining': remaining }),
    }),
  );
}

it.each([
  ['60', '48', { limit: 60, remaining: 48 }],
  ['60', '60', { limit: 60, remaining: 60 }],
  ['1', '0', { limit: 1, remaining: 0 }],
  ['60', '47.95', { limit: 60, remaining: 47 }],
  ['62.5', '48', { limit: 62.5, remaining: 48 }],
])('reads a limit of %s with %s remaining', (limit, remaining, expected) => {
  expect(read(limit, remaining)).toEqual(expected);
});

it.each([
  [undefined, '48'],
  ['60', undefined],
  ['60', '61'],
  ['60', '-1'],
  ['60', '1e1'],
  ['60', ''],
  ['60', 'many'],
  ['0', '0'],
  ['0.5', '0'],
  ['Infinity', '60'],
  ['60, 60;w=60', '48'],
  ['9'.repeat(16), '48'],
])('knows nothing by a limit of %s with %s remaining', (limit, remaining) => {
  expect(read(limit, remaining)).toBeUndefined();
});
