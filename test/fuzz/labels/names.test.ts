import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Label } from '../../../src/api/schema';
import { fittingName, isMadeFrom, isTooLong } from '../../../src/operations/fittingName';
import { byName, lookAlike } from '../../../src/labels/labelOrder';
import { nameKey } from '../../../src/labels/names/nameKey';
import { anyLabel, oddLabel, organizationOf } from '../labels';
import { property } from '../property';
import { anyName, anyText } from '../text';

const lengthOf = (text: string) => Array.from(text).length;
const prefixes = fc.constantFrom('', '[retired] ', '[retired]', '🗑 ', '\u202E', 'e\u0301', '(2) ');

describe('a name that KirimChat takes', () => {
  property(
    'is short enough, is free, keeps the prefix, and is known as made from the other one',
    fc.record({ prefix: prefixes, rest: anyText, taken: fc.nat(30) }),
    ({ prefix, rest, taken }) => {
      const refused = new Set<string>();
      const name = fittingName(prefix, rest, (other) => refused.size < taken && Boolean(refused.add(other)));
      expect(lengthOf(name)).toBeLessThanOrEqual(50);
      expect(isTooLong(name)).toBe(false);
      expect(name.startsWith(prefix)).toBe(true);
      expect(refused.has(name)).toBe(false);
      expect(refused.size).toBe(taken);
      expect(isMadeFrom(name.slice(prefix.length), rest)).toBe(true);
      if (taken === 0 && lengthOf(prefix + rest) <= 50) {
        expect(name).toBe(prefix + rest);
      }
    },
  );

  property(
    'halves no character that a reader sees',
    fc.record({ prefix: prefixes, rest: anyText }),
    ({ prefix, rest }) => {
      const name = fittingName(prefix, rest, () => false).slice(prefix.length);
      if (name !== rest) {
        const kept = name.slice(0, -1);
        const ends = new Set(
          [...new Intl.Segmenter().segment(rest)].map(({ index }) => rest.slice(0, index).trimEnd()),
        );
        expect(name.endsWith('…')).toBe(true);
        expect(ends).toContain(kept);
      }
    },
  );
});

describe('the key of a name', () => {
  property(
    'is equal for the same team and name alone',
    fc.tuple(fc.record({ team_id: anyText, name: anyText }), fc.record({ team_id: anyText, name: anyText })),
    ([a, b]) => {
      expect(nameKey(a) === nameKey(b)).toBe(a.team_id === b.team_id && a.name === b.name);
      expect(nameKey(a)).toBe(nameKey({ ...a }));
      expect(nameKey({ team_id: a.name, name: a.team_id }) === nameKey(a)).toBe(a.name === a.team_id);
    },
  );
});

describe('the order of rows', () => {
  property(
    'is the same whatever order the labels came in',
    fc
      .record({
        labels: fc.uniqueArray(
          fc.oneof(
            anyLabel,
            oddLabel,
            anyLabel.map((label) => ({ ...label, name: 'x' })),
          ),
          {
            selector: ({ id }) => id,
          },
        ),
        locale: fc.constantFrom(undefined, 'en', 'id', 'sv', 'zh-hans', 'tr'),
      })
      .chain(({ labels, locale }) =>
        fc.record({
          labels: fc.constant(labels),
          shuffled: fc.shuffledSubarray(labels, { minLength: labels.length }),
          locale: fc.constant(locale),
        }),
      ),
    ({ labels, shuffled, locale }) => {
      const compare = byName(locale);
      const sorted = [...labels].sort(compare);
      expect([...shuffled].sort(compare)).toEqual(sorted);
      sorted.forEach((label, index) => {
        for (const later of sorted.slice(index + 1)) {
          expect(compare(label, later)).toBeLessThan(0);
          expect(compare(later, label)).toBeGreaterThan(0);
        }
      });
    },
    { share: 0.3 },
  );

  property(
    'differs to the eye exactly where an id, a name or a color does',
    fc.record({
      labels: organizationOf(anyLabel, 4),
      index: fc.nat(3),
      change: fc.constantFrom('id', 'name', 'color', 'team_id', 'updated_at', 'nothing'),
      text: anyName,
    }),
    ({ labels, index, change, text }) => {
      const others = labels.map((label, at): Label => (at === index ? { ...label, [change]: text } : label));
      const before = labels[index];
      const isSeen = before && (change === 'id' || change === 'name' || change === 'color') && before[change] !== text;
      expect(lookAlike(labels, others)).toBe(!isSeen);
      expect(lookAlike(labels, others.slice(1))).toBe(labels.length === 0);
    },
  );
});
