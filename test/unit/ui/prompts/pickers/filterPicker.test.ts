import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type LabelFilter, NO_FILTER } from '../../../../../src/labels/query/labelFilter';
import { pickFilter } from '../../../../../src/ui/prompts/pickers/filterPicker';
import { pickers, QuickPickItemKind } from '../../../fakeVscode';
import { label } from '../../../labels/fakes';

const LABELS = [label('A', { color: 'red' }), label('B', { color: 'mauve', team_id: 'team_2' }), label('C')];

/** In milliseconds. */
const TYPING_MS = 150;

function opened(present: Partial<LabelFilter> = {}, labels = LABELS) {
  const filters: LabelFilter[] = [];
  const closed = pickFilter({ ...NO_FILTER, ...present }, labels, (filter) => filters.push(filter));
  const list = pickers[0] ?? expect.unreachable();
  const all = list.items as readonly { label: string; kind?: number; alwaysShow?: boolean; iconPath?: unknown }[];
  const named = (...names: readonly string[]) =>
    all.filter((row) => row.kind !== QuickPickItemKind.Separator && names.includes(row.label));
  return { list, filters, closed, all, named };
}

beforeEach(() => {
  vi.useFakeTimers();
});

describe('the list that the view is filtered by', () => {
  it('has the colors and teams that labels have, in the order of the API, and whether they are retired', () => {
    const headings = opened().all.map((row) => (row.kind === undefined ? row.label : `— ${row.label}`));
    expect(headings).toEqual([
      ...['— Colors', 'gray', 'red', 'mauve'],
      ...['— Teams', 'Team team_1', 'Team team_2'],
      ...['— Retired', 'In use', 'Retired'],
    ]);
  });

  it('has all colors while there are no labels yet, and no teams where there is one', () => {
    const { all, named } = opened({}, []);
    expect(all.map((row) => row.label)).not.toContain('Teams');
    expect(named('pink', 'teal')).toHaveLength(2);
  });

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

  it('shows each color in itself, one that is not known as gray', () => {
    const [gray, red, mauve] = opened().named('gray', 'red', 'mauve');
    expect(red).not.toMatchObject({ iconPath: gray?.iconPath });
    expect(mauve).toMatchObject({ iconPath: gray?.iconPath });
  });
});
