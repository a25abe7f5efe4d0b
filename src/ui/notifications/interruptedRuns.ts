import type { Accounts } from '../../accounts/accounts';
import { PerSession } from '../../accounts/perSession';
import type { Session } from '../../accounts/session';
import { Debouncer } from '../../common/debouncer';
import { explainInterruption } from '../../labels/interruption';
import type { Journal } from '../../journal/journal';
import { describeInterruption, reportInterruption } from '../messages/results/describeInterruption';
import { INTERRUPTION_WORDS } from '../messages/results/interruptionWords';
import type { Notifications } from './notifications';
import type { Reports } from '../report';
import { l10n } from '../l10n';

/** Looking reads the whole journal, and a run of our own writes into it all the time. In milliseconds. */
const QUIET_MS = 2_000;

interface Deps {
  readonly notifications: Notifications;
  readonly reports: Reports;
  /** Told when the journal could not be read or written: the user did not ask for it. */
  readonly record: (error: unknown) => void;
}

/** Says once of each run that broke off, in whatever window, what was done in it and what was not. */
export function followInterruptedRuns(accounts: Accounts, deps: Deps): { dispose(): void } {
  return new PerSession(accounts, (session) => new InterruptedRuns(session, deps));
}

class InterruptedRuns {
  readonly #session: Session;
  readonly #deps: Deps;
  readonly #looks: Debouncer;
  #isFollowing = false;
  /** There may be something to say as soon as the list is there again. */
  #isUnreported = false;
  #reporting = Promise.resolve();
  #subscription: { dispose(): void } | undefined;

  constructor(session: Session, deps: Deps) {
    this.#session = session;
    this.#deps = deps;
    this.#looks = new Debouncer(() => this.#lookAgain().catch(deps.record), QUIET_MS);
    session.labels.onDidChange(({ kind }) => {
      if (kind === 'state') {
        void this.#follow().catch(deps.record);
      }
    });
  }

  dispose(): void {
    this.#looks.dispose();
    this.#subscription?.dispose();
  }

  /** Follows the journal as soon as the list is there, which knows what the journal does not. */
  async #follow(): Promise<void> {
    if (this.#session.labels.state.kind !== 'loaded') {
      return;
    }
    if (this.#isFollowing) {
      if (this.#isUnreported) {
        await this.#report(await this.#session.journal());
      }
      return;
    }
    this.#isFollowing = true;
    try {
      const journal = await this.#session.journal();
      if (this.#session.ended.aborted) {
        return;
      }
      // Before the first look: what the journal has to tell meanwhile it tells once.
      this.#subscription = journal.onDidChange(() => void this.#looks.call());
      await this.#report(journal);
    } catch (error) {
      // The next list is another chance.
      this.dispose();
      this.#isFollowing = false;
      throw error;
    }
  }

  /** Another window's run may have broken off since the list was loaded. */
  async #lookAgain(): Promise<void> {
    const journal = await this.#session.journal();
    if ((await journal.interruptedRuns()).length > 0) {
      await this.#session.labels.refreshAnew();
      await this.#report(journal);
    }
  }

  /** One after the other: what was reported is known to the next one. */
  #report(journal: Journal): Promise<void> {
    const reported = this.#reporting.then(() => this.#reportNow(journal));
    this.#reporting = reported.catch(() => undefined);
    return reported;
  }

  /** Only with a list that is newer than the run: else it stays unsaid until there is one. */
  async #reportNow(journal: Journal): Promise<void> {
    const { notifications, reports } = this.#deps;
    const session = this.#session;
    const runs = await journal.interruptedRuns();
    await session.labels.settled();
    if (session.ended.aborted) {
      return;
    }
    const isListed = session.labels.state.kind === 'loaded';
    this.#isUnreported = !isListed;
    if (!isListed) {
      return;
    }
    // All at once: a moment later the list may be on its way again, which knows what became of what is in doubt.
    for (const interruption of runs.map((run) => explainInterruption(run, session.labels.latest))) {
      const title = INTERRUPTION_WORDS[interruption.run.act].title();
      notifications.notifyIn(session, 'partly', describeInterruption(interruption, session), {
        title: l10n.t('Show Details'),
        run: () => reports.open(title, reportInterruption(interruption, session)),
      });
      await journal.acknowledge(interruption.run.id);
    }
  }
}
