import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/api/errors';
import type { Label } from '../../../src/api/schema';
import type { JournalEntry } from '../../../src/journal/entry';
import type { LoadedList } from '../../../src/labels/loadedList';
import { createOperation, createRequest, recreateRequest } from '../../../src/operations/createLabels';
import { deleteOperation } from '../../../src/operations/deleteLabels';
import { renameOperation } from '../../../src/operations/editLabels';
import { type LabelUpdate, updateOperation } from '../../../src/operations/updateLabels';
import { label, wholeListOf } from '../labels/fakes';

const vip = label('VIP', { color: 'red' });
const failure = (kind: ApiError['kind'], mayHaveTakenEffect = false, code?: string) =>
  new ApiError({ kind, mayHaveTakenEffect, attempts: 1, code });
const [lost, missing] = [failure('server', true), failure('notFound')];
const none = wholeListOf();

describe('what the list says of a deletion whose answer left it open', () => {
  const settle = (why: ApiError, list: LoadedList | undefined) => deleteOperation.settle({ label: vip }, why, list);

  it.each<[string, ApiError, LoadedList | undefined, object]>([
    ['was carried out', lost, none, { status: 'done', outcome: 'done' }],
    // A slow server may still carry the request out: then the label has to be found in the journal.
    ['was not', lost, wholeListOf(vip), { status: 'failed' }],
    ['is not known without a list', lost, undefined, { status: 'inDoubt' }],
    [
      'is not known where a record without an id may be the label',
      lost,
      wholeListOf({ id: undefined }),
      { status: 'inDoubt' },
    ],
    ['is not known where its record cannot be read', lost, wholeListOf({ id: vip.id }), { status: 'inDoubt' }],
    [
      'is known where another record cannot be read',
      lost,
      wholeListOf({ id: 'lbl_other' }),
      { status: 'done', outcome: 'done' },
    ],
    ['was not needed', missing, none, { status: 'alreadyGone', outcome: 'alreadyGone' }],
    ['was carried out by an earlier attempt', failure('notFound', true), none, { status: 'done', outcome: 'done' }],
    ['was refused for a label that is there', missing, wholeListOf(vip), { status: 'failed', outcome: 'failed' }],
    ['may be carried out later', failure('notFound', true), wholeListOf(vip), { status: 'failed' }],
    ['is not known of a 404 without a list', missing, undefined, { status: 'inDoubt' }],
  ])('%s', (_, why, list, settled) => {
    expect(settle(why, list)).toEqual(settled);
  });
});

describe('what the list says of an update whose answer left it open', () => {
  const update = { label: vip, name: '[retired] VIP', color: 'gray', wanted: '[retired] VIP' };
  const written = { ...vip, name: '[retired] VIP', color: 'gray' };
  const operation = updateOperation({
    activity: 'retiring',
    plan: () => [update],
    isAgreed: () => true,
    startRun: () => Promise.reject(new Error('not needed')),
  });

  it.each<[string, ApiError, LoadedList | undefined, object]>([
    [
      'was carried out',
      lost,
      wholeListOf(label('Another'), written),
      { status: 'done', current: written, outcome: 'done' },
    ],
    ['was not', lost, wholeListOf(vip), { status: 'failed' }],
    ['was carried out in part by somebody else', lost, wholeListOf({ ...written, color: 'red' }), { status: 'failed' }],
    ['found no label any more', lost, none, { status: 'alreadyGone', outcome: 'alreadyGone' }],
    ['is not known without a list', lost, undefined, { status: 'inDoubt' }],
    ['is not known where its record cannot be read', lost, wholeListOf({ id: vip.id }), { status: 'inDoubt' }],
    ['found no label', missing, none, { status: 'alreadyGone', outcome: 'alreadyGone' }],
    ['was refused for a label that is there', missing, wholeListOf(vip), { status: 'failed' }],
    ['was refused, whatever the list has', failure('invalidRequest'), wholeListOf(written), { status: 'failed' }],
  ])('%s', (_, why, list, settled) => {
    expect(operation.settle(update, why, list)).toEqual(settled);
  });
});

describe('what the list says of another name, or another color, whose answer left it open', () => {
  const settle = (update: LabelUpdate, now: Label) =>
    renameOperation('').settle({ ...update, label: vip }, lost, wholeListOf(now)).status;

  it('does not mind what was not asked for, which others may have changed', () => {
    const rename = { label: vip, name: 'Gold', color: 'red' };
    expect(settle(rename, { ...vip, name: 'Gold', color: 'blue' })).toBe('done');
    expect(settle(rename, { ...vip, color: 'blue' })).toBe('failed');
    const recolor = { label: vip, name: 'VIP', color: 'blue' };
    expect(settle(recolor, { ...vip, name: 'Gold', color: 'blue' })).toBe('done');
    expect(settle(recolor, { ...vip, name: 'Gold' })).toBe('failed');
  });
});

