import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readPastedKey } from '../../../src/api/apiKey';
import { property } from '../property';
import { anyText } from '../text';

const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PREFIXES = ['kdv_live_', 'kdv_test_'];
const KINDS = ['empty', 'several', 'olderApi', 'noKey', 'oddCharacter', 'tooLong', 'tooShort'];

const secretOf = (...lengths: [number, number?]) =>
  fc.string({
    unit: fc.constantFrom(...Array.from(URL_SAFE)),
    minLength: lengths[0],
    maxLength: lengths[1] ?? lengths[0],
  });
const keyOf = (...lengths: [number, number?]) =>
  fc
    .tuple(fc.constantFrom(...PREFIXES), secretOf(...lengths))
    .map((parts) => parts.join(''))
    .filter((key) => key.lastIndexOf('kdv_') === 0);
/** What can stand beside a key without being a part of it. */
const beside = anyText.filter((text) => !text.includes('kdv_'));
const after = fc
  .tuple(fc.constantFrom('', ' ', '"', '”', '`', ',', ';', '.', '\n', '\u00A0'), beside)
  .map(([sign, text]) => (sign === '' ? '' : sign + text));

describe('readPastedKey', () => {
  property('finds the one key in any text', fc.tuple(beside, keyOf(24), after), ([before, key, behind]) => {
    expect(readPastedKey(before + key + behind)).toEqual({ kind: 'ok', apiKey: key });
  });

  property(
    'takes no key for another one',
    fc.tuple(beside, keyOf(24), fc.constantFrom(' ', '\n', '', '", "'), keyOf(24), after),
    ([before, key, between, other, behind]) => {
      const expected = key === other ? { kind: 'ok', apiKey: key } : { kind: 'several' };
      expect(readPastedKey(before + key + between + other + behind)).toEqual(expected);
    },
  );

  property('counts what is too much or missing', fc.tuple(beside, keyOf(0, 48)), ([before, key]) => {
    const by = key.length - 9 - 24;
    const misfit = { kind: by > 0 ? 'tooLong' : 'tooShort', prefix: key.slice(0, 9), by: Math.abs(by) };
    expect(readPastedKey(`${before}"${key}"`)).toEqual(by === 0 ? { kind: 'ok', apiKey: key } : misfit);
  });

  property('has nothing of the text but a whole key', fc.oneof(anyText, keyOf(20, 28)), (text) => {
    const found = readPastedKey(text);
    if (found.kind === 'ok') {
      expect(found.apiKey).toMatch(/^kdv_(live|test)_[A-Za-z0-9_-]{24}$/);
    } else {
      const { kind, ...more } = found;
      expect(KINDS).toContain(kind);
      expect(Object.values(more).every((value) => typeof value === 'number' || PREFIXES.includes(value))).toBe(true);
    }
  });
});
