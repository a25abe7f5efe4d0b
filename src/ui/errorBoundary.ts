import * as vscode from 'vscode';
import { InvalidBaseUrlError } from '../api/baseUrl';
import { ApiError } from '../api/errors';
import { describeError } from './describeError';
import { type ErrorAction, OperationError } from './errors';

/** The one place that turns an error into a log line and a notification with the next step. */
export class ErrorBoundary {
  readonly #log: vscode.LogOutputChannel;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** Runs what a person asked for. Never rejects; a cancel is no error. */
  async run(act: () => unknown): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.report(error);
    }
  }

  report(error: unknown): void {
    if (error instanceof vscode.CancellationError) {
      return;
    }
    this.record(error);
    // Not awaited: a notification may stay for hours, and whoever called the command waits for the command.
    void this.#show(error);
  }

  /** A log line without a notification, for what nobody asked for. */
  record(error: unknown): void {
    const { reason, what } = split(error);
    this.#log.error([what, describeError(reason), detailsOf(reason)].filter((part) => part !== undefined).join(' '));
  }

  async #show(error: unknown): Promise<void> {
    const { reason, what } = split(error);
    const requestId = reason instanceof ApiError ? reason.requestId : undefined;
    const message = [
      what,
      reason === undefined ? undefined : describeError(reason),
      requestId === undefined ? undefined : vscode.l10n.t('Request ID: {0}', requestId),
    ];
    const chosen = await vscode.window.showErrorMessage(
      message.filter((part) => part !== undefined).join(' '),
      ...this.#actionsFor(error, reason, requestId),
    );
    if (chosen) {
      await this.run(() => chosen.run());
    }
  }

  #actionsFor(error: unknown, reason: unknown, requestId: string | undefined): ErrorAction[] {
    const actions: ErrorAction[] = [];
    if (reason instanceof ApiError && reason.kind === 'unauthorized') {
      const title = vscode.l10n.t('Sign In Again');
      actions.push({ title, run: () => vscode.commands.executeCommand('kirimLabels.signIn') });
    } else if (reason instanceof InvalidBaseUrlError) {
      const title = vscode.l10n.t('Open Setting');
      const open = () => vscode.commands.executeCommand('workbench.action.openSettings', 'kirimLabels.apiBaseUrl');
      actions.push({ title, run: open });
    } else if (error instanceof OperationError && error.retry) {
      actions.push({ title: vscode.l10n.t('Retry'), run: error.retry });
    }
    if (requestId !== undefined) {
      const title = vscode.l10n.t('Copy Request ID');
      actions.push({ title, run: () => vscode.env.clipboard.writeText(requestId) });
    }
    actions.push({
      title: vscode.l10n.t('Show Log'),
      run: () => {
        this.#log.show();
      },
    });
    return actions;
  }
}

/** What did not happen, in the words of the command, and why not. */
function split(error: unknown): { what: string | undefined; reason: unknown } {
  return error instanceof OperationError
    ? { what: error.message, reason: error.cause }
    : { what: undefined, reason: error };
}

/** For the log only. An ApiError holds nothing secret; of other errors, which are our own mistakes, the stack helps. */
function detailsOf(reason: unknown): string | undefined {
  if (reason instanceof ApiError) {
    const { kind, status, code, networkCode, requestId, attempts } = reason;
    return JSON.stringify({ kind, status, code, networkCode, requestId, attempts });
  }
  return reason instanceof Error ? reason.stack : undefined;
}
