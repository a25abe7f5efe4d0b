import * as vscode from 'vscode';
import type { Wait } from '../api/client';
import { describeError } from './describeError';
import { quoted } from './plainText';

/**
 * A notification that says what a deletion waits for and offers to cancel it. It only opens with the first wait: most
 * deletions are over in a moment, and the row says “Deleting…” meanwhile.
 */
export class DeletionProgress {
  readonly #name: string;
  readonly #cancelled = new AbortController();
  readonly #cancel = () => {
    this.#cancelled.abort();
  };
  readonly #stopListening: () => void;
  #report: ((wait: Wait) => void) | undefined;
  #close: (() => void) | undefined;

  /** @param sessionEnded as good as a press of Cancel. */
  constructor(name: string, sessionEnded: AbortSignal) {
    this.#name = name;
    // Not AbortSignal.any(): garbage collection can make it forget its sources (nodejs/node#57736).
    sessionEnded.addEventListener('abort', this.#cancel);
    this.#stopListening = () => {
      sessionEnded.removeEventListener('abort', this.#cancel);
    };
    if (sessionEnded.aborted) {
      this.#cancel();
    }
  }

  /** Aborted when the person presses Cancel, or when the session has ended. */
  get cancelled(): AbortSignal {
    return this.#cancelled.signal;
  }

  onWait(wait: Wait): void {
    if (!this.#report) {
      this.#open();
    }
    this.#report?.(wait);
  }

  dispose(): void {
    this.#stopListening();
    this.#close?.();
  }

  #open(): void {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Deleting {0}', quoted(this.#name)),
      cancellable: true,
    };
    let first: Wait | undefined;
    this.#report = (wait) => {
      first = wait;
    };
    void vscode.window.withProgress(options, (progress, token) => {
      this.#report = (wait) => {
        progress.report({ message: describeWait(wait) });
      };
      if (first) {
        this.#report(first);
      }
      token.onCancellationRequested(this.#cancel);
      return new Promise<void>((resolve) => {
        this.#close = resolve;
      });
    });
  }
}

function describeWait({ seconds, error }: Wait): string {
  return vscode.l10n.t('{0} Next try in {1} s.', describeError(error), Math.ceil(seconds));
}
