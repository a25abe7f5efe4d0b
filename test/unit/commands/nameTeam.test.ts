import { beforeEach, expect, it, vi } from 'vitest';
import type { InputBoxOptions } from 'vscode';
import type { Session } from '../../../src/accounts/session';
import type { CommandContext } from '../../../src/commands/commandContext';
import { nameTeam } from '../../../src/commands/view/nameTeam';
import { LabelStore } from '../../../src/labels/labelStore';
import { CancellationError, pickers, settings, statusBar, window } from '../fakeVscode';
import { label } from '../labels/fakes';
import { nodeOf, teamOf } from '../views/labels/markedView';

/** The boxes that were opened. */
const boxes: InputBoxOptions[] = [];

/** The command is called on no row, or on that of a team, of an organization with these teams; the user types the name. */
async function name(typed: string | undefined, teamIds: readonly string[], rowOf?: string): Promise<void> {
  const labels = teamIds.map((team_id) => label(`of ${team_id}`, { team_id }));
  const listLabels = async function* () {
    yield await Promise.resolve(labels);
  };
  const ended = new AbortController().signal;
  const session = { labels: new LabelStore({ listLabels }), ended } as unknown as Session;
  const row = rowOf === undefined ? undefined : teamOf(rowOf, labels.map((each) => nodeOf(each, session)).slice(0, 1));
  const context = {
    accounts: { find: () => Promise.resolve([session]) },
    view: { calledOn: () => Promise.resolve({ rows: row ? [row] : [], origin: row }) },
  } as unknown as CommandContext;
  vi.spyOn(window, 'showInputBox').mockImplementation((options) => {
    boxes.push(options);
    return Promise.resolve(typed);
  });
  await nameTeam(context, []).catch((error: unknown) => {
    expect(error).toBeInstanceOf(CancellationError);
  });
}

beforeEach(() => {
  boxes.length = 0;
  settings['teamAliases'] = { team_a: 'Sales', team_b: 5 };
});

it('the team of the row gets the name that is typed, and nothing else in the setting changes', async () => {
  await name(' Support ', ['team_a', 'team_c'], 'team_c');
  expect([pickers, boxes[0]?.title, boxes[0]?.value]).toEqual([[], 'Name Team team_c', '']);
  expect(settings['teamAliases']).toEqual({ team_a: 'Sales', team_b: 5, team_c: 'Support' });
  expect(statusBar).toEqual(['The team is called “Support” now.']);
});

it('an empty name takes the present one away, and with the last one the setting', async () => {
  await name('', ['team_a']);
  expect(boxes[0]?.value).toBe('Sales');
  expect(settings['teamAliases']).toEqual({ team_b: 5 });
  settings['teamAliases'] = { team_a: 'Sales' };
  await name(' ', ['team_a']);
  expect(settings['teamAliases']).toBeUndefined();
});

it('from the palette the only team is meant, or one of a list that has them by their names', async () => {
  await name('New', ['team_a']);
  expect(pickers).toEqual([]);
  const named = name('Newer', ['team_z', 'team_a']);
  await vi.waitFor(() => {
    expect(pickers).toHaveLength(1);
  });
  const [list = expect.unreachable()] = pickers;
  expect(list.items).toMatchObject([{ label: 'Team New' }, { label: 'Team team_z' }]);
  list.activeItems = list.items.slice(0, 1);
  list.pressEnter();
  await named;
  expect(settings['teamAliases']).toEqual({ team_a: 'Newer', team_b: 5 });
});

it('nothing changes where the box is closed, or there is no team', async () => {
  const before = settings['teamAliases'];
  await name(undefined, ['team_a']);
  await name('New', []);
  expect(settings['teamAliases']).toBe(before);
  expect(statusBar).toEqual(['There are no labels, so there are no teams to name.']);
});

it('the box does not take a name that cannot be seen, or is too long', async () => {
  await name(undefined, ['team_a']);
  const said = ['', 'Sales', '\u200B', '🌱'.repeat(50), 'x'.repeat(51)].map((typed) =>
    boxes[0]?.validateInput?.(typed),
  );
  expect(said).toEqual([
    undefined,
    undefined,
    'Nothing of this name can be seen.',
    undefined,
    'A team’s name can have 50 characters at most.',
  ]);
});
