import { expect, it, vi } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { InvalidBaseUrlError } from '../../../src/api/baseUrl';
import type { ErrorAction } from '../../../src/ui/errors';
import { called, window } from '../fakeVscode';

vi.mock('vscode', () => import('../fakeVscode'));

const { ErrorBoundary } = await import('../../../src/ui/errorBoundary');

it('opens the setting that is wrong', async () => {
  const showErrorMessage = (_: string, ...actions: readonly ErrorAction[]) =>
    Promise.resolve(actions.find(({ title }) => title === 'Open Setting'));
  Object.assign(window, { showErrorMessage });
  const boundary = new ErrorBoundary({ error: () => undefined } as unknown as LogOutputChannel);
  await boundary.run(() => {
    throw new InvalidBaseUrlError('notAUrl');
  });
  await vi.waitFor(() => {
    expect(called).toEqual([['workbench.action.openSettings', 'kirimLabels.apiBaseUrl']]);
  });
});
