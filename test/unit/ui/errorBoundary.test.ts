import { expect, it, vi } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { InvalidBaseUrlError } from '../../../src/api/baseUrl';
import { ApiError } from '../../../src/api/errors';
import { describeError } from '../../../src/ui/messages/describeError';
import type { ErrorAction } from '../../../src/ui/errors';
import { called, window } from '../fakeVscode';
import { ErrorBoundary } from '../../../src/ui/errorBoundary';

it('opens the setting that is wrong', async () => {
  const showErrorMessage = (_: string, ...actions: readonly ErrorAction[]) =>
    Promise.resolve(actions.find(({ title }) => title === 'Open Setting'));
  vi.spyOn(window, 'showErrorMessage').mockImplementation(showErrorMessage as never);
  const boundary = new ErrorBoundary({ error: () => undefined } as unknown as LogOutputChannel);
  await boundary.run(() => {
    throw new InvalidBaseUrlError('notAUrl');
  });
  await vi.waitFor(() => {
    expect(called).toEqual([['workbench.action.openSettings', 'kirimLabels.apiBaseUrl']]);
  });
});

it('keeps apart from its own words what KirimChat says in others', () => {
  const error = new ApiError({ kind: 'conflict', serverMessage: 'שם (2)', attempts: 1, mayHaveTakenEffect: false });
  expect(describeError(error)).toBe('KirimChat refused the request. \u2068שם (2)\u2069');
});
