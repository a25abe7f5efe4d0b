import { describe, expect, it } from 'vitest';
import { Namesakes } from '../../../../src/labels/names/namesakes';
import { isInvisible, visibleText } from '../../../../src/labels/names/visibleText';
import { label } from '../fakes';

const NORTH = 'team_01JNCS44H0A0GZY8KQDZnorth0';
const SOUTH = 'team_01JNCS44H0A0GZY8KQDZsouth0';
const id = (end: string) => `lbl_01JNCS44H0A0GZY8KQDZ8MX2P1${end}`;

describe('what looks alike', () => {
  it.each([
    ['a blank of no width', 'VIP', 'VIP\u200B'],
    ['a mark that turns the direction', 'VIP', 'V\u202EIP'],
    ['a variation selector', '❤', '❤\uFE0F'],
    ['tags', 'VIP', 'VIP\u{E0041}\u{E0042}'],
    ['a soft hyphen', 'VIP', 'V\u00ADIP'],
    ['one letter or two for the same', 'Caf\u00E9', 'Cafe\u0301'],
    ['blanks around it', 'VIP', '\u3000VIP\u00A0'],
    ['several blanks', 'Big fish', 'Big\u00A0  fish'],
    ['a braille pattern without dots', 'Big fish', 'Big\u2800fish'],
    ['a line break', 'Big fish', 'Big\nfish'],
    ['Cyrillic letters', 'PACE', 'РАСЕ'],
    ['Greek letters', 'BETA', 'ΒΕΤΑ'],
    ['wide letters', 'VIP', 'ＶＩＰ'],
    ['a small L and a big I', 'Illegal', 'IIIegaI'],
    ['dashes', 'A-1', 'A\u20111'],
    ['what no font has', 'A\u{10FFFD}', 'A\u{F0000}'],
    ['halves of characters', 'A\uD800', 'A\uDC00'],
  ])('%s', (_, one, other) => {
    expect(visibleText(one)).toBe(visibleText(other));
    const namesakes = new Namesakes([label(one, { id: 'a' }), label(other, { id: 'b' })]);
    expect(namesakes.shortIdOf(label(one, { id: 'a' }))).toBe('a');
    expect(namesakes.shortIdOf(label(other, { id: 'b' }))).toBe('b');
  });

  it.each([
    ['VIP', 'vip'],
    ['A1', 'A2'],
    ['Baru', 'Batu'],
    ['é', 'è'],
    ['عميل', 'مهم'],
    ['50', '5O'],
  ])('%s and %s do not', (one, other) => {
    const namesakes = new Namesakes([label(one), label(other)]);
    expect(namesakes.shortIdOf(label(one))).toBeUndefined();
  });

  it('right to left, a number before the name and one after it', () => {
    const names = ['(2) שלום', 'שלום (2)'];
    const namesakes = new Namesakes(names.map((name) => label(name)));
    expect(names.map((name) => namesakes.shortIdOf(label(name)))).not.toContain(undefined);
  });
});

it.each([
  '',
  ' \u00A0\u3000',
  '\u200B',
  '\u202E\u2066',
  '\u0301\u0302',
  '\u3164',
  '\u115F\uFFA0',
  '\u2800',
  '\uFE0F',
  '\u{E0041}',
])('nothing can be seen of %j, so it has its id beside it', (name) => {
  expect(isInvisible(name)).toBe(true);
  expect(new Namesakes([label(name, { id: id('X') })]).shortIdOf(label(name, { id: id('X') }))).toBe('…MX2P1X');
});

describe('what tells labels apart', () => {
  it('is the team, where the name is in several, and not the id', () => {
    const [north, south, other] = [
      label('New', { id: 'a', team_id: NORTH }),
      label('New', { id: 'b', team_id: SOUTH }),
      label('Done', { id: 'c', team_id: SOUTH }),
    ];
    const namesakes = new Namesakes([north, south, other]);
    expect(namesakes.hasInOtherTeam(north)).toBe(true);
    expect(namesakes.hasInOtherTeam(other)).toBe(false);
    expect([north, south].map((one) => namesakes.teamOf(one))).toEqual(['…north0', '…south0']);
    expect([north, south, other].map((one) => namesakes.shortIdOf(one))).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['something without a shape', ['lbl_1', 'lbl_1\u200B'], ['lbl_1', '…%80%8B']],
    ['letters of two scripts', ['lbl_A', 'lbl_А', 'lbl_B'], ['lbl_A', 'lbl_%D0%90', 'lbl_B']],
    ['blanks at the end', ['1', '1 '], ['1', '1%20']],
    ['nothing but blanks', ['\u3000', 'b'], ['%E3%80%80', 'b']],
    ['a small L and a big I', ['al', 'aI'], ['a%6C', 'aI']],
    ['what another one is encoded to', ['1', '1\u200B', '1%E2%80%8B'], ['1', '1%E2%80%8B', '…0%258B']],
    ['numbers before and after letters that run from right to left', ['ש2', '2ש'], ['%D7%A92', '2%D7%A9']],
    ['long beginnings', [id('X'), id('X\u200B')], ['…MX2P1X', '…%80%8B']],
  ])('is readable, whether it is the ids or the teams, where these have %s', (_, ids, shown) => {
    const labels = ids.map((text) => label('New', { id: text }));
    const teams = ids.map((text) => label('New', { id: text, team_id: text }));
    const [byId, byTeam] = [new Namesakes(labels), new Namesakes(teams)];
    expect(labels.map((one) => byId.shortIdOf(one))).toEqual(shown);
    expect(teams.map((one) => byTeam.teamOf(one))).toEqual(shown);
    expect(teams.map((one) => byTeam.shortIdOf(one))).toEqual(shown.map(() => undefined));
  });

  it('is as much of the ids as they differ in', () => {
    const labels = [label('VIP', { id: id('AZZZZZZ') }), label('VIP\u200B', { id: id('BZZZZZZ') })];
    const namesakes = new Namesakes(labels);
    expect(labels.map((one) => namesakes.shortIdOf(one))).toEqual(['…AZZZZZZ', '…BZZZZZZ']);
  });

  it('is not asked for between a label and the same one by another name', () => {
    const namesakes = new Namesakes([label('VIP', { id: 'a' }), label('VIP ', { id: 'a' })]);
    expect(namesakes.shortIdOf(label('VIP', { id: 'a' }))).toBeUndefined();
  });

  it('is found for ten thousand names that are all alike, each once', () => {
    const labels = Array.from({ length: 10_000 }, (_, index) =>
      label('VIP', { id: id(String(index).padStart(6, '0')), team_id: index % 2 ? NORTH : SOUTH }),
    );
    const namesakes = new Namesakes(labels);
    expect(new Set(labels.map((one) => namesakes.shortIdOf(one))).size).toBe(10_000);
  });
});

it.each([
  ['بيت', 'بیت'],
  ['كتاب', 'کتاب'],
  ['خصم ٥', 'خصم ۵'],
])('%s and %s look alike: Arabic and Persian keyboards have letters and digits of their own', (one, other) => {
  const namesakes = new Namesakes([label(one, { id: 'a' }), label(other, { id: 'b' })]);
  expect(namesakes.shortIdOf(label(one, { id: 'a' }))).toBe('a');
});
