import { describe, expect, it } from 'vitest';
import type { TreeItem } from 'vscode';
import type { Session } from '../../../../src/accounts/session';
import { ApiError, type ApiErrorKind } from '../../../../src/api/errors';
import type { Label } from '../../../../src/api/schema';
import type { ListState } from '../../../../src/labels/labelStore';
import type { RowActivity } from '../../../../src/labels/rowActivities';
import type { LabelNode } from '../../../../src/views/labels/labelNodes';
import { tooltipOf, treeItemOf } from '../../../../src/views/labels/items/treeItem';
import { settings } from '../../fakeVscode';
import type { LoadedList } from '../../../../src/labels/loadedList';
import { label, wholeListOf } from '../../labels/fakes';

interface Given {
  readonly labels?: readonly Label[];
  readonly state?: ListState;
  readonly hasMore?: boolean;
  readonly unreadable?: number;
  readonly latest?: LoadedList;
  readonly activity?: RowActivity;
  readonly name?: string;
}

/** A session as far as rows ask it. */
function sessionWith({ labels = [], state = { kind: 'loaded' }, hasMore = false, ...more }: Given = {}): Session {
  const { unreadable = 0, activity, name, latest } = more;
  const store = {
    labels,
    state,
    hasMore,
    latest,
    unreadable: Array.from({ length: unreadable }),
    activities: { of: () => activity },
  };
  const client = { writeBudget: { headers: { isLimitKnown: false }, level: undefined, limitPerMinute: 60 } };
  return { id: 'org_1', organizationName: name, labels: store, client } as unknown as Session;
}

const failed = (kind: ApiErrorKind): ListState => ({
  kind: 'failed',
  error: new ApiError({ kind, attempts: 1, mayHaveTakenEffect: false }),
});
const shown = (count?: number) => ({ shownCountOf: () => count });
/** What is read on screen, and what a screen reader says. */
const said = ({
  label: name,
  description,
  accessibilityInformation: { label: spoken = '' } = { label: '' },
}: TreeItem) => [typeof name === 'string' ? name : name?.label, description, spoken];
const icon = ({ iconPath }: TreeItem) => (iconPath as { readonly id: string }).id;

describe('the row of a label', () => {
  const nodeOf = (session: Session, more: Partial<LabelNode> = {}): LabelNode => ({
    kind: 'label',
    label: label('VIP', { color: 'red' }),
    session,
    ...more,
  });
  const itemOf = (activity?: RowActivity, more?: Partial<LabelNode>) =>
    treeItemOf(nodeOf(sessionWith(activity && { activity }), more), shown());

  it('has the name first, then the color, which a screen reader has to hear', () => {
    expect(said(itemOf())).toEqual(['VIP', undefined, 'VIP, red']);
    expect(itemOf().contextValue).toBe('label');
    expect(icon(itemOf())).toBe('tag');
  });

  it('has as much of the id as tells it from others', () => {
    expect(said(itemOf(undefined, { shortId: '…4C75' }))).toEqual(['VIP', 'ID …4C75', 'VIP, red, ID …4C75']);
  });

  it('says which team a retired label is from, where there are several', () => {
    const retired = itemOf(undefined, { retired: { teamName: 'Sales' } });
    expect(said(retired)).toEqual(['VIP', 'Team Sales', 'VIP, red, Team Sales']);
    expect(retired.contextValue).toBe('label.retired');
    expect(said(itemOf(undefined, { retired: { teamName: undefined } }))).toEqual(['VIP', undefined, 'VIP, red']);
  });

  it.each([
    ['waiting', 'Waiting…', 'watch'],
    ['deleting', 'Deleting…', 'loading~spin'],
    ['retiring', 'Retiring…', 'loading~spin'],
    ['restoring', 'Restoring…', 'loading~spin'],
    ['renaming', 'Renaming…', 'loading~spin'],
    ['recoloring', 'Changing color…', 'loading~spin'],
    ['creating', 'Creating…', 'loading~spin'],
  ] as const)('says that it is %s, and offers what can be done then', (kind, words, id) => {
    const item = itemOf({ kind });
    expect(said(item)).toEqual(['VIP', words, `VIP, red, ${words}`]);
    expect(item.contextValue).toBe(`label.${kind}`);
    expect(icon(item)).toBe(id);
  });

  it('counts the seconds down on screen, and not for a screen reader, which would read each of them', () => {
    const item = itemOf({ kind: 'countdown', seconds: 7 });
    expect(said(item)).toEqual(['VIP', '7 s left to undo', 'VIP, red, about to be deleted']);
    expect(icon(item)).toBe('watch');
  });

  it('has nothing that turns where motion is reduced', () => {
    settings['reduceMotion'] = 'on';
    expect(icon(itemOf({ kind: 'deleting' }))).toBe('sync');
  });

  it('says all that is known of it on hover, line by line', () => {
    const lines = tooltipOf(nodeOf(sessionWith({ labels: [label('VIP')] })))?.split('\n') ?? [];
    expect(lines.slice(0, 4)).toEqual(['VIP', 'Color: red', 'Team: team_1', 'ID: lbl_VIP']);
    expect(lines.slice(4).map((line) => line.split(':')[0])).toEqual(['Created', 'Updated']);
  });
});

