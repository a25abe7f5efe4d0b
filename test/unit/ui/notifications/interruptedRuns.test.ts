import { beforeEach, expect, it, vi } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import type { Accounts } from '../../../../src/accounts/accounts';
import type { Session } from '../../../../src/accounts/session';
import type { InterruptedRun } from '../../../../src/journal/entry';
import type { ErrorBoundary } from '../../../../src/ui/errorBoundary';
import type { ErrorAction } from '../../../../src/ui/errors';
import { followInterruptedRuns } from '../../../../src/ui/notifications/interruptedRuns';
import { Notifications } from '../../../../src/ui/notifications/notifications';
import type { Reports } from '../../../../src/ui/report';
import { EventEmitter, told, window } from '../../fakeVscode';
import { label } from '../../labels/fakes';
import { setUp } from '../../labels/stores';

/** How long the journal has to be quiet before it is looked at again. */
const QUIET_MS = 2000;
const [VIP, COD] = [label('VIP'), label('COD')];

function runOf(id: string, ...labels: readonly (typeof VIP)[]): InterruptedRun {
  const startedAt = '2026-01-01T00:00:00Z';
  const entries = labels.map((one) => ({ run: id, act: 'delete' as const, label: one, startedAt }));
  return { run: { id, act: 'delete', startedAt, labels }, hasBegun: true, entries };
}

const VIP_WAS_DELETED = 'VS Code was closed while it deleted label “VIP”. It was deleted.';

/** Somebody signs in where these runs broke off; the list has not come yet. */
function signedIn(...interrupted: readonly InterruptedRun[]) {
  const { store: labels, source } = setUp();
  const [ended, changes] = [new AbortController(), new EventEmitter<void>()];
  let runs = interrupted;
  const journal = {
    onDidChange: changes.event,
    interruptedRuns: () => Promise.resolve(runs),
    acknowledge: (id: string) => Promise.resolve(void (runs = runs.filter(({ run }) => run.id !== id))),
  };
  const open = vi.fn(() => Promise.resolve(journal));
  const baseUrl = { host: 'api.test' };
  const session = {
    organizationName: 'Acme',
    baseUrl,
    labels,
    ended: ended.signal,
    journal: open,
  } as unknown as Session;
  const accounts = { sessions: [session], onDidChange: () => ({ dispose: () => undefined }) } as unknown as Accounts;
  const [errors, reports]: [unknown[], unknown[][]] = [[], []];
  const log = { warn: () => undefined } as unknown as LogOutputChannel;
  const boundary = { run: (act: () => unknown) => Promise.resolve(act()) } as unknown as ErrorBoundary;
  const following = followInterruptedRuns(accounts, {
    notifications: new Notifications(boundary, log),
    reports: { open: (...report: unknown[]) => Promise.resolve(void reports.push(report)) } as unknown as Reports,
    record: (error) => errors.push(error),
  });
  const list = async (...all: readonly (typeof VIP)[]) => {
    source.page(...all);
    source.end();
    await labels.refresh();
    await vi.advanceTimersByTimeAsync(0);
  };
  const writeDown = () => {
    changes.fire();
  };
  /** Another window has died in the middle of it, which the journal tells with other changes. */
  const breakOff = (run: InterruptedRun) => {
    runs = [...runs, run];
    changes.fire();
  };
  return { source, ended, open, errors, reports, following, list, writeDown, breakOff, left: () => runs };
}

beforeEach(() => {
  vi.useFakeTimers();
});

it('says once what became of a run that broke off, as soon as there is a list, which knows', async () => {
  const { list, left } = signedIn(runOf('1', VIP), runOf('2', VIP, COD));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(told).toEqual([]);
  await list(COD);
  const said = [VIP_WAS_DELETED, 'VS Code was closed while it deleted 2 labels. Deleted: 1. Not deleted: 1.'];
  expect(told).toEqual(said);
  expect(left()).toEqual([]);
  await list(COD);
  expect(told).toEqual(said);
});

it('opens the details', async () => {
  const press = (_: string, ...actions: readonly ErrorAction[]) =>
    Promise.resolve(actions.find(({ title }) => title === 'Show Details'));
  vi.spyOn(window, 'showWarningMessage').mockImplementation(press as never);
  const { list, reports } = signedIn(runOf('1', VIP));
  await list();
  expect(reports).toEqual([['Deleted Labels', expect.arrayContaining([VIP_WAS_DELETED, '  VIP  lbl_VIP'])]]);
});

it('says what breaks off later in another window, by a list that is newer', async () => {
  const { list, breakOff, source } = signedIn();
  await list(VIP);
  breakOff(runOf('1', VIP));
  await vi.advanceTimersByTimeAsync(QUIET_MS - 1);
  expect(source.requests).toBe(1);
  source.page();
  source.end();
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual([VIP_WAS_DELETED]);
});

it('asks for no list where nothing has broken off', async () => {
  const { list, writeDown, source } = signedIn();
  await list(VIP);
  writeDown();
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(source.requests).toBe(1);
});

it('waits for the next list where this one fails', async () => {
  const { list, breakOff, source } = signedIn();
  await list(VIP);
  breakOff(runOf('1', VIP));
  source.fail(new Error('offline'));
  await vi.advanceTimersByTimeAsync(QUIET_MS);
  expect(told).toEqual([]);
  await list();
  expect(told).toEqual([VIP_WAS_DELETED]);
});

it('tries again with the next list where the journal cannot be read, of which it says nothing on screen', async () => {
  const { list, open, errors } = signedIn(runOf('1', VIP));
  const error = new Error('disk');
  open.mockRejectedValueOnce(error);
  await list();
  expect([told, errors]).toEqual([[], [error]]);
  await list();
  expect(told).toEqual([VIP_WAS_DELETED]);
});

it.each(['signed out', 'closed'] as const)(
  'says nothing more where the organization, or the window, is %s',
  async (how) => {
    const { list, ended, following, breakOff, source } = signedIn();
    await list(VIP);
    breakOff(runOf('1', VIP));
    if (how === 'closed') {
      following.dispose();
    }
    ended.abort();
    source.page();
    source.end();
    await vi.advanceTimersByTimeAsync(QUIET_MS);
    expect([told, source.requests]).toEqual([[], how === 'closed' ? 1 : 2]);
  },
);
