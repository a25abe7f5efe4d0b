import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { JournalState } from '../../../src/journal/journalState';
import type { JournalRecord } from '../../../src/journal/record';
import { property } from '../property';
import { anyRecords, dealtOut } from './records';

/** All that can be asked of what records say together. */
function said(records: readonly JournalRecord[]) {
  const state = new JournalState();
  for (const record of records) {
    state.add(record);
  }
  const runIds = state.runIds.sort();
  return {
    entries: state.entries,
    runs: runIds.map((id) => [state.runOf(id), state.windowOf(id), state.isOpen(id), state.entriesOf(id)]),
  };
}

describe('what records say together', () => {
  property(
    'does not depend on their order, on how often one is there, or on the files that they are in',
    anyRecords.chain((records) => fc.record({ records: fc.constant(records), files: dealtOut(records) })),
    ({ records, files }) => {
      expect(said(files.flat())).toEqual(said(records));
    },
  );

  property('is the same when what later records replaced is left out', anyRecords, (records) => {
    const state = new JournalState();
    for (const record of records) {
      state.add(record);
    }
    const kept = state.runIds.flatMap((run) => state.recordsOf(run));
    expect(said(kept)).toEqual(said(records));
    expect(new Set(kept).size).toBe(kept.length);
    expect(kept.every((record) => records.includes(record))).toBe(true);
  });

  property('has each label of each run that was sent, once, as it was sent last', anyRecords, (records) => {
    const sent = records.filter((record) => record.kind === 'sent');
    const { entries } = said(records);
    const keyOf = (run: string, id: string) => JSON.stringify([run, id]);
    expect(entries.map(({ run, label }) => keyOf(run, label.id)).sort()).toEqual(
      [...new Set(sent.map(({ run, label }) => keyOf(run, label.id)))].sort(),
    );
    for (const entry of entries) {
      const same = sent.filter(({ run, label }) => run === entry.run && label.id === entry.label.id);
      const last = Math.max(...same.map(({ n }) => n));
      expect(same.filter(({ n }) => n === last).map(({ label }) => label)).toContainEqual(entry.label);
      const ended = records.some(
        (record) =>
          record.kind === 'outcome' && record.run === entry.run && record.id === entry.label.id && record.n > last,
      );
      expect(entry.outcome !== undefined).toBe(ended);
    }
  });
});
