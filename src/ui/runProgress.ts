import { l10n } from 'vscode';
import type { RunProgress } from '../labels/run';
import { duration } from './duration';
import { ProgressNotice } from './progressNotice';

/**
 * A run that is over by then needs no notification but the one that says how it ended: VS Code would leave both on screen
 * for a moment, and it shows no more than three new ones within 800 ms. In milliseconds.
 */
const BRIEF_MS = 500;

/** A notification for a run of many labels that takes a while: how far it is, how many are left, what it waits for. */
export class RunNotice {
  readonly #notice: ProgressNotice;
  readonly #opening: ReturnType<typeof setTimeout>;
  #progress: RunProgress;
  #isOpen = false;
  #shown = 0;

  /** @param stops as good as a press of Cancel: that the session has ended, for one. */
  constructor(title: string, total: number, ...stops: readonly AbortSignal[]) {
    this.#notice = new ProgressNotice(title, ...stops);
    this.#progress = { done: 0, total };
    this.#opening = setTimeout(() => {
      this.#isOpen = true;
      this.#report();
    }, BRIEF_MS);
  }

  /** Aborted when the person presses Cancel, or when one of the stops is. */
  get cancelled(): AbortSignal {
    return this.#notice.cancelled;
  }

  readonly onProgress = (progress: RunProgress): void => {
    this.#progress = progress;
    if (this.#isOpen) {
      this.#report();
    }
  };

  dispose(): void {
    clearTimeout(this.#opening);
    this.#notice.dispose();
  }

  #report(): void {
    const { done, total, waiting } = this.#progress;
    const increment = ((done - this.#shown) / total) * 100;
    this.#shown = done;
    const message = this.cancelled.aborted
      ? l10n.t('Stopping: waiting for what was sent already…')
      : waiting
        ? l10n.t('{0} done, {1} left. {2}', done, total - done, waitWords(waiting))
        : l10n.t('{0} done, {1} left.', done, total - done);
    void this.#notice.report({ message, increment });
  }
}

function waitWords({ seconds, why }: NonNullable<RunProgress['waiting']>): string {
  return why === 'retryAfter'
    ? l10n.t('KirimChat asks for a break of {0}.', duration(seconds))
    : l10n.t('The next goes in {0}, at the pace of KirimChat’s limit.', duration(seconds));
}
