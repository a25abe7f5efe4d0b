import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/api/schema';
import type { JournalEntry } from '../../../src/journal/entry';
import type { LoadedList } from '../../../src/labels/loadedList';
import { recentlyDeleted } from '../../../src/labels/recentlyDeleted';
import { label, wholeListOf } from './fakes';

const entry = (name: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  run: 'run',
  act: 'delete',
  label: label(name),
  startedAt: '2026-01-01T00:00:00Z',
  outcome: 'done',
  ...more,
});

/** @param latest the last whole list; undefined where there is none yet. */
const shown = (
  entries: JournalEntry[],
  labels: Label[] = [],
  latest: LoadedList | undefined = wholeListOf(...labels),
) => recentlyDeleted(entries, { latest, labels }).map((left) => left.label.name);

const shownWithoutList = (entries: JournalEntry[], labels: Label[] = []) =>
  recentlyDeleted(entries, { latest: undefined, labels }).map((left) => left.label.name);

describe('what is recently deleted', () => {
  it('is what was deleted, or was gone when it was to be deleted, in the order of the journal', () => {
    expect(shown([entry('B'), entry('A', { outcome: 'alreadyGone' })])).toEqual(['B', 'A']);
  });

  it('is not what was retired, and not what failed', () => {
    expect(shown([entry('A', { act: 'retire' }), entry('B', { outcome: 'failed' })])).toEqual([]);
  });

  it.each([undefined, 'inDoubt'] as const)('is for the list to say where the outcome is %s', (outcome) => {
    const entries = [entry('A', { outcome }), entry('B', { outcome })];
    expect(shown(entries, [label('A')])).toEqual(['B']);
    expect(shown(entries, [])).toEqual(['A', 'B']);
    expect(shownWithoutList(entries)).toEqual([]);
  });

  it('stays the same while the list is loaded again, or where that broke off: only a whole list tells', () => {
    const inDoubt = [entry('A', { outcome: 'inDoubt' })];
    expect(shown(inDoubt, [label('C')], wholeListOf(label('B')))).toEqual(['A']);
    expect(shown(inDoubt, [label('C')], wholeListOf(label('A')))).toEqual([]);
  });

  it('is nothing that is in doubt where there was no list yet, or where a record of it could not be read', () => {
    const inDoubt = [entry('A', { outcome: 'inDoubt' })];
    expect(shownWithoutList(inDoubt)).toEqual([]);
    // A label that was created before the first list is a row, and no list.
    expect(shownWithoutList(inDoubt, [label('B')])).toEqual([]);
    expect(shown(inDoubt, [], wholeListOf({ id: 'lbl_A' }))).toEqual([]);
    expect(shown(inDoubt, [], wholeListOf({ id: undefined }))).toEqual([]);
  });

  it('does not need the list for what is certain', () => {
    expect(shownWithoutList([entry('A'), entry('B', { outcome: 'alreadyGone' })])).toEqual(['A', 'B']);
  });

  it('is not what was created again, in whichever run it was deleted', () => {
    const entries = [entry('A', { run: 'later', outcome: 'alreadyGone' }), entry('A', { recreatedAs: 'lbl_new' })];
    expect(shown(entries)).toEqual([]);
  });

  it('is not what is listed, whatever the journal says', () => {
    expect(shown([entry('A')], [label('A')])).toEqual([]);
  });

  it('has a label once that was tried to delete several times', () => {
    expect(
      shown([entry('A', { outcome: 'failed' }), entry('A', { run: 'b', outcome: 'inDoubt' }), entry('A')]),
    ).toEqual(['A']);
  });
});
