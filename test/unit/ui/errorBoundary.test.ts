import { expect, it, vi } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { InvalidBaseUrlError } from '../../../src/api/baseUrl';
import { ApiError } from '../../../src/api/errors';
import { describeError } from '../../../src/ui/messages/describeError';
import { type ErrorAction, OperationError } from '../../../src/ui/errors';
import { Notifications } from '../../../src/ui/notifications/notifications';
import { called, window } from '../fakeVscode';
import { ErrorBoundary } from '../../../src/ui/errorBoundary';

/** The buttons of the notification about an error, one of which is pressed. */
async function pressed(button: string, error: Error): Promise<readonly string[]> {
  const buttons: string[] = [];
  const showErrorMessage = (_: string, ...actions: readonly ErrorAction[]) => {
    buttons.push(...actions.map(({ title }) => title));
    return Promise.resolve(actions.find(({ title }) => title === button));
  };
  vi.spyOn(window, 'showErrorMessage').mockImplementation(showErrorMessage as never);
  const boundary = new ErrorBoundary({ error: () => undefined } as unknown as LogOutputChannel);
  await boundary.run(() => {
    throw error;
  });
  await vi.waitFor(() => {
    expect(called).toHaveLength(1);
  });
  return buttons;
}

it('opens the setting that is wrong', async () => {
  await pressed('Open Setting', new InvalidBaseUrlError('notAUrl'));
  expect(called).toEqual([['workbench.action.openSettings', 'kirimLabels.apiBaseUrl']]);
});

it.each(['certificate', 'unreadable', 'wrongAddress', 'rateLimited'] as const)(
  'links to what there is to do about what lies in the way to KirimChat: %s',
  async (kind) => {
    const buttons = await pressed('Get Help', new ApiError({ kind, attempts: 1, mayHaveTakenEffect: false }));
    expect(buttons.slice(1)).toEqual(kind === 'wrongAddress' ? ['Open Setting', 'Get Help'] : ['Get Help']);
    expect(called).toEqual([['kirimLabels.openTroubleshooting']]);
  },
);

it('keeps apart from its own words what KirimChat says in others', () => {
  const error = new ApiError({ kind: 'conflict', serverMessage: 'שם (2)', attempts: 1, mayHaveTakenEffect: false });
  expect(describeError(error)).toBe('KirimChat refused the request. \u2068שם (2)\u2069');
});

it('writes names from right to left into the log without characters that editors draw boxes for', async () => {
  const lines: string[] = [];
  const log = { error: (line: string) => lines.push(line), warn: (line: string) => lines.push(line) };
  const boundary = new ErrorBoundary(log as unknown as LogOutputChannel);
  boundary.record(new OperationError('“\u2068שם\u2069” was not deleted.', undefined));
  new Notifications(boundary, log as unknown as LogOutputChannel).notify('partly', 'Kept “\u2068שם\u2069”.');
  await vi.waitFor(() => {
    expect(lines).toEqual([expect.stringMatching(/^“שם” was not deleted\./), 'Kept “שם”.']);
  });
});
