import { expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/journal/entry';
import { retirementOf } from '../../../src/operations/retirement';
import { label } from '../labels/fakes';

const deletion = (id: string, recreatedAs: string): JournalEntry => ({
  run: 'run',
  act: 'delete',
  label: label('VIP', { id }),
  startedAt: '2026-01-01T00:00:00Z',
  outcome: 'done',
  recreatedAs,
});

it('is looked for once under each id, also where a damaged journal goes round in a circle', () => {
  const circle = [deletion('lbl_1', 'lbl_2'), deletion('lbl_2', 'lbl_1')];
  const before: JournalEntry = { ...deletion('lbl_1', 'lbl_2'), act: 'retire' };
  expect(retirementOf(label('VIP', { id: 'lbl_2' }), circle)).toBeUndefined();
  expect(retirementOf(label('VIP', { id: 'lbl_2' }), [...circle, before])).toBe(before);
});
