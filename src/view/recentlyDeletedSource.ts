import { type Disposable, EventEmitter } from 'vscode';
import type { Journal } from '../labels/journal/journal';
import { Throttle } from '../labels/throttle';
import type { Session } from '../accounts/session';
import type { Sessions } from '../accounts/accounts';
import { type RecentlyDeletedNode, recentlyDeletedRows } from './recentlyDeletedNodes';

/** A run deletes labels faster than a user can read. In milliseconds. */
const UPDATE_MS = 500;

/** What the journal of the session says is gone. It is read with each list, so that it does not hold up the first rows. */
export class RecentlyDeletedSource implements Disposable {
  readonly #sessions: Sessions;
  readonly #record: (error: unknown) => void;
  readonly #changed = new EventEmitter<void>();
  readonly #subscription: Disposable;
  readonly #updates = new Throttle<true>(() => {
    if (this.#followed) {
      this.#update();
    }
  }, UPDATE_MS);
  #followed: { readonly session: Session; readonly journal: Journal; dispose(): void } | undefined;
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
  constructor(sessions: Sessions, hadDeleted: boolean, record: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#record = record;
    this.#subscription = sessions.onDidChange(({ kind }) => {
      if (kind === 'session') {
        this.#unfollow();
        if (hadDeleted && sessions.current) {
          void this.load();
        }
      } else if (kind === 'state') {
        void this.#loadWithList();
      } else if (kind === 'rows') {
        this.#updates.add([true]);
      }
    });
  }

  get rows(): readonly RecentlyDeletedNode[] {
    return this.#rows;
  }

  /** The names of files of the journal that cannot be read: what they have is not among the rows. */
  get unreadableFiles(): readonly string[] {
    return this.#unreadableFiles;
  }

  /** Reads what all windows wrote. Never rejects. */
  async load(): Promise<void> {
    try {
      await (this.#followed ? this.#followed.journal.load() : this.#follow());
    } catch (error) {
      this.#record(error);
    }
    this.#update();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#followed?.dispose();
    this.#updates.dispose();
    this.#changed.dispose();
  }

  async #loadWithList(): Promise<void> {
    const kind = this.#sessions.current?.labels.state.kind;
    if (kind === 'loaded' || kind === 'failed') {
      await this.load();
    }
  }

  async #follow(): Promise<void> {
    const session = this.#sessions.current;
    const journal = await session?.journal();
    if (!session || !journal || session !== this.#sessions.current || this.#followed) {
      return;
    }
    const subscription = journal.onDidChange(() => {
      this.#updates.add([true]);
    });
    const dispose = () => {
      subscription.dispose();
    };
    this.#followed = { session, journal, dispose };
  }

  #unfollow(): void {
    if (this.#followed) {
      this.#followed.dispose();
      this.#followed = undefined;
      this.#update();
    }
  }

  #update(): void {
    const { session, journal } = this.#followed ?? {};
    const rows = session && journal ? recentlyDeletedRows(journal.entries, session) : [];
    const isLoading = session?.labels.state.kind === 'notLoaded' || session?.labels.state.kind === 'loading';
    if (this.#fingerprint === undefined && rows.length === 0 && isLoading) {
      // Labels in doubt become rows when the list is there: before that, no rows does not mean that there are none.
      return;
    }
    const unreadableFiles = journal?.unreadableFiles ?? [];
    const fingerprint = JSON.stringify([
      rows.map((row) => (row.kind === 'deletedLabel' ? [row.entry, row.others] : [row.entries, row.others])),
      unreadableFiles,
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
