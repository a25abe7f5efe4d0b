import { Disposable, EventEmitter } from 'vscode';
import { onDidChangeTeamAliases, readTeamAliases } from '../../accounts/configuration';
import type { Accounts } from '../../accounts/accounts';
import { PerSession } from '../../accounts/perSession';
import type { Session } from '../../accounts/session';
import type { Journal } from '../../journal/journal';
import { Throttle } from '../../common/throttle';
import { organizationTitle } from '../../ui/messages/place';
import {
  type DeletedOrganizationNode,
  entriesOf,
  type RecentlyDeletedNode,
  recentlyDeletedRows,
} from './recentlyDeletedNodes';

/** A run deletes labels faster than a user can read. In milliseconds. */
const UPDATE_MS = 500;

/** What the journals of the sessions say is gone. They are read with each list, so that they do not hold up the first rows. */
export class RecentlyDeletedSource implements Disposable {
  readonly #record: (error: unknown) => void;
  readonly #changed = new EventEmitter<void>();
  readonly #journals: PerSession<FollowedJournal>;
  readonly #subscriptions: Disposable;
  readonly #updates = new Throttle<true>(() => {
    if (this.#journals.all.some(({ journal }) => journal)) {
      this.#update();
    }
  }, UPDATE_MS);
  #rows: readonly RecentlyDeletedNode[] = [];
  #unreadableFiles: readonly string[] = [];
  #fingerprint: string | undefined;

  /** The first rows and files that cannot be read, even if there are none; then others than before. */
  readonly onDidChange = this.#changed.event;

  /**
   * @param hadDeleted whether there was something to show when VS Code was closed: the journal is read as soon as a session is
   * known then, so that it is shown with the first rows.
   * @param record told when the journal could not be read. It is not shown: the user did not ask for it.
   */
  constructor(accounts: Accounts, hadDeleted: boolean, record: (error: unknown) => void) {
    this.#record = record;
    const changed = () => {
      this.#updates.add([true]);
    };
    this.#journals = new PerSession(accounts, (session) => {
      const followed: FollowedJournal = new FollowedJournal(session, changed, () => this.#load(followed));
      if (hadDeleted) {
        void this.#load(followed);
      }
      return followed;
    });
    const ending = accounts.onDidChange(({ kind }) => {
      if (kind === 'sessions' && this.#fingerprint !== undefined) {
        this.#update();
      }
    });
    this.#subscriptions = Disposable.from(
      this.#journals,
      ending,
      onDidChangeTeamAliases(changed),
      this.#updates,
      this.#changed,
    );
  }

  get rows(): readonly RecentlyDeletedNode[] {
    return this.#rows;
  }

  /** The names of files of the journals that cannot be read: what they have is not among the rows. */
  get unreadableFiles(): readonly string[] {
    return this.#unreadableFiles;
  }

  /** Reads what all windows wrote. Never rejects. */
  async load(): Promise<void> {
    await Promise.all(this.#journals.all.map((followed) => this.#load(followed)));
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #load(followed: FollowedJournal): Promise<void> {
    await followed.load().catch(this.#record);
    this.#update();
  }

  #update(): void {
    const all = this.#journals.all;
    const organizations = all.flatMap(({ session, journal }): DeletedOrganizationNode[] => {
      const rows = journal ? recentlyDeletedRows(journal.entries, session) : [];
      return rows.length > 0 ? [{ kind: 'deletedOrganization', session, rows }] : [];
    });
    const rows = all.length > 1 ? organizations : organizations.flatMap((organization) => organization.rows);
    const isLoading = all.some(({ session, journal }) => {
      const { kind } = session.labels.state;
      return journal && (kind === 'notLoaded' || kind === 'loading');
    });
    if (this.#fingerprint === undefined && rows.length === 0 && isLoading) {
      // Labels in doubt become rows when the list is there: before that, no rows does not mean that there are none.
      return;
    }
    const unreadableFiles = all.flatMap(({ journal }) => journal?.unreadableFiles ?? []);
    const fingerprint = JSON.stringify([
      organizations.map((organization) => [
        all.length > 1 && organizationTitle(organization.session),
        organization.rows.map((row) => [entriesOf(row), row.others]),
      ]),
      unreadableFiles,
      [...readTeamAliases()],
    ]);
    // New rows cost VS Code the selection for a moment.
    if (fingerprint !== this.#fingerprint) {
      this.#fingerprint = fingerprint;
      this.#rows = rows;
      this.#unreadableFiles = unreadableFiles;
      this.#changed.fire();
    }
  }
}

/** The journal of a session, from when it was read first. */
class FollowedJournal implements Disposable {
  readonly session: Session;
  readonly #onChanged: () => void;
  #journal: Journal | undefined;
  #subscription: { dispose(): void } | undefined;

  constructor(session: Session, onChanged: () => void, onList: () => Promise<void>) {
    this.session = session;
    this.#onChanged = onChanged;
    session.labels.onDidChange(({ kind }) => {
      if (kind === 'rows') {
        onChanged();
      } else if (
        kind === 'state' &&
        (session.labels.state.kind === 'loaded' || session.labels.state.kind === 'failed')
      ) {
        void onList();
      }
    });
  }

  get journal(): Journal | undefined {
    return this.#journal;
  }

  async load(): Promise<void> {
    if (this.#journal) {
      await this.#journal.load();
      return;
    }
    const journal = await this.session.journal();
    if (!this.#subscription && !this.session.ended.aborted) {
      this.#journal = journal;
      this.#subscription = journal.onDidChange(this.#onChanged);
    }
  }

  dispose(): void {
    this.#subscription?.dispose();
  }
}
