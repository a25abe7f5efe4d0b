import { l10n, type Progress, ProgressLocation, window } from 'vscode';
import type { Wait } from '../api/client';
import { describeError } from './describeError';

interface Step {
  readonly message: string;
  /** In percent of the whole. */
  readonly increment?: number;
}

/** Longer than most requests take: what is over by then needs no notification. In milliseconds. */
const SLOW_MS = 2_000;

/** A notification that says how far something is and offers to cancel it. It opens with the first report. */
export class ProgressNotice {
  readonly #title: string;
  readonly #stops: readonly AbortSignal[];
  readonly #cancelled = new AbortController();
  readonly #cancel = () => {
    this.#cancelled.abort();
  };
  #progress: Promise<Progress<Step>> | undefined;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #close: () => void = () => undefined;
  readonly #closed = new Promise<void>((resolve) => {
    this.#close = resolve;
  });

  /** @param stops as good as a press of Cancel: that the session has ended, for one. */
  constructor(title: string, ...stops: readonly AbortSignal[]) {
    this.#title = title;
    this.#stops = stops;
    for (const stop of stops) {
      // Not AbortSignal.any(): garbage collection can make it forget its sources (nodejs/node#57736).
      stop.addEventListener('abort', this.#cancel);
      if (stop.aborted) {
        this.#cancel();
      }
    }
  }

  /** Aborted when the person presses Cancel, or when one of the stops is. */
  get cancelled(): AbortSignal {
    return this.#cancelled.signal;
  }

  async report(step: Step): Promise<void> {
    clearTimeout(this.#slow);
    this.#progress ??= this.#open();
    (await this.#progress).report(step);
  }

  /** Opens it after a while, so that nobody wonders whether something still goes on. */
  reportWhenSlow(): void {
    this.#slow = setTimeout(() => void this.report({ message: l10n.t('Waiting for KirimChat…') }), SLOW_MS);
  }

  /** For `RequestOptions.onWait`: says why a request has to be tried again, and when. */
  readonly onWait = ({ seconds, error }: Wait): void => {
    void this.report({ message: l10n.t('{0} Next try in {1} s.', describeError(error), Math.ceil(seconds)) });
  };

  dispose(): void {
    clearTimeout(this.#slow);
    for (const stop of this.#stops) {
      stop.removeEventListener('abort', this.#cancel);
    }
    this.#close();
  }

  #open(): Promise<Progress<Step>> {
    const options = { location: ProgressLocation.Notification, title: this.#title, cancellable: true };
    return new Promise((resolve) => {
      void window.withProgress(options, (progress, token) => {
        token.onCancellationRequested(this.#cancel);
        resolve(progress);
        return this.#closed;
      });
    });
  }
}
