import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { folderName } from '../../../src/accounts/folderName';
import { property } from '../property';
import { anyText } from '../text';

const DEVICES = [
  'con',
  'prn',
  'aux',
  'nul',
  ...Array.from('0123456789', (digit) => [`com${digit}`, `lpt${digit}`]).flat(),
];

const names = fc.oneof(
  anyText,
  fc.string({ unit: fc.constantFrom(...Array.from('aAbB01._-~ ')), maxLength: 70 }),
  fc.constantFrom(
    'unknown',
    'UNKNOWN',
    '.',
    '..',
    '...',
    '',
    'CON',
    'con.txt',
    'lpt1',
    'aux ',
    'org_1',
    'ORG_1',
    'a.',
    'a ',
  ),
);

describe('the name of a folder', () => {
  property('is a name on every file system, and never a path', names, (text) => {
    const name = folderName(text);
    expect(name).toMatch(/^[0-9A-Za-z._~-]+$/);
    expect(name.length).toBeLessThanOrEqual(60);
    expect(name).not.toMatch(/^\.|\.$/);
    expect(DEVICES).not.toContain(name.toLowerCase().split('.')[0]);
    expect(name).not.toBe(folderName(undefined));
    expect(folderName(text)).toBe(name);
  });

  property(
    'is another one for another text, also where upper and lower case are the same',
    fc.tuple(names, names).filter(([a, b]) => a !== b),
    ([a, b]) => {
      expect(folderName(a).toLowerCase()).not.toBe(folderName(b).toLowerCase());
    },
  );
});
