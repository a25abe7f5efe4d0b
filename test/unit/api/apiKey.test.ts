import { expect, it } from 'vitest';
import { classifyApiKey } from '../../../src/api/apiKey';

it.each([
  ['kdv_live_abcdefghijklmnopqrst_-09', 'ok'],
  ['kdv_test_abcdefghijklmnopqrstuvwx', 'ok'],
  ['', 'empty'],
  [' \n', 'empty'],
  ['kc_live_abcdefghijklmnopqrstuvwx', 'olderApi'],
  ['kdv_live_abcdefghijklmnopqrstuvw', 'malformed'],
  ['kdv_live_abcdefghijklmnopqrstuvwxy', 'malformed'],
  ['kdv_live_abcdefghijklmnopqrstuv+/', 'malformed'],
  ['kdv_live_abcdefghijklmnopqrstuvwx\n', 'malformed'],
  ['Bearer kdv_live_abcdefghijklmnopqrstuvwx', 'malformed'],
  ['KDV_LIVE_abcdefghijklmnopqrstuvwx', 'malformed'],
])('classifies %j as %s', (text, form) => {
  expect(classifyApiKey(text)).toBe(form);
});
