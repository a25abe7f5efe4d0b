import type { Accounts } from './accounts';
import type { Session } from './session';

/** Something for each session, for as long as that lasts: nothing keeps a session that has ended, or its key, in memory. */
export class PerSession<T extends { dispose(): void }> {
  readonly #all = new Map<Session, T>();
  readonly #subscription: { dispose(): void };

  /** @param create may subscribe to the session's store, which forgets its listeners when the session ends. */
  constructor(accounts: Pick<Accounts, 'sessions' | 'onDidChange'>, create: (session: Session) => T) {
    const update = () => {
      for (const [session, one] of this.#all) {
        if (!accounts.sessions.includes(session)) {
          this.#all.delete(session);
          one.dispose();
        }
      }
      for (const session of accounts.sessions) {
        if (!this.#all.has(session)) {
          this.#all.set(session, create(session));
        }
      }
    };
    this.#subscription = accounts.onDidChange(({ kind }) => {
      if (kind === 'sessions') {
        update();
      }
    });
    update();
  }

  get all(): readonly T[] {
    return [...this.#all.values()];
  }

  dispose(): void {
    this.#subscription.dispose();
    for (const one of this.all) {
      one.dispose();
    }
    this.#all.clear();
  }
}
