import type { Session } from './session';
import type { Sessions } from './accounts';

/**
 * Asks KirimChat whose key it is, once for each start and with each list that a person asked for: the organization may have
 * another name by now, or `GET /me` may tell it for the first time. At most once for each list that was loaded, never before
 * its rows are shown, and an error is not shown: the user did not ask for it.
 */
export class OrganizationNews {
  readonly #sessions: Sessions;
  readonly #record: (error: unknown) => void;
  readonly #subscription: { dispose(): void };
  /** Of these the next list is followed by a question. */
  readonly #due = new WeakSet<Session>();
  readonly #known = new WeakSet<Session>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param record told when the name could not be kept. */
  constructor(sessions: Sessions, record: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#record = record;
    this.#subscription = sessions.onDidChange(({ kind }) => {
      if (kind === 'state') {
        this.#follow();
      }
    });
    this.#follow();
  }

  dispose(): void {
    this.#subscription.dispose();
    clearTimeout(this.#timer);
  }

  #follow(): void {
    const session = this.#sessions.current;
    if (!session) {
      return;
    }
    if (!this.#known.has(session)) {
      this.#known.add(session);
      if (!this.#sessions.wasJustChecked(session)) {
        this.#due.add(session);
      }
    }
    const { state, isRequested } = session.labels;
    if (isRequested) {
      this.#due.add(session);
    } else if (state.kind === 'loaded' && this.#due.delete(session)) {
      // Rows are handed over before any timer.
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        // A timer keeps what it has called, and that the session, whose key is not to stay in memory.
        this.#timer = undefined;
        void this.#ask(session).catch(this.#record);
      });
    }
  }

  async #ask(session: Session): Promise<void> {
    const { client, ended } = session;
    const enough = new AbortController();
    const stop = () => {
      enough.abort();
    };
    // Nothing is sent with a key that was taken away.
    ended.addEventListener('abort', stop);
    if (ended.aborted) {
      stop();
    }
    // Not even a second time: the next list is another chance.
    const me = await client.getMe({ signal: enough.signal, onWait: stop }).catch(() => undefined);
    ended.removeEventListener('abort', stop);
    if (me && !ended.aborted) {
      await this.#sessions.learn(session, me.organization);
    }
  }
}
