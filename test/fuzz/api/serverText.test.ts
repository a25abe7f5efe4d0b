import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { ServerText } from '../../../src/api/http/serverText';
import { property } from '../property';
import { anyText } from '../text';
import { anyJson } from './bodies';

const secrets = fc
  .string({ unit: fc.constantFrom(...Array.from('abkdv_live-09')), minLength: 24, maxLength: 24 })
  .map((secret) => `kdv_live_${secret}`);

/** What a server says that repeats the key: whole, twice, one in another, between other text. */
const saying = secrets.chain((key) =>
  fc.record({
    key: fc.constant(key),
    text: fc
      .array(fc.oneof(anyText, fc.constantFrom(key, `${key}${key}`, key.slice(0, 9) + key, key.slice(0, 20))), {
        maxLength: 60,
      })
      .map((parts) => parts.join('')),
  }),
);

describe("a server's text", () => {
  property('never has the key, in a message or in a word', saying, ({ key, text }) => {
    const serverText = new ServerText(key);
    expect(serverText.message(text) ?? '').not.toContain(key);
    expect(serverText.word(text) ?? '').not.toContain(key);
  });

  property('is one line of at most 300 characters, in which nothing is hidden', saying, ({ key, text }) => {
    const line = new ServerText(key).message(text);
    expect(line ?? 'x').toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+$/u);
    expect(line?.trim()).toBe(line);
    expect(Array.from(line ?? '').length).toBeLessThanOrEqual(300);
  });

  property('says what the server says, where that is plain and short', fc.string({ maxLength: 300 }), (text) => {
    const words = text.split(' ').filter(Boolean).join(' ');
    expect(new ServerText('kdv_live_none').message(text)).toBe(words === '' ? undefined : words);
  });

  property(
    'is nothing where it is not text',
    anyJson.filter((value) => typeof value !== 'string'),
    (value) => {
      const serverText = new ServerText('kdv_live_none');
      expect([serverText.message(value), serverText.word(value)]).toEqual([undefined, undefined]);
    },
  );
});
