import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { classifyApiKey } from '../../../src/api/apiKey';
import { property } from '../property';
import { anyText } from '../text';

const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A key as the documentation describes it, read letter by letter. */
function formOf(text: string): string {
  if (/^\s*$/.test(text)) {
    return 'empty';
  }
  if (text.startsWith('kc_live_')) {
    return 'olderApi';
  }
  const prefix = ['kdv_live_', 'kdv_test_'].find((one) => text.startsWith(one));
  const secret = Array.from(text.slice(9));
  const isOk = prefix !== undefined && secret.length === 24 && secret.every((letter) => URL_SAFE.includes(letter));
  return isOk ? 'ok' : 'malformed';
}

const secret = fc.string({ unit: fc.constantFrom(...Array.from(URL_SAFE)), minLength: 23, maxLength: 25 });
const key = fc
  .tuple(fc.constantFrom('kdv_live_', 'kdv_test_', 'kc_live_', 'KDV_LIVE_', 'kdv_'), secret)
  .map((parts) => parts.join(''));

describe('classifyApiKey', () => {
  property(
    'knows a key by its form',
    fc.oneof(
      key,
      anyText,
      fc.tuple(anyText, key, anyText).map((parts) => parts.join('')),
      key.map((one) => `${one}\n`),
    ),
    (text) => {
      expect(classifyApiKey(text)).toBe(formOf(text));
    },
  );
});
