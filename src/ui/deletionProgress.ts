import { l10n, type Progress, ProgressLocation, window } from 'vscode';
import type { Wait } from '../api/client';
import { describeError } from './describeError';
import { quoted } from './plainText';

/**
 * A notification that says what a deletion waits for and offers to cancel it. It only opens with the first wait: most
 * deletions are over in a moment, and the row says “Deleting…” meanwhile.
 */
export class DeletionProgress {
  readonly #name: string;
  readonly #sessionEnded: AbortSignal;
  readonly #cancelled = new AbortController();
  readonly #cancel = () => {
    this.#cancelled.abort();
  };
  #progress: Promise<Progress<{ message: string }>> | undefined;
  #close: () => void = () => undefined;
  readonly #closed = new Promise<void>((resolve) => {
    this.#close = resolve;
  });

  /** @param sessionEnded as good as a press of Cancel. */
  constructor(name: string, sessionEnded: AbortSignal) {
    this.#name = name;
    this.#sessionEnded = sessionEnded;
    // Not AbortSignal.any(): garbage collection can make it forget its sources (nodejs/node#57736).
    sessionEnded.addEventListener('abort', this.#cancel);
    if (sessionEnded.aborted) {
      this.#cancel();
    }
  }

  /** Aborted when the person presses Cancel, or when the session has ended. */
  get cancelled(): AbortSignal {
    return this.#cancelled.signal;
  }

  async onWait({ seconds, error }: Wait): Promise<void> {
    this.#progress ??= this.#open();
    const message = l10n.t('{0} Next try in {1} s.', describeError(error), Math.ceil(seconds));
    (await this.#progress).report({ message });
  }

  dispose(): void {
    this.#sessionEnded.removeEventListener('abort', this.#cancel);
    this.#close();
  }

  #open(): Promise<Progress<{ message: string }>> {
    const options = {
      location: ProgressLocation.Notification,
      title: l10n.t('Deleting {0}', quoted(this.#name)),
      cancellable: true,
    };
    return new Promise((resolve) => {
      void window.withProgress(options, (progress, token) => {
        token.onCancellationRequested(this.#cancel);
        resolve(progress);
        return this.#closed;
      });
    });
  }
}
