import { expect, it } from 'vitest';
import { byName } from '../../../../src/labels/labelOrder';
import { inOrder, type SortOrder } from '../../../../src/labels/query/sortOrder';
import { label } from '../fakes';

const at = (day: number) => `2026-03-0${day}T00:00:00Z`;
const labels = [
  label('A', { color: 'pink', created_at: at(1), updated_at: at(2) }),
  label('B', { color: 'chartreuse', created_at: 'once', updated_at: at(9) }),
  // The same moment as the one before, in another time zone.
  label('C', { color: 'red', created_at: at(3), updated_at: '2026-03-09T07:00:00+07:00' }),
  label('D', { color: 'gray', created_at: at(3), updated_at: at(1) }),
  label('D', { id: 'lbl_D2', color: 'red', created_at: at(3), updated_at: at(1) }),
].sort(byName('en'));

it.each<[SortOrder, string[]]>([
  ['name', ['lbl_A', 'lbl_B', 'lbl_C', 'lbl_D', 'lbl_D2']],
  ['color', ['lbl_D', 'lbl_C', 'lbl_D2', 'lbl_A', 'lbl_B']],
  ['newest', ['lbl_C', 'lbl_D', 'lbl_D2', 'lbl_A', 'lbl_B']],
  ['lastChanged', ['lbl_B', 'lbl_C', 'lbl_A', 'lbl_D', 'lbl_D2']],
])('labels are sorted by %s, and then by name and id', (order, ids) => {
  expect(inOrder(labels, order).map(({ id }) => id)).toEqual(ids);
});

it('a long list that is sorted by name already is not copied', () => {
  expect(inOrder(labels, 'name')).toBe(labels);
});
