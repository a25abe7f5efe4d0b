import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { JournalEntry } from '../../../src/journal/entry';
import { planCreation } from '../../../src/operations/createLabels';
import { label } from '../labels/fakes';

const entryOf = (deleted: Label): JournalEntry => ({
  run: 'run',
  act: 'delete',
  label: deleted,
  startedAt: '2026-01-01T00:00:00Z',
  outcome: 'done',
});

describe('planning to create labels again', () => {
  it('leaves out names that their team has, in exactly that spelling', () => {
    const entries = ['A', 'B', 'C'].map((name) => entryOf(label(name)));
    const now = [
      label('A', { id: 'lbl_x' }),
      label('b', { id: 'lbl_y' }),
      label('C', { id: 'lbl_z', team_id: 'team_9' }),
    ];
    const { wanted, existing, older } = planCreation(entries, now);
    expect(wanted.map((entry) => entry.label.name)).toEqual(['B', 'C']);
    expect(existing.map((entry) => entry.label.name)).toEqual(['A']);
    expect(older).toEqual([]);
  });

  it('takes the newest where a name was deleted twice, whichever was clicked first, and leaves out the others', () => {
    const [first, second, third] = ['lbl_1', 'lbl_2', 'lbl_3'].map((id, day) => ({
      ...entryOf(label('A', { id })),
      startedAt: `2026-01-0${day + 1}T00:00:00Z`,
    }));
    expect.assert(first && second && third);
    for (const clicked of [
      [first, second, third],
      [third, second, first],
    ]) {
      const { wanted, existing, older } = planCreation(clicked, []);
      expect(wanted).toEqual([third]);
      expect(older).toEqual([second, first]);
      expect(existing).toEqual([]);
    }
  });
});
