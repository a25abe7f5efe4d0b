import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/api/errors';
import type { RunRecorder } from '../../../src/journal/entry';
import type { DeleteOutcome } from '../../../src/labels/deletion';
import { recordSettled, summarize } from '../../../src/labels/deletionSummary';
import { LabelChangedError, LabelUncheckedError } from '../../../src/labels/recheckErrors';
import type { RunOutcome } from '../../../src/labels/run';
import { label, listOf } from './fakes';

const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map((name) => label(name));
const failure = (mayHaveTakenEffect: boolean) =>
  new ApiError({ kind: 'server', mayHaveTakenEffect, attempts: 1, requestId: 'req_1' });

function outcomes(): RunOutcome<DeleteOutcome>[] {
  return [
    { label: a, status: 'done', result: { outcome: 'deleted', requestId: 'req_0' } },
    { label: b, status: 'done', result: { outcome: 'alreadyGone' } },
    { label: c, status: 'failed', error: failure(false) },
    { label: d, status: 'failed', error: failure(true) },
    { label: e, status: 'notStarted' },
  ] as RunOutcome<DeleteOutcome>[];
}

const endings = (summary: ReturnType<typeof summarize>) => summary.endings.map(({ ending }) => ending);

describe('how a run ended', () => {
  it('is told label by label, with the request id', () => {
    const summary = summarize({ outcomes: outcomes() }, listOf(c, e));
    expect(endings(summary)).toEqual(['deleted', 'alreadyGone', 'failed', 'deleted', 'notStarted']);
    expect(summary.endings[0]?.requestId).toBe('req_0');
    expect(summary.endings[2]?.requestId).toBe('req_1');
    expect(summary.endings.map((ending) => ending.label)).toEqual([a, b, c, d, e]);
    expect(summary.endings.flatMap(({ settled, label: of }) => (settled ? [of] : []))).toEqual([d]);
    expect(summary.stoppedBy).toBeUndefined();
  });

  it('says why nothing more was sent', () => {
    const stoppedBy = failure(false);
    expect(summarize({ outcomes: [], stoppedBy }, listOf())).toEqual({
      endings: [],
      stoppedBy,
    });
  });

  it('has an error where it failed for a reason that is no request', () => {
    const full = new Error('disk full');
    const failed = { label: c, status: 'failed', error: full } as RunOutcome<DeleteOutcome>;
    const { endings: told } = summarize({ outcomes: [failed] }, listOf());
    expect(told).toEqual([{ label: c, ending: 'failed', error: full }]);
  });

  it('says what was left out, and what it is called now', () => {
    const error = new LabelChangedError(label('c', { name: 'C, for good' }));
    const left = { label: c, status: 'failed', error } as RunOutcome<DeleteOutcome>;
    const { endings: told } = summarize({ outcomes: [left] }, listOf());
    expect(told).toEqual([{ label: c, ending: 'renamed', newName: 'C, for good' }]);
  });

  it('lets the list decide what is in doubt', () => {
    const there = summarize({ outcomes: outcomes() }, listOf(c, d, e));
    expect(endings(there)[3]).toBe('failed');
  });

  it('writes down that a label is gone, and not that it stays: a slow server may still carry the request out', () => {
    const written: unknown[][] = [];
    const ended: RunRecorder['ended'] = (...how) => {
      written.push(how);
    };
    recordSettled({ ended }, summarize({ outcomes: outcomes() }, listOf(c, d, e)));
    expect(written).toEqual([]);
    recordSettled({ ended }, summarize({ outcomes: outcomes() }, listOf(c, e)));
    expect(written).toEqual([[d, 'done', 'req_1']]);
  });

  it('leaves it in doubt where the list cannot be had', () => {
    const summary = summarize({ outcomes: outcomes() }, { kind: 'failed', error: new Error('no network') });
    expect(endings(summary)[3]).toBe('inDoubt');
    expect(summary.endings[3]?.settled).toBeUndefined();
  });

  it('leaves it in doubt where the list has a record that cannot be read, and that may be the label', () => {
    expect(endings(summarize({ outcomes: outcomes() }, listOf(c, e, { id: undefined })))[3]).toBe('inDoubt');
    expect(endings(summarize({ outcomes: outcomes() }, listOf(c, e, { id: d?.id })))[3]).toBe('inDoubt');
    expect(endings(summarize({ outcomes: outcomes() }, listOf(c, e, { id: 'lbl_other' })))[3]).toBe('deleted');
  });

  it('believes a 404 only where the list does not have the label either', () => {
    const outcome = (mayHaveTakenEffect: boolean) => {
      const error = new ApiError({ kind: 'notFound', mayHaveTakenEffect, attempts: 1 });
      return { outcomes: [{ label: c, status: 'failed', error }] as RunOutcome<DeleteOutcome>[] };
    };
    expect(summarize(outcome(false), listOf()).endings[0]).toMatchObject({
      ending: 'alreadyGone',
      settled: 'alreadyGone',
    });
    expect(summarize(outcome(true), listOf()).endings[0]).toMatchObject({ ending: 'deleted', settled: 'done' });
    expect(summarize(outcome(false), listOf(c)).endings[0]).toMatchObject({ ending: 'failed', settled: 'failed' });
    // KirimChat may carry out the attempt before later on.
    expect(summarize(outcome(true), listOf(c)).endings[0]?.settled).toBeUndefined();
    const unknown = summarize(outcome(false), { kind: 'failed', error: new Error('no network') });
    expect(unknown.endings[0]).toMatchObject({ ending: 'inDoubt' });
  });

  it('says what was left out because it could not be read again, and why', () => {
    const reason = failure(false);
    const error = new LabelUncheckedError(reason);
    const left = { label: c, status: 'failed', error } as RunOutcome<DeleteOutcome>;
    expect(summarize({ outcomes: [left] }, undefined).endings[0]).toMatchObject({ ending: 'unchecked', error: reason });
  });
});
