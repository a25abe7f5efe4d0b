import { type Disposable, EventEmitter } from 'vscode';
import type { Journal } from '../journal/journal';
import { Throttle } from '../labels/throttle';
import type { Session } from '../session/session';
import type { Sessions } from '../session/sessions';
import { type RecentlyDeletedNode, recentlyDeletedRows } from './recentlyDeletedNodes';

/** A run takes labels out faster than anybody can read. In milliseconds. */
const UPDATE_MS = 500;

/** What the journal of the session says is gone. It is read when this is made, and with each list after that. */
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

  /** @param record told when the journal could not be read: nobody asked for it. */
  constructor(sessions: Sessions, record: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#record = record;
    this.#subscription = sessions.onDidChange(({ kind }) => {
      if (kind === 'session') {
        this.#unfollow();
      } else if (kind === 'state') {
        void this.#loadWithList();
      } else if (kind === 'rows') {
        this.#updates.add([true]);
      }
    });
    void this.load();
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
    this.#followed?.dispose();
    this.#followed = undefined;
    this.#update();
  }

  #update(): void {
    const { session, journal } = this.#followed ?? {};
    const rows = session && journal ? recentlyDeletedRows(journal.entries, session) : [];
    const isLoading = session?.labels.state.kind === 'notLoaded' || session?.labels.state.kind === 'loading';
    if (this.#fingerprint === undefined && rows.length === 0 && isLoading) {
      // What is in doubt is among the rows when the list is there: until then nobody knows that there are none.
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
