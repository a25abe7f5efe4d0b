import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../../../src/api/errors';
import { recreateRequest } from '../../../../../src/operations/createLabels';
import type { ItemResult, ItemStatus, OperationItem } from '../../../../../src/operations/operation';
import type { FittedUpdate } from '../../../../../src/operations/retirement';
import type { Session } from '../../../../../src/accounts/session';
import { reportBatch, reportHead, summarizeBatch } from '../../../../../src/ui/messages/results/batchSummary';
import { CREATE_AGAIN_WORDS } from '../../../../../src/ui/messages/results/createWords';
import { DELETE_WORDS } from '../../../../../src/ui/messages/results/deleteWords';
import { RETIRE_WORDS } from '../../../../../src/ui/messages/results/updateWords';
import { label } from '../../../labels/fakes';

const session = {
  organizationName: 'Acme',
  baseUrl: { host: 'api.kirim.chat' },
  labels: { labels: [] },
  ended: new AbortController().signal,
} as unknown as Session;
const error = new ApiError({ kind: 'timeout', mayHaveTakenEffect: false, attempts: 1 });
const why = 'KirimChat did not answer in time.';

type Result<T extends OperationItem> = Partial<ItemResult<T>> & { readonly status: ItemStatus };

const named = (index: number) => label(String.fromCharCode(97 + index));
const deletions = (...results: readonly Result<OperationItem>[]) =>
  results.map((result, index) => ({ item: { label: named(index) }, ...result }));
const updates = (...results: readonly Result<FittedUpdate>[]) =>
  results.map((result, index) => {
    const name = `[retired] ${named(index).name}`;
    return { item: { label: named(index), name, wanted: name, color: 'gray' }, ...result };
  });
const creations = (...statuses: readonly ItemStatus[]) =>
  statuses.map((status, index) => ({
    item: recreateRequest({ run: 'run', act: 'delete', label: named(index), startedAt: '2026-01-01T00:00:00Z' }),
    status,
    ...(status === 'done' && { current: label(named(index).name, { id: 'lbl_new' }) }),
  }));

it('a report names the organization so that it is told from another one of that name', () => {
  const namesake = { organizationName: 'Acme', shortId: '…ABC123', baseUrl: {} } as unknown as Session;
  expect(reportHead(namesake, '', '')[0]).toBe('Organization: Acme (ID …ABC123)');
});

describe('what is said of several labels', () => {
  it('counts what was deleted, and each other way in which labels ended', () => {
    const results = deletions(
      ...(['done', 'alreadyGone', 'failed', 'inDoubt', 'notStarted', 'busy'] as const).map((status) => ({ status })),
    );
    expect(summarizeBatch({ results, stoppedBy: error }, DELETE_WORDS, session)).toBe(
      `Deleted 1 of 6 labels. Already gone: 1. Left out, since something else is happening to it: 1. Failed: 1. Not certain: 1. Not started, so still there: 1. ${why}`,
    );
  });

  it('says that the rest was not wanted any more, unless something else ended the run', () => {
    const results = deletions({ status: 'done' }, { status: 'notStarted' });
    const said = 'Deleted 1 of 2 labels. Not started, so still there: 1.';
    expect(summarizeBatch({ results }, DELETE_WORDS, session)).toBe(`Cancelled. ${said}`);
    const signedOut = { labels: session.labels, ended: AbortSignal.abort() };
    expect(summarizeBatch({ results }, DELETE_WORDS, signedOut)).toBe(said);
  });

  it('does not count what does not occur', () => {
    const results = deletions({ status: 'done' }, { status: 'done' });
    expect(summarizeBatch({ results }, DELETE_WORDS, session)).toBe('Deleted 2 labels.');
  });

  it('says why, where it is the same for all that failed', () => {
    const other = new ApiError({ kind: 'server', mayHaveTakenEffect: true, attempts: 1 });
    const said = (...errors: ApiError[]) =>
      summarizeBatch(
        { results: deletions(...errors.map((one) => ({ status: 'failed', error: one }) as const)) },
        DELETE_WORDS,
        session,
      );
    expect(said(error, error)).toBe(`Deleted 0 of 2 labels. Failed: 2. ${why}`);
    expect(said(error, other)).toBe('Deleted 0 of 2 labels. Failed: 2.');
  });

  it('counts what was renamed', () => {
    const results = updates({ status: 'done' }, { status: 'notStarted' });
    expect(summarizeBatch({ results, stoppedBy: error }, RETIRE_WORDS, session)).toBe(
      `Retired 1 of 2 labels. Not started: 1. ${why}`,
    );
  });

  it.each<[readonly ItemStatus[], string]>([
    [['done', 'failed'], 'Created 1 of 2 labels again. It has a new ID and is attached to nothing yet. Failed: 1.'],
    [
      ['done', 'done', 'exists'],
      'Created 2 of 3 labels again. They have new IDs and are attached to nothing yet. Name already in use: 1.',
    ],
    [['done', 'done'], 'Created 2 labels again. They have new IDs and are attached to nothing yet.'],
    [['done'], 'Created “a” again. It has a new ID and is attached to nothing yet.'],
    [['inDoubt', 'failed'], 'None of the 2 labels was created again. Failed: 1. Not certain: 1.'],
  ])('counts what was created again: %j', (statuses, said) => {
    expect(summarizeBatch({ results: creations(...statuses) }, CREATE_AGAIN_WORDS, session)).toBe(said);
  });
});

describe('the details', () => {
  it('begin with the organization, the API and the time, and have each label below how it ended', () => {
    const results = deletions(
      { status: 'failed', error, requestId: 'req_1' },
      { status: 'done', requestId: 'req_2' },
      { status: 'changed', current: label('Gold') },
    );
    const [organization, api, time, ...rest] = reportBatch({ results }, DELETE_WORDS, session);
    expect([organization, api]).toEqual(['Organization: Acme', 'API: api.kirim.chat']);
    expect(time).toMatch(/^Time: \w{3} \d/);
    expect(rest).toEqual([
      '',
      `Deleted 1 of 3 labels. Renamed meanwhile, so still there: 1. Failed: 1. ${why}`,
      '',
      'Deleted (1)',
      '  b  lbl_b  Request ID: req_2',
      '',
      'Renamed meanwhile, so still there (1)',
      '  c  lbl_c  Now called “Gold”.',
      '',
      'Failed, so still there (1)',
      `  a  lbl_a  ${why}  Request ID: req_1`,
    ]);
  });

  it('have the team of each label, where they are of several', () => {
    const results = deletions({ status: 'done' }, { status: 'done' }).map((result, index) => ({
      ...result,
      item: { label: { ...result.item.label, team_id: `team_${index}` } },
    }));
    const lines = reportBatch({ results }, DELETE_WORDS, session);
    expect(lines.slice(6)).toEqual(['Deleted (2)', '  a  lbl_a  Team team_0', '  b  lbl_b  Team team_1']);
  });

  it('have both names of a renamed label, and both ids of one that was created again', () => {
    const renamed = reportBatch({ results: updates({ status: 'done' }) }, RETIRE_WORDS, session);
    expect(renamed.slice(6)).toEqual(['Renamed (1)', '  “a” → “[retired] a”  lbl_a']);
    const created = reportBatch({ results: creations('done', 'exists') }, CREATE_AGAIN_WORDS, session);
    expect(created.slice(6)).toEqual([
      'Created again (1)',
      '  a  lbl_a → lbl_new',
      '',
      'Name already in use (1)',
      '  b  lbl_b',
    ]);
  });
});
