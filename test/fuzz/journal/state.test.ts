import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { JournalState } from '../../../src/journal/journalState';
import type { JournalRecord } from '../../../src/journal/segment';
import { property } from '../property';
import { anyRecords, dealtOut } from './records';

/** All that can be asked of what records say together. */
function said(records: readonly JournalRecord[]) {
  const state = new JournalState(records);
  const runIds = [...state.runIds].sort();
  return {
    entries: state.entries,
    runs: runIds.map((id) => [state.runOf(id), state.hasBegun(id), state.isOpen(id), state.entriesOf(id)]),
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
    const state = new JournalState(records);
    const kept = state.runIds.flatMap((run) => state.recordsOf(run));
    expect(said(kept)).toEqual(said(records));
    expect(new Set(kept).size).toBe(kept.length);
    expect(kept.every((record) => records.includes(record))).toBe(true);
  });

  property(
    'has each label once that has an outcome, or is in a run that has begun and is not over',
    anyRecords,
    (records) => {
      const { entries } = said(records);
      const keyOf = (run: string, id: string) => JSON.stringify([run, id]);
      const outcomes = records.filter((record) => record.kind === 'outcome');
      const runsWith = (kind: string) => new Set(records.filter((one) => one.kind === kind).map(({ run }) => run));
      const [begun, finished] = [runsWith('begun'), runsWith('finished')];
      const ended = new Map(outcomes.map((outcome) => [keyOf(outcome.run, outcome.id), outcome]));
      const labels = records.filter((record) => record.kind === 'label');
      const keys = labels
        .filter(({ run, label }) => ended.has(keyOf(run, label.id)) || (begun.has(run) && !finished.has(run)))
        .map(({ run, label }) => keyOf(run, label.id));
      expect(entries.map(({ run, label }) => keyOf(run, label.id)).sort()).toEqual([...new Set(keys)].sort());
      for (const { run, label, outcome } of entries) {
        const own = outcomes.filter((one) => one.run === run && one.id === label.id);
        const last = own.filter(({ n }) => n === Math.max(...own.map((one) => one.n)));
        expect(last.length === 0 ? [undefined] : last.map((one) => one.outcome)).toContain(outcome);
      }
    },
  );
});
