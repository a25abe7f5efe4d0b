import { describe, expect, it } from 'vitest';
import { JournalState } from '../../../../src/labels/journal/journalState';
import type { JournalRecord } from '../../../../src/labels/journal/record';
import { makeLabel, runAll, setUp } from './support';

const stateOf = (records: readonly JournalRecord[]): JournalState => {
  const state = new JournalState();
  records.forEach((record) => {
    state.add(record);
  });
  return state;
};

describe('what all records together say', () => {
  const label = makeLabel('a');
  const common = { run: 'run', at: '2026-01-01T00:00:00Z' };
  const sent = { ...common, kind: 'sent', n: 1, act: 'delete', label } as const;

  it('is what the later record says, by its number and not by its text', () => {
    const inDoubt = { ...common, kind: 'outcome', n: 9, id: label.id, outcome: 'inDoubt' } as const;
    const done = { ...common, kind: 'outcome', n: 10, id: label.id, outcome: 'done' } as const;
    for (const records of [
      [sent, inDoubt, done],
      [done, inDoubt, sent],
    ]) {
      expect(stateOf(records).entries.map(({ outcome }) => outcome)).toEqual(['done']);
    }
  });

  it('is the same in either order where two windows gave one number', () => {
    const one = { ...common, kind: 'recreated', n: 5, id: label.id, newId: 'lbl_1' } as const;
    const other = { ...one, newId: 'lbl_2' } as const;
    expect(stateOf([sent, one, other]).entries).toEqual(stateOf([sent, other, one]).entries);
  });
});

it('is forgotten with the next merging what is said of a run that was cleared', async () => {
  const { open, disk } = setUp();
  const { journal } = open();
  await runAll(journal, [makeLabel('a')]);
  const [entry] = journal.entries;
  expect.assert(entry);
  await journal.clear();
  await journal.recreated(entry, 'lbl_new');
  await runAll(journal, [makeLabel('b')]);
  expect([...disk.texts.values()].filter((text) => text.includes(entry.run))).toEqual([]);
});
