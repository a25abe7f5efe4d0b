import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../../src/journal/entry';
import type { LoadedList } from '../../../../src/labels/loadedList';
import type { Accounts } from '../../../../src/accounts/accounts';
import { label, wholeListOf } from '../../labels/fakes';

import { RecentlyDeletedSource } from '../../../../src/views/recentlyDeleted/recentlyDeletedSource';

const deleted = (name: string, outcome: JournalEntry['outcome']): JournalEntry => ({
  run: 'run',
  act: 'delete',
  label: label(name),
  startedAt: '2026-01-01T00:00:00Z',
  outcome,
});

/** A user who is signed in, whose list is on its way, with such a journal; and what was told of it. */
async function setUp({ entries = [] as JournalEntry[], canRead = true, hadDeleted = true } = {}) {
  let change: (change: { kind: string }) => void = () => undefined;
  const onDidChange = (listener: typeof change) => {
    change = listener;
    return { dispose: () => undefined };
  };
  const journal = {
    entries,
    unreadableFiles: [],
    load: () => Promise.resolve(),
    onDidChange: () => ({ dispose: () => undefined }),
  };
  const session = {
    labels: { state: { kind: 'loading' }, labels: [], latest: undefined as LoadedList | undefined, onDidChange },
    ended: new AbortController().signal,
    journal: () => (canRead ? Promise.resolve(journal) : Promise.reject(new Error('no folder'))),
  };
  const accounts = { sessions: [session], onDidChange: () => ({ dispose: () => undefined }) };
  const source = new RecentlyDeletedSource(accounts as unknown as Accounts, hadDeleted, () => undefined);
  const told: number[] = [];
  source.onDidChange(() => told.push(source.rows.length));
  const state = async (kind: string) => {
    session.labels.state.kind = kind;
    session.labels.latest = kind === 'loaded' ? wholeListOf() : session.labels.latest;
    change({ kind: 'state' });
    await settled();
  };
  await settled();
  return { told, state, change };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('what was deleted', () => {
  it('is told while the list is on its way, where it is certain, and there was something to show before', async () => {
    const { told } = await setUp({ entries: [deleted('A', 'done')] });
    expect(told).toEqual([1]);
  });

  it('is read with the list where there was nothing to show before', async () => {
    const { told, state } = await setUp({ entries: [deleted('A', 'done')], hadDeleted: false });
    expect(told).toEqual([]);
    await state('loaded');
    expect(told).toEqual([1]);
  });

  it('is not said to be nothing before the list is there, which knows of what is in doubt', async () => {
    const { told, state, change } = await setUp({ entries: [deleted('A', 'inDoubt')] });
    change({ kind: 'rows' });
    expect(told).toEqual([]);
    await state('loaded');
    expect(told).toEqual([1]);
  });

  it('is told once to be nothing', async () => {
    const { told, state } = await setUp();
    await state('loaded');
    await state('loaded');
    expect(told).toEqual([0]);
  });

  it('is nothing where the list cannot be had, or the journal not be read', async () => {
    const { told, state } = await setUp();
    await state('failed');
    expect(told).toEqual([0]);
    expect((await setUp({ canRead: false })).told).toEqual([0]);
  });
});
