import { CancellationError, commands, env, type LogOutputChannel, window } from 'vscode';
import { InvalidBaseUrlError } from '../api/baseUrl';
import { ApiError } from '../api/errors';
import { joined } from '../common/joined';
import { SecretStorageError } from '../accounts/secretStorageError';
import { describeError } from './messages/describeError';
import { type ErrorAction, howToFixKeyring, OperationError } from './errors';
import { plainText, withoutIsolates } from './messages/plainText';
import { l10n } from './l10n';

/** What lies between here and KirimChat, which the README tells apart: a line of the log says no more about it. */
const IN_THE_WAY: ReadonlySet<ApiError['kind']> = new Set([
  ...(['timeout', 'refused', 'hostNotFound', 'certificate', 'offline', 'proxy', 'network'] as const),
  ...(['unreadable', 'redirected', 'wrongAddress', 'rateLimited'] as const),
]);

/** The one place that turns an error into a log line and a notification with the next step. */
export class ErrorBoundary {
  readonly #log: LogOutputChannel;

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  /** Runs what a person asked for. Never rejects; a cancel is no error. */
  async run(act: () => unknown): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#report(error, act);
    }
  }

  #report(error: unknown, act: () => unknown): void {
    if (error instanceof CancellationError) {
      return;
    }
    this.record(error);
    // Not awaited: a notification may stay for hours, and VS Code, or another extension, waits for the command.
    void this.#show(asOperation(error), act);
  }

  /** A log line without a notification, for what the user did not ask for. */
  record(error: unknown): void {
    const { message, cause } = asOperation(error);
    this.#log.error(withoutIsolates(joined([message, describeError(cause), detailsOf(cause)])));
  }

  async #show({ message, cause, retry }: OperationError, act: () => unknown): Promise<void> {
    const requestId = cause instanceof ApiError ? cause.requestId : undefined;
    const actions: ErrorAction[] = [];
    if (cause instanceof ApiError && cause.kind === 'unauthorized') {
      const title = l10n.t('Sign In Again');
      actions.push({ title, run: () => commands.executeCommand('kirimLabels.signIn') });
    } else if (cause instanceof InvalidBaseUrlError) {
      actions.push(openSetting());
    } else {
      actions.push({ title: l10n.t('Retry'), run: retry ?? act });
    }
    if (cause instanceof ApiError && cause.kind === 'wrongAddress') {
      actions.push(openSetting());
    }
    if (cause instanceof SecretStorageError) {
      actions.push(howToFixKeyring());
    }
    if (requestId !== undefined) {
      const title = l10n.t('Copy Request ID');
      actions.push({ title, run: () => env.clipboard.writeText(requestId) });
    }
    if (cause instanceof ApiError && IN_THE_WAY.has(cause.kind)) {
      const title = l10n.t('Get Help');
      actions.push({ title, run: () => commands.executeCommand('kirimLabels.openTroubleshooting') });
    } else {
      const showLog = () => {
        this.#log.show();
      };
      actions.push({ title: l10n.t('Show Log'), run: showLog });
    }
    const chosen = await window.showErrorMessage(
      joined([message, describeError(cause), requestId && l10n.t('Request ID: {0}', requestId)]),
      ...actions,
    );
    if (chosen) {
      await this.run(() => chosen.run());
    }
  }
}

/** Where the address is that may be wrong. */
function openSetting(): ErrorAction {
  const run = () => commands.executeCommand('workbench.action.openSettings', 'kirimLabels.apiBaseUrl');
  return { title: l10n.t('Open Setting'), run };
}

/** What did not happen, in the words of the command, where it has some, and why not. */
function asOperation(error: unknown): OperationError {
  return error instanceof OperationError ? error : new OperationError('', error);
}

/** For the log only. An ApiError holds nothing secret; of other errors, which are our own mistakes, the stack helps. */
function detailsOf(reason: unknown): string | undefined {
  if (reason instanceof ApiError) {
    return plainText(JSON.stringify(reason));
  }
  return reason instanceof Error ? reason.stack : undefined;
}
