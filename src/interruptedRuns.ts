import { l10n } from 'vscode';
import { Burst } from './labels/burst';
import { explainInterruption } from './labels/interruption';
import type { Journal } from './labels/journal/journal';
import type { Session } from './accounts/session';
import type { Sessions } from './accounts/accounts';
import { describeInterruption, reportInterruption } from './ui/messages/describeInterruption';
import type { Notices } from './ui/notices';
import type { Reports } from './ui/report';

/** Looking reads the whole journal, and a run of our own writes into it all the time. In milliseconds. */
const QUIET_MS = 2_000;

/** Says once of each run that broke off, in whatever window, what was done in it and what was not. */
export class InterruptedRuns {
  readonly #sessions: Sessions;
  readonly #notices: Notices;
  readonly #reports: Reports;
  readonly #record: (error: unknown) => void;
  readonly #subscription: { dispose(): void };
  #followed: { readonly session: Session; dispose(): void } | undefined;
  #telling = Promise.resolve();
  /** There may be something to say of this session as soon as its list is there again. */
  #untold: Session | undefined;

  /** @param record told when the journal could not be read or written: nobody asked for it. */
  constructor(sessions: Sessions, notices: Notices, reports: Reports, record: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#notices = notices;
    this.#reports = reports;
    this.#record = record;
    const follow = () => void this.#follow().catch(record);
    this.#subscription = sessions.onDidChange(({ kind }) => {
      if (kind === 'session' || kind === 'state') {
        follow();
      }
    });
    follow();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#followed?.dispose();
  }

  /** Follows the journal of the session as soon as its list is there, which knows what the journal does not. */
  async #follow(): Promise<void> {
    const session = this.#sessions.current;
    if (this.#followed && this.#followed.session !== session) {
      this.#followed.dispose();
      this.#followed = undefined;
    }
    if (this.#untold !== session) {
      this.#untold = undefined;
    }
    if (session?.labels.state.kind !== 'loaded') {
      return;
    }
    if (this.#followed) {
      if (this.#untold === session) {
        await this.#tell(session, await session.journal());
      }
      return;
    }
    const looks = new Burst(() => this.#lookAgain(session).catch(this.#record), QUIET_MS);
    let subscription: { dispose(): void } | undefined;
    const dispose = () => {
      looks.dispose();
      subscription?.dispose();
    };
    const followed = { session, dispose };
    this.#followed = followed;
    try {
      const journal = await session.journal();
      if (this.#followed !== followed) {
        return;
      }
      // Before the first look: what the journal has to tell meanwhile it tells once.
      subscription = journal.onDidChange(() => void looks.call());
      await this.#tell(session, journal);
    } catch (error) {
      // The next list is another chance, unless another session is followed by now.
      if (this.#followed === followed) {
        dispose();
        this.#followed = undefined;
      }
      throw error;
    }
  }

  /** Another window's run may have broken off since the list was loaded. */
  async #lookAgain(session: Session): Promise<void> {
    const journal = await session.journal();
    if ((await journal.interruptedRuns()).length > 0) {
      await session.labels.refreshAnew();
      await this.#tell(session, journal);
    }
  }

  /** One telling after the other: what was said is known to the next one. */
  #tell(session: Session, journal: Journal): Promise<void> {
    const told = this.#telling.then(() => this.#tellNow(session, journal));
    this.#telling = told.catch(() => undefined);
    return told;
  }

  /** Only with a list that is newer than the run: else it stays unsaid until there is one. */
  async #tellNow(session: Session, journal: Journal): Promise<void> {
    const runs = await journal.interruptedRuns();
    await session.labels.settled();
    if (session.ended.aborted) {
      // Nothing is kept of it: its key is not to stay in memory.
      return;
    }
    const isListed = session.labels.state.kind === 'loaded';
    this.#untold = isListed ? undefined : session;
    if (!isListed) {
      return;
    }
    // All at once: a moment later the list may be on its way again, and nobody would know what became of what is in doubt.
    for (const interruption of runs.map((run) => explainInterruption(run, session.labels.latest))) {
      const title = interruption.run.act === 'delete' ? l10n.t('Deleted Labels') : l10n.t('Retired Labels');
      this.#notices.tell('partly', describeInterruption(interruption, session), {
        title: l10n.t('Show Details'),
        run: () => this.#reports.open(title, reportInterruption(interruption, session)),
      });
      await journal.acknowledge(interruption.run.id);
    }
  }
}
