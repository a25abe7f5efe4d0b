import { type Progress, ProgressLocation, window } from 'vscode';
import type { Wait } from '../../api/client';
import { ApiError } from '../../api/errors';
import type { OperationProgress } from '../../operations/operation';
import { duration } from '../messages/duration';
import { describeError } from '../messages/describeError';
import { l10n } from '../l10n';

/** Longer than most requests take: what is over earlier needs no notification. */
const SLOW_MS = 2_000;
/**
 * A batch that is over earlier needs no notification but the one that says how it ended: VS Code would leave both on screen
 * for a moment, and it shows no more than three new ones within 800 ms.
 */
const BRIEF_BATCH_MS = 500;

/** A notification for an operation that takes a while: how far it is, what it waits for, and a way to cancel it. */
export class ProgressNotification {
  readonly #title: string;
  readonly #stops: readonly AbortSignal[];
  readonly #cancelled = new AbortController();
  readonly #cancel = () => {
    this.#cancelled.abort();
  };
  #current: OperationProgress | undefined;
  #opened: Promise<Progress<{ message: string; increment: number }>> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown = 0;
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

  /** Aborted when the user presses Cancel, or when one of the stops is. */
  get cancelled(): AbortSignal {
    return this.#cancelled.signal;
  }

  /** From now on it opens as soon as the operation takes a while. */
  readonly openWhenSlow = (): void => {
    this.#timer ??= setTimeout(this.#open, SLOW_MS);
  };

  readonly onProgress = (progress: OperationProgress): void => {
    const isFirst = !this.#current;
    this.#current = progress;
    if (this.#opened) {
      void this.#report();
    } else if (progress.waiting?.reason instanceof ApiError) {
      this.#open();
    } else if (isFirst && progress.total > 1) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#open, BRIEF_BATCH_MS);
    }
  };

  /** For `RequestOptions.onWait`: says why a request has to be tried again, and when. */
  readonly onWait = ({ seconds, error }: Wait): void => {
    this.onProgress({ done: 0, total: 1, waiting: { seconds, reason: error } });
  };

  dispose(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops) {
      stop.removeEventListener('abort', this.#cancel);
    }
    this.#close();
  }

  async #report(): Promise<void> {
    const progress = await this.#opened;
    const { done = 0, total = 1 } = this.#current ?? {};
    const increment = ((done - this.#shown) / total) * 100;
    this.#shown = done;
    progress?.report({ message: this.#message(), increment });
  }

  #message(): string {
    if (!this.#current) {
      return l10n.t('Waiting for KirimChat…');
    }
    const { done, total, waiting } = this.#current;
    if (this.cancelled.aborted) {
      return l10n.t('Stopping: waiting for what was sent already…');
    }
    const wait = waiting && describeWait(waiting);
    if (total === 1) {
      return wait ?? l10n.t('Waiting for KirimChat…');
    }
    return wait === undefined
      ? l10n.t('{0} done, {1} left.', done, total - done)
      : l10n.t('{0} done, {1} left. {2}', done, total - done, wait);
  }

  readonly #open = (): void => {
    clearTimeout(this.#timer);
    const options = { location: ProgressLocation.Notification, title: this.#title, cancellable: true };
    this.#opened ??= new Promise((resolve) => {
      void window.withProgress(options, (progress, token) => {
        token.onCancellationRequested(this.#cancel);
        resolve(progress);
        return this.#closed;
      });
    });
    void this.#report();
  };
}

function describeWait({ seconds, reason }: NonNullable<OperationProgress['waiting']>): string {
  if (reason instanceof ApiError) {
    return l10n.t('{0} Next try in {1} s.', describeError(reason), Math.ceil(seconds));
  }
  return reason === 'retryAfter'
    ? l10n.t('KirimChat asks for a break of {0}.', duration(seconds))
    : l10n.t('The next goes in {0}, at the pace of KirimChat’s limit.', duration(seconds));
}
