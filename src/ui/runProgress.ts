import { l10n } from 'vscode';
import type { RunProgress } from '../labels/run';
import { duration } from './duration';
import { ProgressNotice } from './progressNotice';

/** A notification for a run of many labels: how far it is, how many are left, and what it waits for. */
export class RunNotice {
  readonly #notice: ProgressNotice;
  #done = 0;

  /** @param stops as good as a press of Cancel: that the session has ended, for one. */
  constructor(title: string, ...stops: readonly AbortSignal[]) {
    this.#notice = new ProgressNotice(title, ...stops);
  }

  /** Aborted when the person presses Cancel, or when one of the stops is. */
  get cancelled(): AbortSignal {
    return this.#notice.cancelled;
  }

  readonly onProgress = ({ done, total, waiting }: RunProgress): void => {
    const increment = ((done - this.#done) / total) * 100;
    this.#done = done;
    const message = this.cancelled.aborted
      ? l10n.t('Stopping: waiting for what was sent already…')
      : waiting
        ? l10n.t('{0} done, {1} left. {2}', done, total - done, waitWords(waiting))
        : l10n.t('{0} done, {1} left.', done, total - done);
    void this.#notice.report({ message, increment });
  };

  dispose(): void {
    this.#notice.dispose();
  }
}

function waitWords({ seconds, why }: NonNullable<RunProgress['waiting']>): string {
  return why === 'retryAfter'
    ? l10n.t('KirimChat asks for a break of {0}.', duration(seconds))
    : l10n.t('The next goes in {0}, at the pace of KirimChat’s limit.', duration(seconds));
}
