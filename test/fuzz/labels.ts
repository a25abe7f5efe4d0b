import fc from 'fast-check';
import type { Label } from '../../src/api/schema';
import { LABEL_COLORS } from '../kirim';
import { anyName, anyText } from './text';

const CROCKFORD = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ');

const ulid = fc
  .array(fc.constantFrom(...CROCKFORD), { minLength: 26, maxLength: 26 })
  .map((digits) => `lbl_${digits.join('')}`);

/** Opaque: mostly as those that KirimChat gives today, else whatever is one segment of a path once it is encoded. */
export const anyId: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: ulid },
  { weight: 1, arbitrary: anyText.map((text) => firstOf(text.replace(/[./\\\p{Surrogate}]/gu, '')) || '0') },
);

function firstOf(text: string): string {
  return Array.from(text).slice(0, 100).join('');
}

/** RFC 3339. */
export const anyTime: fc.Arbitrary<string> = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** A label as KirimChat may have it. */
export const anyLabel: fc.Arbitrary<Label> = fc.record({
  object: fc.constant('label' as const),
  id: anyId,
  name: anyName,
  color: fc.constantFrom(...LABEL_COLORS),
  team_id: fc.constantFrom('team_1', 'team_2'),
  created_at: anyTime,
  updated_at: anyTime,
});

/** A label as some server might have it: whatever the documentation leaves open. */
export const oddLabel: fc.Arbitrary<Label> = fc.record({
  object: fc.constant('label' as const),
  id: anyId,
  name: anyText,
  color: anyText,
  team_id: anyText,
  created_at: anyText,
  updated_at: anyText,
});

/** Labels with ids of their own, and names of their own in each team, as there can be in one organization. */
export function organizationOf(label: fc.Arbitrary<Label>, maxLength = 12): fc.Arbitrary<Label[]> {
  return fc.uniqueArray(label, {
    maxLength,
    comparator: (a, b) => a.id === b.id || (a.team_id === b.team_id && a.name === b.name),
  });
}
