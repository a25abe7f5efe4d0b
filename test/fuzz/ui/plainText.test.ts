import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { plainText, quoted } from '../../../src/ui/messages/plainText';
import { property } from '../property';
import { anyText } from '../text';

const JOINER = '\u2060';
/** What VS Code takes for an icon, and what a notification takes for a link. */
const ICON = /\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/;
const LINK = /\[[^\]]*\]\([^)]*\)/;

/** Control characters and line ends, by their numbers. */
const isControl = (code: number) => code < 0x20 || (code >= 0x7f && code < 0xa0) || code === 0x2028 || code === 0x2029;
/** Embeddings, overrides and isolates, by their numbers. */
const turnsDirection = (code: number) => (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);

const codesOf = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0);

/** What is left of a text when everything is taken out that plain text may take out or put in. */
const essence = (text: string) =>
  String.fromCodePoint(
    ...codesOf(text).filter((code) => !isControl(code) && !turnsDirection(code) && code !== 0x20),
  ).replaceAll(JOINER, '');

describe('text from outside', () => {
  property('means nothing to VS Code, and stays on one line, in one direction', anyText, (text) => {
    const plain = plainText(text);
    expect(plain).not.toMatch(ICON);
    expect(plain).not.toMatch(LINK);
    expect(codesOf(plain).filter((code) => isControl(code) || turnsDirection(code))).toEqual([]);
  });

  property('loses nothing that can be read', anyText, (text) => {
    expect(essence(plainText(text))).toBe(essence(text));
  });

  property('stays as it is where it is plain already', anyText.map(plainText), (text) => {
    expect(plainText(text)).toBe(text);
    expect(quoted(text).replace(/[\u2068\u2069]/g, '')).toBe(`“${text}”`);
  });

  property('means nothing between other texts either', fc.tuple(anyText, anyText, anyText), ([before, name, after]) => {
    const sentence = `${plainText(before)}${quoted(name)}${plainText(after)}`;
    expect(sentence).not.toMatch(ICON);
    expect(sentence).not.toMatch(LINK);
  });
});
