import { expect, it } from 'vitest';
import { readRateLimit } from '../../../../src/api/rateLimit/rateLimitHeaders';

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
  ['60, 60', '48, 48'],
  ['60, 600', '500, 48'],
  ['60,60;w=60', '48'],
  ['60 ; w=60', ' 48\t'],
])('reads the lower one of a limit of %s with %s remaining', (limit, remaining) => {
  expect(read(limit, remaining)).toEqual({ limit: 60, remaining: 48 });
});

it.each([
  [undefined, '48', { remaining: 48 }],
  ['60', undefined, { limit: 60 }],
  ['0', '0', { remaining: 0 }],
  ['0.5', '0', { remaining: 0 }],
  ['1000001', '60', { remaining: 60 }],
  ['60', '-1', { limit: 60 }],
  ['60', '1e1', { limit: 60 }],
  ['60', '0x30', { limit: 60 }],
  ['60', '4 8', { limit: 60 }],
  ['60', '48, many', { limit: 60 }],
  ['60', '48,', { limit: 60 }],
  ['60', '', { limit: 60 }],
  ['Infinity', 'many', {}],
  ['60;w=3600', '48;w=1', {}],
  ['9'.repeat(16), '9'.repeat(16), {}],
])('reads of a limit of %s with %s remaining what is possible', (limit, remaining, expected) => {
  expect(read(limit, remaining)).toEqual({ limit: undefined, remaining: undefined, ...expected });
});
