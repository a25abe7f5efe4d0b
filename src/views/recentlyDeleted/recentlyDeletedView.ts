import { Disposable, type LogOutputChannel, type TreeView, window } from 'vscode';
import type { Accounts } from '../../accounts/accounts';
import type { DrawnRows } from '../drawnRows';
import type { RecentlyDeletedNode } from './recentlyDeletedNodes';
import { RecentlyDeletedSource } from './recentlyDeletedSource';
import { RecentlyDeletedTree } from './recentlyDeletedTree';
import { l10n } from '../../ui/l10n';

interface RecentlyDeletedOptions {
  /** Whether there was something to show when VS Code was closed: the journal is read before the list then. */
  readonly hadDeleted: boolean;
  /** Told whether there is something to show. */
  readonly onHasDeleted: (has: boolean) => void;
  /** Told when the journal could not be read. */
  readonly record: (error: unknown) => void;
  readonly log: LogOutputChannel;
}

/** The view Recently Deleted: below Labels, and only where there is something in it, or should be. */
export class RecentlyDeletedView implements Disposable {
  readonly #source: RecentlyDeletedSource;
  readonly #view: TreeView<RecentlyDeletedNode>;
  readonly #onHasDeleted: (has: boolean) => void;
  readonly #log: LogOutputChannel;
  readonly #subscriptions: Disposable;

  /** @param drawn takes the rows, and which of them are drawn. */
  constructor(
    accounts: Accounts,
    drawn: DrawnRows<RecentlyDeletedNode>,
    { hadDeleted, onHasDeleted, record, log }: RecentlyDeletedOptions,
  ) {
    this.#onHasDeleted = onHasDeleted;
    this.#log = log;
    this.#source = new RecentlyDeletedSource(accounts, hadDeleted, record);
    const treeDataProvider = new RecentlyDeletedTree(this.#source, drawn);
    this.#view = window.createTreeView('kirimLabels.recentlyDeleted', {
      treeDataProvider,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#subscriptions = Disposable.from(
      drawn.follow(this.#view),
      this.#source.onDidChange(() => {
        this.#update();
      }),
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible) {
          // Other windows write as well, and do not tell.
          void this.#source.load();
        }
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#view.dispose();
    this.#source.dispose();
  }

  #update(): void {
    const { rows, unreadableFiles } = this.#source;
    this.#view.message = describeUnreadable(unreadableFiles.length);
    if (unreadableFiles.length > 0) {
      this.#log.warn(`Files of the journal that cannot be read, and are kept: ${unreadableFiles.join(', ')}`);
    }
    this.#onHasDeleted(rows.length > 0 || unreadableFiles.length > 0);
  }
}

/** Files that cannot be read are kept: a newer version of the extension may read them. */
function describeUnreadable(count: number): string {
  switch (count) {
    case 0:
      return '';
    case 1:
      return l10n.t(
        'A file of the journal cannot be read: it is damaged, or from a newer version of Kirim Labels. It is kept. The log has its name.',
      );
    default:
      return l10n.t(
        '{0} files of the journal cannot be read: they are damaged, or from a newer version of Kirim Labels. They are kept. The log has their names.',
        count,
      );
  }
}
