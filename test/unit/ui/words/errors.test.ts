import { expect, it, vi } from 'vitest';
import type { LogOutputChannel } from 'vscode';
import { SecretStorageError } from '../../../../src/accounts/secretStorageError';
import { InvalidBaseUrlError } from '../../../../src/api/baseUrl';
import { ApiError, type ApiErrorDetails, type ApiErrorKind, RequestCancelledError } from '../../../../src/api/errors';
import { JournalStorageError } from '../../../../src/journal/files';
import { LabelUncheckedError } from '../../../../src/operations/recheck/recheckErrors';
import { ErrorBoundary } from '../../../../src/ui/errorBoundary';
import { type ErrorAction, OperationError } from '../../../../src/ui/errors';
import { window } from '../../fakeVscode';
import { Page } from './page';

/** What else there is to say differently of an error of this kind. */
const KINDS: Readonly<Record<ApiErrorKind, readonly Partial<ApiErrorDetails>[]>> = {
  unauthorized: [{ status: 401 }, { status: 401, code: 'expired_api_key' }],
  forbidden: [{ status: 403 }],
  notFound: [{ status: 404, serverMessage: 'No such label.' }],
  invalidRequest: [{ status: 400, serverMessage: 'The name is too long.' }, { status: 400 }],
  conflict: [{ status: 409, serverMessage: 'שם $(2)' }],
  rateLimited: [{ status: 429 }, { status: 429, retryAfterSeconds: 90 }],
  server: [{ status: 500 }],
  unreadable: [{ status: 200 }, { status: 400 }, { status: 499 }, { status: 500 }],
  wrongAddress: [{ status: 200 }],
  incomplete: [{}],
  redirected: [{ status: 302 }],
  timeout: [{}],
  refused: [{ networkCode: 'ECONNREFUSED' }],
  hostNotFound: [{ networkCode: 'ENOTFOUND' }],
  certificate: [{ networkCode: 'CERT_HAS_EXPIRED' }],
  proxy: [{}],
  offline: [{}],
  network: [{}],
};

const OTHERS: Readonly<Record<string, unknown>> = {
  'a request that was cancelled': new RequestCancelledError(),
  'the journal cannot be written': new JournalStorageError(new Error('ENOSPC')),
  'the secret storage cannot be read': new SecretStorageError(new Error('locked')),
  'a label cannot be checked again': new LabelUncheckedError(undefined),
  'the setting is no address': new InvalidBaseUrlError('notHttps'),
  'a mistake of ours': new TypeError('x is undefined'),
  'what is no error': 'x',
};

/** What a notification says of an error, with its buttons, and what the log says first. */
async function shown(error: unknown): Promise<readonly string[]> {
  const said: string[] = [];
  const showErrorMessage = (message: string, ...actions: readonly ErrorAction[]) => {
    said.push(message, actions.map(({ title }) => `[${title}]`).join(' '));
    return Promise.resolve(undefined);
  };
  vi.spyOn(window, 'showErrorMessage').mockImplementation(showErrorMessage as never);
  const lines: string[] = [];
  const log = { error: (line: string) => lines.push(line) };
  await new ErrorBoundary(log as unknown as LogOutputChannel).run(() => {
    throw new OperationError('Label “VIP” was not deleted.', error);
  });
  expect(lines).toHaveLength(1);
  return said;
}

it('says of each error what did not happen, why, and what can be done', async () => {
  const page = new Page();
  for (const [kind, variants] of Object.entries(KINDS)) {
    for (const details of variants) {
      const error = new ApiError({ kind: kind as ApiErrorKind, attempts: 1, mayHaveTakenEffect: false, ...details });
      page.add(error.message, ...(await shown(error)));
    }
  }
  const answered = { kind: 'server', status: 500, requestId: 'req_1', attempts: 3, mayHaveTakenEffect: true } as const;
  page.add('with a request id', ...(await shown(new ApiError(answered))));
  for (const [when, error] of Object.entries(OTHERS)) {
    page.add(when, ...(await shown(error)));
  }
  await page.isAsBefore('messages/errors');
});
