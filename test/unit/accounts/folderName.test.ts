import { describe, expect, it } from 'vitest';
import { folderName } from '../../../src/accounts/folderName';

const HOSTILE = [
  ...[
    '',
    '.',
    '..',
    '../..',
    '..\\..',
    '/etc',
    'C:\\x',
    'a/b',
    'a\\b',
    'a:b',
    '[::1]:8080',
    '127.0.0.1:8080',
    '%2e%2e',
  ],
  ...['con', 'CON', 'nul.txt', 'com1', 'lpt9.x', 'x.', 'x ', ' x', '.x', 'unknown', 'a\u0000b', 'a\nb', '\uD800', 'é'],
  ...['ORG_1', 'Org_1', 'x'.repeat(60), 'x'.repeat(61), 'x'.repeat(10_000), 'x~0123456789abcdef', '💚', '-', '_'],
];

describe('the name of a folder', () => {
  it.each(['api.kirim.chat', 'api-kckit.kirim.chat', 'org_1', '0', 'console', 'balcon', 'unknown-2'])(
    'is %s as it is',
    (text) => {
      expect(folderName(text)).toBe(text);
    },
  );

  it.each(HOSTILE)('is no path and fits every file system: %j', (text) => {
    const name = folderName(text);
    expect(name).toMatch(/^[0-9A-Za-z._~-]{1,60}$/);
    expect(name).not.toMatch(/^\.|\.$|\.\./);
    expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
  });

  it.each([
    ['localhost:8031', 'localhost_8031~0f0c8430967ca31a'],
    ['ORG_1', 'ORG_1~6a6f25590c39c887'],
  ])('stays the same in later versions, which have to find the journal: %s', (text, name) => {
    expect(folderName(text)).toBe(name);
  });

  it('is another one for each text, also where upper and lower case are the same', () => {
    const texts = [undefined, 'org_1', ...HOSTILE];
    expect(new Set(texts.map((text) => folderName(text).toLowerCase())).size).toBe(texts.length);
  });
});
