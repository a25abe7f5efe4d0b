import { describe, expect, it, vi } from 'vitest';
import type { Session } from '../../../../../src/accounts/session';
import type { JournalEntry } from '../../../../../src/journal/entry';
import { pickColor } from '../../../../../src/ui/prompts/pickers/colorPicker';
import { pickDeleted } from '../../../../../src/ui/prompts/pickers/deletedPicker';
import { pickSession } from '../../../../../src/ui/prompts/pickers/sessionPicker';
import { pickSortOrder } from '../../../../../src/ui/prompts/pickers/sortOrderPicker';
import { pickTeam } from '../../../../../src/ui/prompts/pickers/teamPicker';
import { CancellationError, pickers, window } from '../../../fakeVscode';
import { label } from '../../../labels/fakes';
import { acme, globex } from '../../words/organizations';

/** Somebody is signed in, and opens a list. */
function signedIn(...teams: readonly string[]) {
  const ended = new AbortController();
  const labels = { labels: teams.map((team_id) => label('VIP', { id: `lbl_${team_id}`, team_id })) };
  const session = { labels, ended: ended.signal } as unknown as Session;
  return {
    session,
    signOut: () => {
      ended.abort();
    },
  };
}

type SignedIn = ReturnType<typeof signedIn>;

const list = () => pickers.at(-1) ?? expect.unreachable();
const rowOf = (name: string) => list().items.filter((row) => (row as { label: string }).label === name);

/** Presses Enter on the row. */
function take(name: string): void {
  list().activeItems = rowOf(name);
  list().pressEnter();
}

describe('a list in which one row is picked', () => {
  it.each([
    [
      'a color',
      ({ session }: SignedIn) => pickColor(session, { title: 'Change Color', current: 'teal' }),
      'sky blue',
      'sky',
    ],
    ['an order', () => pickSortOrder('name'), 'Newest first', 'newest'],
    ['a team', ({ session }: SignedIn) => pickTeam(session, 'Create Label', true), 'Team team_2', 'team_2'],
  ])('takes the row that is highlighted, and closes: %s', async (_, pick, row, result) => {
    const picked = pick(signedIn('team_1', 'team_2'));
    list().activeItems = [];
    list().pressEnter();
    expect(list().isOpen).toBe(true);
    take(row);
    expect(await picked).toBe(result);
    expect(list().isOpen).toBe(false);
    const escaped = pick(signedIn('team_1', 'team_2'));
    list().pressEscape();
    await expect(escaped).rejects.toThrow(CancellationError);
  });

  it.each([
    ['a color', ({ session }: SignedIn) => pickColor(session, { title: 'Change Color' })],
    ['a team', ({ session }: SignedIn) => pickTeam(session, 'Create Label')],
    [
      'a deleted label',
      ({ session }: SignedIn) => pickDeleted(session, 'Create Again', () => new Promise(() => undefined)),
    ],
  ])('closes when its organization is signed out: %s', async (_, pick) => {
    const { session, signOut } = signedIn('team_1', 'team_2');
    const picked = pick({ session, signOut });
    signOut();
    await expect(picked).rejects.toThrow(CancellationError);
    expect(list().isOpen).toBe(false);
  });

  it('is not opened where there is one team, or none that is known', async () => {
    expect(await pickTeam(signedIn('team_1').session, 'Create Label', true)).toBe('team_1');
    expect(await pickTeam(signedIn().session, 'Create Label', true)).toBeUndefined();
    expect(pickers).toEqual([]);
  });

  it.each([
    [' team_9 ', 'team_9'],
    [' ', undefined],
    [undefined, undefined],
  ])('asks for the ID of another team: %j', async (typed, id) => {
    vi.spyOn(window, 'showInputBox').mockResolvedValue(typed);
    const picked = pickTeam(signedIn('team_1', 'team_2').session, 'Create Label', true);
    take('Another Team…');
    await (id === undefined ? expect(picked).rejects.toThrow(CancellationError) : expect(picked).resolves.toBe(id));
  });
});

describe('the list of deleted labels', () => {
  const entry: JournalEntry = { run: '1', act: 'delete', label: label('VIP'), startedAt: '2026-01-01T00:00:00Z' };

  it('has the same label as often as it was deleted', async () => {
    const again = { ...entry, run: '2' };
    const picked = pickDeleted(signedIn().session, 'Create Again', () => Promise.resolve([entry, again]));
    await vi.waitFor(() => {
      expect(list().items).toHaveLength(2);
    });
    list().takeAll();
    expect(await picked).toEqual([entry, again]);
    expect(list().isOpen).toBe(false);
  });

  it('closes where there is nothing to pick, or that cannot be known', async () => {
    expect(await pickDeleted(signedIn().session, 'Create Again', () => Promise.resolve([]))).toEqual([]);
    expect(list().isOpen).toBe(false);
    const error = new Error('disk');
    await expect(pickDeleted(signedIn().session, 'Create Again', () => Promise.reject(error))).rejects.toBe(error);
    expect(list().isOpen).toBe(false);
  });
});

describe('the list of organizations', () => {
  it('is not opened where there is one, or none', async () => {
    expect([await pickSession([]), await pickSession([acme])]).toEqual([undefined, acme]);
  });

  it('gives the one that is picked', async () => {
    const pick = vi.spyOn(window, 'showQuickPick');
    pick.mockImplementation((rows) => Promise.resolve(rows[1]));
    expect(await pickSession([acme, globex])).toBe(globex);
    pick.mockResolvedValue(undefined);
    await expect(pickSession([acme, globex])).rejects.toThrow(CancellationError);
  });
});
