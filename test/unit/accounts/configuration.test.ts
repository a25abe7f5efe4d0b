import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  readApiBaseUrl,
  readRequestTimeoutSeconds,
  readRetiredPrefix,
  readTeamAliases,
  readTypesName,
  readUndoSeconds,
  readWriteReservePercent,
} from '../../../src/accounts/configuration';
import { settings } from '../fakeVscode';

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Record<string, { default: unknown; minimum?: number; maximum?: number }>;
    };
  };
}

const manifest = JSON.parse(readFileSync(`${import.meta.dirname}/../../../package.json`, 'utf8')) as Manifest;
const { properties } = manifest.contributes.configuration;
/** What a settings file may have where there should be a number. */
const NONSENSE = [undefined, null, '5', '', [], {}, true, Number.NaN, Number.POSITIVE_INFINITY];

describe.each([
  ['requestTimeoutSeconds', readRequestTimeoutSeconds],
  ['undoSeconds', readUndoSeconds],
  ['writeReservePercent', readWriteReservePercent],
] as const)('kirimLabels.%s', (name, read) => {
  const {
    default: usual,
    minimum = Number.NaN,
    maximum = Number.NaN,
  } = properties[`kirimLabels.${name}`] ?? { default: 0 };
  const readWith = (value: unknown) => {
    settings[name] = value;
    return read();
  };

  it('is what package.json says where nothing can be made of it', () => {
    expect(NONSENSE.map(readWith)).toEqual(NONSENSE.map(() => usual));
  });

  it('stays within the limits that package.json says', () => {
    expect([minimum - 1, minimum, maximum, maximum + 1, -1e9, 1e9].map(readWith)).toEqual([
      ...[minimum, minimum, maximum, maximum, minimum, maximum],
    ]);
  });

  it('is taken as it is within them', () => {
    expect(readWith(minimum + 2)).toBe(minimum + 2);
  });
});

it('whole seconds count down', () => {
  settings['undoSeconds'] = 4.9;
  expect(readUndoSeconds()).toBe(4);
});

it('only the word “typeName” asks for a name', () => {
  const read = (value: unknown) => {
    settings['confirmation'] = value;
    return readTypesName();
  };
  expect(
    ['typeName', properties['kirimLabels.confirmation']?.default, 'TypeName', true, null, ['typeName']].map(read),
  ).toEqual([true, false, false, false, false, false]);
});

it('labels are retired with a prefix that can be seen and leaves room for a name', () => {
  const usual = properties['kirimLabels.retiredPrefix']?.default;
  const read = (value: unknown) => {
    settings['retiredPrefix'] = value;
    return readRetiredPrefix();
  };
  expect(['', '  ', '\u200B\u2060', 'x'.repeat(21), 5, null, undefined, ['a']].map(read)).toEqual(Array(8).fill(usual));
  expect(['old: ', 'x'.repeat(20), '🗑'.repeat(20)].map(read)).toEqual(['old: ', 'x'.repeat(20), '🗑'.repeat(20)]);
});

it('teams are called what can be seen and is not too long; the rest is left out', () => {
  const read = (value: unknown) => {
    settings['teamAliases'] = value;
    return [...readTeamAliases()];
  };
  const odd = { a: 5, b: null, c: '', d: ' ', e: '\u200B', f: ['x'], g: {}, h: 'x'.repeat(51) };
  expect(read({ ...odd, ['__proto__']: ' Sales ', i: '🗑'.repeat(50) })).toEqual([
    ['__proto__', 'Sales'],
    ['i', '🗑'.repeat(50)],
  ]);
  expect([undefined, null, 'Sales', 5, true, ['Sales']].map(read)).toEqual(Array(6).fill([]));
});

it.each([undefined, null, 5, '', [], 'nonsense', 'http://example.com'])('%j is no address for a key', (value) => {
  settings['apiBaseUrl'] = value;
  expect(() => readApiBaseUrl()).toThrow();
});