describe('the rows of groups', () => {
  const session = sessionWith({ labels: [label('A'), label('B')], hasMore: true });
  const nodes = [label('A'), label('B')].map((one): LabelNode => ({ kind: 'label', label: one, session }));

  it('say how many labels they have', () => {
    const team = treeItemOf({ kind: 'team', teamId: 'team_1', name: 'Sales', session, labels: nodes }, shown());
    expect(said(team)).toEqual(['Team Sales', '2', 'Team Sales, 2 labels']);
    expect([team.contextValue, icon(team)]).toEqual(['team', 'organization']);
    const retired = treeItemOf({ kind: 'retired', session, labels: nodes.slice(1) }, shown());
    expect(said(retired)).toEqual(['Retired', '1', 'Retired, 1 label']);
    expect([retired.contextValue, icon(retired)]).toEqual(['retired', 'archive']);
  });

  it('load more where there are more', () => {
    const more = treeItemOf({ kind: 'more', session }, shown());
    expect(said(more)).toEqual(['Load More', '2 labels so far', 'Load more labels, 2 so far']);
    expect(more.command?.command).toBe('kirimLabels.loadMore');
  });
});

describe('the row of an organization', () => {
  const many = [label('A'), label('B')];

  it.each<[string, Given, number | undefined, readonly string[]]>([
    ['loaded', { labels: many }, undefined, ['2', 'Acme, 2 labels', 'organization', 'organization']],
    ['empty', {}, undefined, ['0', 'Acme, 0 labels', 'organization', 'organization']],
    ['filtered', { labels: many }, 1, ['1 of 2', 'Acme, 1 of 2 labels', 'organization', 'organization']],
    [
      'loading',
      { state: { kind: 'loading' } },
      undefined,
      ['loading…', 'Acme, loading…', 'organization', 'organization'],
    ],
    [
      'empty, and loading again',
      { state: { kind: 'loading' }, latest: wholeListOf() },
      undefined,
      ['0', 'Acme, 0 labels', 'organization', 'organization'],
    ],
    [
      'loading again',
      { labels: many, state: { kind: 'loading' } },
      undefined,
      ['2', 'Acme, 2 labels', 'organization', 'organization'],
    ],
    [
      'with more',
      { labels: many, hasMore: true },
      undefined,
      ['2 so far', 'Acme, 2 labels so far', 'organization', 'organization'],
    ],
    [
      'rejected',
      { labels: many, state: failed('unauthorized') },
      undefined,
      ['2, API key rejected', 'Acme, 2 labels, API key rejected', 'organization.rejected', 'warning'],
    ],
    [
      'offline',
      { state: failed('offline') },
      undefined,
      ['offline', 'Acme, offline', 'organization.failed', 'warning'],
    ],
    [
      'incomplete',
      { labels: many, state: failed('incomplete') },
      undefined,
      ['2, incomplete', 'Acme, 2 labels, incomplete', 'organization.failed', 'warning'],
    ],
    [
      'not up to date',
      { labels: many, state: failed('server') },
      undefined,
      ['2, not up to date', 'Acme, 2 labels, not up to date', 'organization.failed', 'warning'],
    ],
    [
      'not loaded',
      { state: failed('server') },
      undefined,
      ['not loaded', 'Acme, not loaded', 'organization.failed', 'warning'],
    ],
    [
      'with records that cannot be read',
      { labels: many, unreadable: 1 },
      undefined,
      ['2, incomplete', 'Acme, 2 labels, incomplete', 'organization.failed', 'warning'],
    ],
  ])('says what its list is: %s', (_, given, count, expected) => {
    const item = treeItemOf({ kind: 'organization', session: sessionWith({ ...given, name: 'Acme' }) }, shown(count));
    const [, description, spoken] = said(item);
    expect([description, spoken, item.contextValue, icon(item)]).toEqual(expected);
  });

  it('says on hover why it could not be loaded, what could not be read, and what is known of the write limit', () => {
    const session = sessionWith({ labels: many, state: failed('server'), unreadable: 2, name: 'Acme' });
    expect(tooltipOf({ kind: 'organization', session })?.split('\n')).toEqual([
      'Acme',
      'Something failed on KirimChat’s side.',
      'Labels that could not be read: 2.',
      'KirimChat has not said yet how many writes a minute this organization has.',
    ]);
  });
});
