import { systemClock } from '../../common/clock';
import type { RowClaim } from '../../labels/rowActivities';
import { Countdown } from '../../operations/countdown';
import type { OperationItem } from '../../operations/operation';
import type { Session } from '../../accounts/session';
import { duration } from '../../ui/messages/duration';
import { inOrganization } from '../../ui/messages/place';
import { namesIn } from '../../ui/messages/names';
import type { Notifications } from '../../ui/notifications/notifications';
import { showStatus } from '../../ui/notifications/statusBar';
import { l10n } from '../../ui/l10n';

/** Nothing was sent: Undo was pressed, or the session has ended meanwhile. */
export function describeUndone({ ended, isSample }: Session): string {
  if (!ended.aborted) {
    return l10n.t('Undone: nothing was deleted.');
  }
  return isSample
    ? l10n.t('The sample data was closed: nothing was deleted.')
    : l10n.t('Signed out: nothing was deleted.');
}

/** The time in which a deletion can be undone, also where the user has to be asked again in between. */
export class UndoTime {
  readonly #readSeconds: () => number;
  readonly #notifications: Notifications;
  readonly #lateUndo = new AbortController();
  #countdown: Countdown | undefined;
  /** Where all was taken out in time, of which nothing was sent. */
  #undoneIn: Session | undefined;
  #isOver = false;

  /** @param readSeconds how long it is; read each time, since it is a setting. */
  constructor(readSeconds: () => number, notifications: Notifications) {
    this.#readSeconds = readSeconds;
    this.#notifications = notifications;
  }

  /** Aborted when Undo is pressed after the time for it: what has not been sent yet stays. */
  get lateUndo(): AbortSignal {
    return this.#lateUndo.signal;
  }

  /** From now on Undo is too late. */
  end(): void {
    this.#isOver = true;
  }

  /**
   * Lets the time pass, counted down on the rows and with a notification that has an Undo.
   *
   * @returns the items that were not taken out.
   */
  async wait<T extends OperationItem>(session: Session, items: readonly T[], claim: RowClaim): Promise<readonly T[]> {
    const seconds = this.#readSeconds();
    const countdown = new Countdown(claim, systemClock);
    this.#countdown = countdown;
    session.countdowns.add(countdown);
    const labels = items.map(({ label }) => label);
    const message = namesIn(session, labels).oneOrMany({
      one: (name) => l10n.t('Deleting label {0} in {1}.', name, duration(seconds)),
      many: (count) => l10n.t('Deleting {0} labels in {1}.', count, duration(seconds)),
    });
    this.#notifications.notifyIn(session, 'begun', message, { title: l10n.t('Undo'), run: this.#undo });
    try {
      const kept = new Set(await countdown.run(seconds));
      this.#undoneIn = kept.size === 0 ? session : undefined;
      return items.filter(({ label }) => kept.has(label.id));
    } finally {
      session.countdowns.delete(countdown);
      this.#countdown = undefined;
    }
  }

  readonly #undo = (): void => {
    if (this.#countdown) {
      this.#countdown.undo(this.#countdown.ids);
    } else if (this.#undoneIn) {
      // The notification stays when it was undone on the row, or by signing out.
      showStatus(inOrganization(this.#undoneIn, describeUndone(this.#undoneIn)));
    } else if (this.#isOver) {
      showStatus(l10n.t('It is too late to undo that. What was deleted is in Recently Deleted.'));
    } else {
      this.#lateUndo.abort();
      showStatus(l10n.t('It is late to undo: only what was not sent yet stays.'));
    }
  };
}
