import { l10n } from 'vscode';
import { systemClock } from '../api/clock';
import type { Label } from '../api/schema';
import { Countdown } from '../labels/countdown';
import type { RowClaim } from '../labels/rowActivities';
import type { Session } from '../session/session';
import { duration } from '../ui/duration';
import { namesIn } from '../ui/names';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';

/** A deletion that can be undone until it is over, also where it has to be asked about again in between. */
export class Undoable {
  readonly #late = new AbortController();
  #countdown: Countdown | undefined;
  #isOver = false;

  /** Aborted when Undo is pressed after the time for it: what has not been sent yet stays. */
  get undone(): AbortSignal {
    return this.#late.signal;
  }

  /** From now on Undo is too late. */
  end(): void {
    this.#isOver = true;
  }

  /**
   * Lets the time pass in which it can be undone.
   *
   * @returns the labels that were not taken out.
   */
  async wait(
    { notices }: CommandContext,
    session: Session,
    labels: readonly Label[],
    claim: RowClaim,
    seconds: number,
  ): Promise<readonly Label[]> {
    const countdown = new Countdown(claim, systemClock);
    this.#countdown = countdown;
    session.countdowns.add(countdown);
    notices.tell('begun', l10n.t('Deleting {0} in {1}.', namesIn(session, labels).orCount, duration(seconds)), {
      title: l10n.t('Undo'),
      run: () => {
        this.#undo();
      },
    });
    try {
      const kept = new Set(await countdown.run(seconds));
      if (kept.size === 0) {
        tellDone(
          session.ended.aborted ? l10n.t('Signed out: nothing was deleted.') : l10n.t('Undone: nothing was deleted.'),
        );
      }
      return labels.filter(({ id }) => kept.has(id));
    } finally {
      session.countdowns.delete(countdown);
      this.#countdown = undefined;
    }
  }

  #undo(): void {
    if (this.#countdown) {
      this.#countdown.undo(this.#countdown.ids);
    } else if (this.#isOver) {
      tellDone(l10n.t('It is too late to undo that. What was deleted is in Recently Deleted.'));
    } else {
      this.#late.abort();
      tellDone(l10n.t('It is late to undo: only what was not sent yet stays.'));
    }
  }
}
