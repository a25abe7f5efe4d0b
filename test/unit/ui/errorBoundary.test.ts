import { expect, it, vi } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { SecretStorageError } from '../../../src/accounts/secretStorageError';
import { InvalidBaseUrlError } from '../../../src/api/baseUrl';
import { ApiError } from '../../../src/api/errors';
import { type ErrorAction, OperationError } from '../../../src/ui/errors';
import { Notifications } from '../../../src/ui/notifications/notifications';
import { called, CancellationError, copied, told, window } from '../fakeVscode';
import { ErrorBoundary } from '../../../src/ui/errorBoundary';

const api = (kind: ApiError['kind'], requestId?: string) =>
  new ApiError({ kind, requestId, attempts: 1, mayHaveTakenEffect: false });

/** What is done, whose errors are shown; whoever reads them presses this button the first time. */
function boundaryWith(button?: string) {
  const press = (message: string, ...actions: readonly ErrorAction[]) => {
    told.push(message);
    return Promise.resolve(told.length === 1 ? actions.find(({ title }) => title === button) : undefined);
  };
  vi.spyOn(window, 'showErrorMessage').mockImplementation(press as never);
  const lines: string[] = [];
  const push = (line: string) => lines.push(line);
  const log = { error: push, warn: push, show: () => called.push(['the log']) } as unknown as LogOutputChannel;
  return { boundary: new ErrorBoundary(log), lines, log };
}

it.each([
  ['Open Setting', new InvalidBaseUrlError('notAUrl'), ['workbench.action.openSettings', 'kirimLabels.apiBaseUrl']],
  ['Open Setting', api('wrongAddress'), ['workbench.action.openSettings', 'kirimLabels.apiBaseUrl']],
  ['Get Help', api('certificate'), ['kirimLabels.openTroubleshooting']],
  ['Sign In Again', api('unauthorized'), ['kirimLabels.signIn']],
  ['How to Fix', new SecretStorageError('locked'), [expect.stringMatching(/^https:.*troubleshooting-keychain/)]],
  ['Show Log', api('server'), ['the log']],
])('does what the button says: %s', async (button, error, call) => {
  await boundaryWith(button).boundary.run(() => Promise.reject(error));
  await vi.waitFor(() => {
    expect(called).toEqual([call]);
  });
});

it('copies the id of the request that failed', async () => {
  await boundaryWith('Copy Request ID').boundary.run(() => Promise.reject(api('server', 'req_1')));
  await vi.waitFor(() => {
    expect(copied).toEqual(['req_1']);
  });
});

it('tries the whole command again, or what the command says that is left to do', async () => {
  let tries = 0;
  const act = () => {
    tries += 1;
    throw api('server');
  };
  await boundaryWith('Retry').boundary.run(act);
  await vi.waitFor(() => {
    expect(told).toHaveLength(2);
  });
  expect(tries).toBe(2);
  told.length = 0;
  const retry = () => called.push(['the rest']);
  await boundaryWith('Retry').boundary.run(() => Promise.reject(new OperationError('Kept.', api('server'), retry)));
  await vi.waitFor(() => {
    expect(called).toEqual([['the rest']]);
  });
});

it('says nothing where the user has cancelled', async () => {
  const { boundary, lines } = boundaryWith();
  await boundary.run(() => Promise.reject(new CancellationError()));
  expect([told, lines]).toEqual([[], []]);
});

it('writes into the log what helps to find the cause: all of an answer, and where a mistake of ours is', () => {
  const { boundary, lines } = boundaryWith();
  boundary.record(new OperationError('“VIP” was not deleted.', api('server', 'req_1')));
  boundary.record(new TypeError('x is undefined'));
  expect(lines).toEqual([
    expect.stringMatching(
      /^“VIP” was not deleted\. Something failed on KirimChat’s side\. \{.*"requestId":"req_1".*\}$/,
    ),
    expect.stringMatching(
      /^Something unexpected went wrong\. The log has the details\. TypeError: x is undefined\n +at /,
    ),
  ]);
});

it('writes names from right to left into the log without characters that editors draw boxes for', async () => {
  const { boundary, lines, log } = boundaryWith();
  boundary.record(new OperationError('“\u2068שם\u2069” was not deleted.', undefined));
  new Notifications(boundary, log).notify('partly', 'Kept “\u2068שם\u2069”.');
  await vi.waitFor(() => {
    expect(lines).toEqual([expect.stringMatching(/^“שם” was not deleted\./), 'Kept “שם”.']);
  });
});
