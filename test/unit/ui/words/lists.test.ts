import { expect, it, vi } from 'vitest';
import type { Accounts } from '../../../../src/accounts/accounts';
import type { Session } from '../../../../src/accounts/session';
import type { JournalEntry } from '../../../../src/journal/entry';
import { type LabelFilter, NO_FILTER } from '../../../../src/labels/query/labelFilter';
import { SORT_ORDERS } from '../../../../src/labels/query/sortOrder';
import { pickColor } from '../../../../src/ui/prompts/pickers/colorPicker';
import { pickDeleted } from '../../../../src/ui/prompts/pickers/deletedPicker';
import { pickFilter } from '../../../../src/ui/prompts/pickers/filterPicker';
import { pickLabels } from '../../../../src/ui/prompts/pickers/labelPicker';
import { pickSession } from '../../../../src/ui/prompts/pickers/sessionPicker';
import { pickSortOrder } from '../../../../src/ui/prompts/pickers/sortOrderPicker';
import { askForTeam, pickTeam } from '../../../../src/ui/prompts/pickers/teamPicker';
import { pickers, QuickPickItemKind, settings, window } from '../../fakeVscode';
import { label } from '../../labels/fakes';
import { loaded, setUp } from '../../labels/stores';
import { acme, globex, organization, teams } from './organizations';
import { Page } from './page';

interface Row {
  readonly label: string;
  readonly description?: string;
  readonly kind?: number;
  readonly iconPath?: { readonly id?: string };
}

/** The list that was opened last: its check marks, its highlight, its icons, and what stands beside each row. */
function shown(): readonly string[] {
  const list = pickers.at(-1) ?? expect.unreachable();
  const rows = (list.items as readonly Row[]).map((row) => {
    const check = list.canSelectMany ? (list.selectedItems.includes(row) ? '[x] ' : '[ ] ') : '';
    const icon = row.iconPath?.id ? `(${row.iconPath.id}) ` : '';
    const highlight = list.activeItems.includes(row) ? '> ' : '';
    return row.kind === QuickPickItemKind.Separator
      ? `— ${row.label} —`
      : `${highlight}${check}${icon}${row.label}${row.description ? `  ${row.description}` : ''}`;
  });
  return [list.title, `${list.placeholder}${list.busy ? ' (busy)' : ''}`, ...rows];
}

it('shows lists of labels', async () => {
  const page = new Page();
  const offer = { title: 'Delete Label', none: 'There are no labels to delete', isOffered: () => true };
  const sessionWith = (labels: Session['labels']) => organization('Acme', [], { labels });
  const loading = setUp();
  void pickLabels(sessionWith(loading.store), offer);
  await Promise.resolve();
  page.add('nothing is loaded yet', ...shown());
  loading.source.page(label('VIP', { color: 'red' }));
  await vi.waitFor(() => {
    expect(pickers.at(-1)?.items).toHaveLength(1);
  });
  page.add('some are loaded', ...shown());
  const { store } = await loaded(...teams.labels.labels);
  void pickLabels(sessionWith(store), offer);
  page.add('all are loaded', ...shown());
  void pickLabels(sessionWith(store), { ...offer, isOffered: ({ name }) => name !== 'VIP', isSingle: true });
  page.add('one of some', ...shown());
  void pickLabels(sessionWith(store), { ...offer, isOffered: () => false });
  page.add('none is offered', ...shown());
  void pickLabels(sessionWith((await loaded()).store), offer);
  page.add('there are none', ...shown());
  const entry: JournalEntry = { run: 'run', act: 'delete', label: label('Old'), startedAt: '2026-01-01T00:00:00' };
  const other = { ...entry, label: label('Old', { id: 'lbl_2', team_id: 'team_2' }), endedAt: '2026-01-01T15:04:05' };
  void pickDeleted(acme, 'Create Label Again', () => new Promise(() => undefined));
  page.add('deleted ones, while these are looked for', ...shown());
  void pickDeleted(acme, 'Create Label Again', () => Promise.resolve([entry, other]));
  await vi.waitFor(() => {
    expect(pickers.at(-1)?.busy).toBe(false);
  });
  page.add('deleted ones', ...shown().map((line) => line.replaceAll('\u202F', ' ')));
  await page.isAsBefore('lists/labels');
});

it('shows lists of colors, orders, teams and organizations', async () => {
  const page = new Page();
  void pickColor(acme, { title: 'Create Label' });
  page.add('colors', ...shown());
  void pickColor(acme, { title: 'Change Color', current: 'teal' });
  page.add('colors, one of which is there', ...shown());
  for (const order of SORT_ORDERS) {
    void pickSortOrder(order);
    page.add(`orders, while labels are sorted by ${order}`, ...shown());
  }
  settings['teamAliases'] = { team_b: 'Sales' };
  void pickTeam(teams, 'Create Label');
  page.add('teams', ...shown());
  void pickTeam(teams, 'Create Label', true);
  page.add('teams, or another one', ...shown());
  const asked = vi.spyOn(window, 'showInputBox');
  await askForTeam('Create Label').catch(() => undefined);
  const [{ title, prompt, placeHolder } = expect.unreachable()] = asked.mock.lastCall ?? [];
  page.add('the ID of another team', title, prompt, placeHolder);
  const listed = vi.spyOn(window, 'showQuickPick');
  const sessions = [acme, globex, organization(undefined, [], { shortId: '…ABC123' })];
  for (const question of [undefined, 'Copy to which organization?']) {
    await pickSession(sessions, question).catch(() => undefined);
    const [rows, options] = listed.mock.lastCall ?? expect.unreachable();
    page.add('organizations', options?.placeHolder, ...(rows as readonly Row[]).map((row) => row.label));
  }
  await page.isAsBefore('lists/others');
});

it('shows what labels can be filtered by', async () => {
  const page = new Page();
  const open = (sessions: readonly Session[], present: Partial<LabelFilter> = {}) => {
    const accounts = { sessions, onDidChange: () => ({ dispose: () => undefined }) } as unknown as Accounts;
    void pickFilter({ ...NO_FILTER, ...present }, accounts, () => undefined);
    return shown();
  };
  page.add('there are no labels', ...open([]));
  page.add('of one team', ...open([acme]));
  page.add(
    'of one team, but filtered by another one',
    ...open([acme], { teamIds: ['team_0'], colors: ['pink', 'mauve'] }),
  );
  page.add('of several teams', ...open([teams], { colors: ['gray'], isRetired: true }));
  page.add('of several organizations', ...open([globex, teams], { isRetired: false }));
  await page.isAsBefore('lists/filter');
});