describe('what the list says of a creation whose answer left it open', () => {
  const amber = { color: 'amber', team_id: 'team_2' };
  const refused = failure('invalidRequest', false, 'invalid_field_value');
  const entryOf = (name: string): JournalEntry => ({
    run: 'run',
    act: 'delete',
    label: label(name, amber),
    startedAt: '2026-01-01T00:00:00Z',
  });
  const created = label('VIP', { ...amber, id: 'lbl_new' });

  /** @param known what was there before the requests. */
  function setUp(names: readonly string[], known = wholeListOf()) {
    const written: string[] = [];
    const requests = names.map((name) => recreateRequest(entryOf(name)));
    const onCreated = (_: unknown, id: string) => void written.push(id);
    return { written, requests, operation: createOperation(requests, { labels: known, onCreated }) };
  }

  it.each<[string, ApiError, LoadedList | undefined, LoadedList, object]>([
    ['came through', lost, wholeListOf(created), none, { status: 'done', current: created }],
    ['did not come through', lost, none, none, { status: 'failed' }],
    ['is not known without a list', lost, undefined, none, { status: 'inDoubt' }],
    [
      'is not known where an unreadable record may be the label',
      lost,
      wholeListOf({ id: 'lbl_x' }),
      none,
      { status: 'inDoubt' },
    ],
    ['is not what was there before', lost, wholeListOf(created), wholeListOf(created), { status: 'exists' }],
    ['is not what has another color', lost, wholeListOf({ ...created, color: 'gray' }), none, { status: 'exists' }],
    ['was refused, since a colleague was quicker', refused, wholeListOf(created), none, { status: 'exists' }],
    ['was refused for another reason', refused, none, none, { status: 'failed' }],
    ['was refused, and there is no list', refused, undefined, none, { status: 'failed' }],
    [
      'has nothing to do with another team',
      refused,
      wholeListOf({ ...created, team_id: 'team_1' }),
      none,
      { status: 'failed' },
    ],
    [
      'has nothing to do with another spelling',
      refused,
      wholeListOf({ ...created, name: 'Vip' }),
      none,
      { status: 'failed' },
    ],
  ])('%s', (_, why, list, known, settled) => {
    const { operation, requests, written } = setUp(['VIP'], known);
    expect(requests.map((request) => operation.settle(request, why, list))).toEqual([settled]);
    expect(written).toEqual('current' in settled ? ['lbl_new'] : []);
  });

  it.each([
    ['came through under the name that KirimChat has tidied', lost, false, 'done'],
    ['is in the way of a name that is nearly the same, where KirimChat says so', refused, true, 'exists'],
    ['did not come through where only a name that is nearly the same was there', lost, true, 'failed'],
  ])('%s', (_, why, isKnown, status) => {
    const tidied = wholeListOf({ ...created, name: 'Caf\u00e9 baru' });
    const { operation, requests } = setUp([' Cafe\u0301  baru '], isKnown ? tidied : none);
    expect(requests.map((request) => operation.settle(request, why, tidied).status)).toEqual([status]);
  });

  it('takes a label of the only team for the new one where the team is not known', () => {
    const [request, other] = [
      createRequest({ name: 'VIP', color: 'amber' }),
      createRequest({ name: 'X', color: 'red' }),
    ];
    const operation = createOperation([request, other], { labels: none });
    expect(operation.settle(request, lost, wholeListOf(created))).toEqual({ status: 'done', current: created });
    expect(operation.settle(other, lost, wholeListOf(created))).toEqual({ status: 'failed' });
  });

  it('takes each label for the result of one request only', () => {
    const { operation, requests, written } = setUp([' A', 'A', '  B ', 'B  ']);
    const list = wholeListOf(label('A', { ...amber, id: 'lbl_new_A' }), label('B', { ...amber, id: 'lbl_new_B' }));
    const settled = requests.map((request) => operation.settle(request, lost, list));
    expect(settled.map(({ status, current }) => [status, current?.id])).toEqual([
      ['failed', undefined],
      ['done', 'lbl_new_A'],
      ['done', 'lbl_new_B'],
      ['failed', undefined],
    ]);
    expect(written).toEqual(['lbl_new_A', 'lbl_new_B']);
  });
});
