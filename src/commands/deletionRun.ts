import type { Label } from '../api/schema';
import type { JournalEntry, RunRecorder } from '../journal/entry';
import type { Session } from '../session/session';

/** A confirmed deletion as the journal takes it down. It is started once, with the first thing that needs it. */
export class DeletionRun {
  readonly #session: Session;
  #recorder: RunRecorder | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Writes the plan of the run, unless that was done.
   *
   * @param begins requests may be sent right after that.
   * @throws what the journal throws when it cannot be written: then nothing may be sent.
   */
  async start(labels: readonly Label[], begins: boolean): Promise<RunRecorder> {
    const journal = await this.#session.journal();
    this.#recorder ??= await journal.startRun('delete', labels, { begins });
    return this.#recorder;
  }

  /** Its labels that a request was sent for, newest first. */
  async entries(): Promise<readonly JournalEntry[]> {
    const journal = await this.#session.journal();
    const entries = this.#recorder ? journal.entriesOf(this.#recorder.run) : [];
    return entries.filter(({ outcome }) => outcome !== undefined);
  }

  /** @throws what the journal throws when it cannot be written: the next start takes the run for interrupted. */
  async finish(): Promise<void> {
    await this.#recorder?.finish();
  }
}
