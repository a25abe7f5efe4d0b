import type { Accounts } from './accounts';
import { PerSession } from './perSession';
import type { Session } from './session';

/**
 * Asks KirimChat whose key it is, once for each start and with each list that a person asked for: the organization may have
 * another name by now, or `GET /me` may tell it for the first time. At most once for each list that was loaded, never before
 * its rows are shown, and an error is not shown: the user did not ask for it.
 *
 * @param record told when the name could not be kept.
 */
export function followOrganizations(accounts: Accounts, record: (error: unknown) => void): { dispose(): void } {
  return new PerSession(accounts, (session) => new OrganizationNews(session, accounts, record));
}

class OrganizationNews {
  readonly #session: Session;
  readonly #accounts: Accounts;
  readonly #record: (error: unknown) => void;
  #isFirst = true;
  /** The next list is followed by a question. */
  #isDue = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, accounts: Accounts, record: (error: unknown) => void) {
    this.#session = session;
    this.#accounts = accounts;
    this.#record = record;
    session.labels.onDidChange(({ kind }) => {
      if (kind === 'state') {
        this.#follow();
      }
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #follow(): void {
    const { state, isRequested } = this.#session.labels;
    this.#isDue ||= isRequested || (this.#isFirst && !this.#accounts.wasJustChecked(this.#session));
    this.#isFirst = false;
    if (this.#isDue && !isRequested && state.kind === 'loaded') {
      this.#isDue = false;
      // Rows are handed over before any timer.
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#ask().catch(this.#record));
    }
  }

  async #ask(): Promise<void> {
    const { client, ended } = this.#session;
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
      await this.#accounts.learn(this.#session, me.organization);
    }
  }
}
