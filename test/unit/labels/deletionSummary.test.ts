import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/api/errors';
import type { RunRecorder } from '../../../src/labels/journal/entry';
import { recordCleared, summarize } from '../../../src/labels/deletionSummary';
import { LabelRenamedError } from '../../../src/labels/renameWatch';
import type { RunOutcome } from '../../../src/labels/run';
import type { DeleteOutcome } from '../../../src/api/client';
import { label } from './fakes';

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
    const summary = summarize({ outcomes: outcomes() }, { state: { kind: 'loaded' }, labels: [c, e] as never });
    expect(endings(summary)).toEqual(['deleted', 'alreadyGone', 'failed', 'deleted', 'notStarted']);
    expect(summary.endings[0]?.requestId).toBe('req_0');
    expect(summary.endings[2]?.requestId).toBe('req_1');
    expect(summary.endings.map((ending) => ending.label)).toEqual([a, b, c, d, e]);
    expect(summary.cleared).toEqual([d]);
    expect(summary.stoppedBy).toBeUndefined();
  });

  it('says why nothing more was sent', () => {
    const stoppedBy = failure(false);
    expect(summarize({ outcomes: [], stoppedBy }, { state: { kind: 'loaded' }, labels: [] })).toEqual({
      endings: [],
      cleared: [],
      stoppedBy,
    });
  });

  it('has an error where it failed for a reason that is no request', () => {
    const full = new Error('disk full');
    const failed = { label: c, status: 'failed', error: full } as RunOutcome<DeleteOutcome>;
    const { endings: told } = summarize({ outcomes: [failed] }, { state: { kind: 'loaded' }, labels: [] });
    expect(told).toEqual([{ label: c, ending: 'failed', error: full }]);
  });

  it('says what was left out, and what it is called now', () => {
    const error = new LabelRenamedError(label('c', { name: 'C, for good' }));
    const left = { label: c, status: 'failed', error } as RunOutcome<DeleteOutcome>;
    const { endings: told } = summarize({ outcomes: [left] }, { state: { kind: 'loaded' }, labels: [] });
    expect(told).toEqual([{ label: c, ending: 'renamed', newName: 'C, for good' }]);
  });

  it('lets the list decide what is in doubt', () => {
    const there = summarize({ outcomes: outcomes() }, { state: { kind: 'loaded' }, labels: [c, d, e] as never });
    expect(endings(there)[3]).toBe('failed');
  });

  it('writes down that a label is gone, and not that it stays: a slow server may still carry the request out', () => {
    const written: unknown[][] = [];
    const ended: RunRecorder['ended'] = (...how) => {
      written.push(how);
      return Promise.resolve();
    };
    recordCleared(
      { ended },
      summarize({ outcomes: outcomes() }, { state: { kind: 'loaded' }, labels: [c, d, e] as never }),
    );
    expect(written).toEqual([]);
    recordCleared(
      { ended },
      summarize({ outcomes: outcomes() }, { state: { kind: 'loaded' }, labels: [c, e] as never }),
    );
    expect(written).toEqual([[d, 'done']]);
  });

  it('leaves it in doubt where the list cannot be had', () => {
    const state = { kind: 'failed', error: new Error('no network') } as const;
    const summary = summarize({ outcomes: outcomes() }, { state, labels: [] });
    expect(endings(summary)[3]).toBe('inDoubt');
    expect(summary.cleared).toEqual([]);
  });
});
