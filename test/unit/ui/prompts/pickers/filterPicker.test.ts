import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Accounts } from '../../../../../src/accounts/accounts';
import type { Session } from '../../../../../src/accounts/session';
import type { Label } from '../../../../../src/api/schema';
import { type LabelFilter, NO_FILTER } from '../../../../../src/labels/query/labelFilter';
import { pickFilter } from '../../../../../src/ui/prompts/pickers/filterPicker';
import { pickers, QuickPickItemKind } from '../../../fakeVscode';
import { label } from '../../../labels/fakes';

const LABELS = [label('A', { color: 'red' }), label('B', { color: 'mauve', team_id: 'team_2' }), label('C')];

/** In milliseconds. */
const TYPING_MS = 150;

/** Somebody who is signed in to an organization with these labels, and what happens there. */
function signedIn(labels: readonly Label[]) {
  let change: (change: { kind: string }) => void = () => undefined;
  const accounts = {
    sessions: [organization('Acme', labels)],
    onDidChange: (listener: typeof change) => {
      change = listener;
      return {
        dispose: () => {
          change = () => undefined;
        },
      };
    },
  };
  return {
    accounts,
    change: (kind: string) => {
      change({ kind });
    },
  };
}

function organization(organizationName: string, labels: readonly Label[]) {
  return { organizationName, labels: { labels } } as unknown as Session;
}

function opened(present: Partial<LabelFilter> = {}, labels = LABELS) {
  const filters: LabelFilter[] = [];
  const { accounts, change } = signedIn(labels);
  const closed = pickFilter({ ...NO_FILTER, ...present }, accounts as unknown as Accounts, (filter) =>
    filters.push(filter),
  );
  const list = pickers[0] ?? expect.unreachable();
  const all = list.items as readonly { label: string; kind?: number; alwaysShow?: boolean; iconPath?: unknown }[];
  const named = (...names: readonly string[]) =>
    all.filter((row) => row.kind !== QuickPickItemKind.Separator && names.includes(row.label));
  return { list, filters, closed, all, named, accounts, change };
}

beforeEach(() => {
  vi.useFakeTimers();
});

describe('the list that the view is filtered by', () => {
  it('shows what is filtered now, also where no label has it any more', () => {
    const { list, named } = opened({ text: 'vip', colors: ['pink'], teamIds: ['team_9'], isRetired: false });
    expect(list.value).toBe('vip');
    expect(list.selectedItems).toEqual(named('pink', 'Team team_9', 'In use'));
    expect(list.selectedItems).toHaveLength(3);
  });

  it('filters as the user types, once there is a moment without a letter', () => {
    const { list, filters } = opened();
    list.type('v');
    vi.advanceTimersByTime(TYPING_MS - 1);
    list.type('vi');
    vi.advanceTimersByTime(TYPING_MS - 1);
    expect(filters).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(filters).toEqual([{ ...NO_FILTER, text: 'vi' }]);
  });

  it('keeps all rows with a check mark in sight: what is typed is not searched for in them', () => {
    const { all } = opened();
    const rows = all.filter((row) => row.kind === undefined);
    expect(rows.every((row) => row.alwaysShow)).toBe(true);
  });

  it('takes what is checked; both retired and in use are all', () => {
    const { list, filters, named } = opened();
    list.check(named('red', 'Team team_2', 'Retired'));
    vi.advanceTimersByTime(TYPING_MS);
    list.check(named('In use', 'Retired'));
    vi.advanceTimersByTime(TYPING_MS);
    expect(filters).toEqual([
      { text: '', colors: ['red'], teamIds: ['team_2'], isRetired: true },
      { ...NO_FILTER, isRetired: undefined },
    ]);
  });

  it('keeps what was chosen last, however it is closed', async () => {
    const { list, filters, closed } = opened();
    list.type('vip');
    list.hide();
    await closed;
    vi.advanceTimersByTime(TYPING_MS);
    expect(filters).toEqual([{ ...NO_FILTER, text: 'vip' }]);
    const again = opened();
    const other = pickers[1] ?? expect.unreachable();
    other.type('cod');
    other.pressEnter();
    await again.closed;
    expect(again.filters).toEqual([{ ...NO_FILTER, text: 'cod' }]);
  });

  it('changes nothing when it is closed and nothing was chosen since: the filter may be another one by now', async () => {
    const { list, filters, closed } = opened({ text: 'vip' });
    list.type('vi');
    vi.advanceTimersByTime(TYPING_MS);
    list.hide();
    await closed;
    expect(filters).toEqual([{ ...NO_FILTER, text: 'vi' }]);
  });

  it('gets the colors and teams of labels that come while it is open, and keeps its check marks and its highlight', () => {
    const { list, filters, named, accounts, change } = opened({ colors: ['gray'] }, [label('A')]);
    const before = list.items;
    change('state');
    expect(list.items).toBe(before);
    list.activeItems = named('Retired');
    accounts.sessions = [organization('Acme', LABELS)];
    change('rows');
    const labelsOf = (rows: readonly unknown[]) => rows.map((row) => (row as { label: string }).label);
    expect(labelsOf(list.items)).toEqual(expect.arrayContaining(['red', 'Teams', 'Team team_2']));
    expect([labelsOf(list.selectedItems), labelsOf(list.activeItems)]).toEqual([['gray'], ['Retired']]);
    vi.advanceTimersByTime(TYPING_MS);
    expect(filters).toEqual([]);
    list.hide();
    const last = list.items;
    accounts.sessions = [];
    change('sessions');
    expect(list.items).toBe(last);
  });

  it('says whose a team is where there are several organizations', () => {
    const { list, accounts, change } = opened({}, [label('A')]);
    accounts.sessions = [...accounts.sessions, organization('Beta', [label('B', { team_id: 'team_2' })])];
    change('sessions');
    const teams = list.items.filter((row) => (row as { teamId?: string }).teamId);
    expect(teams).toMatchObject([
      { label: 'Team team_1', description: 'Acme' },
      { label: 'Team team_2', description: 'Beta' },
    ]);
  });

  it('shows each color in itself, one that is not known as gray', () => {
    const [gray, red, mauve] = opened().named('gray', 'red', 'mauve');
    expect(red).not.toMatchObject({ iconPath: gray?.iconPath });
    expect(mauve).toMatchObject({ iconPath: gray?.iconPath });
  });
});
