import { Disposable, l10n, type LogOutputChannel, type TreeView, window } from 'vscode';
import type { Sessions } from '../session/sessions';
import type { DrawnRows } from './drawnRows';
import type { RecentlyDeletedNode } from './recentlyDeletedNodes';
import { RecentlyDeletedSource } from './recentlyDeletedSource';
import { RecentlyDeletedTree } from './recentlyDeletedTree';

/** The view Recently Deleted: below Labels, and only where there is something in it, or should be. */
export class RecentlyDeletedView implements Disposable {
  readonly #source: RecentlyDeletedSource;
  readonly #view: TreeView<RecentlyDeletedNode>;
  readonly #onHasDeleted: (has: boolean) => void;
  readonly #log: LogOutputChannel;
  readonly #subscriptions: Disposable;

  /**
   * @param drawn takes the rows, and which of them are drawn.
   * @param onHasDeleted told whether there is something to show.
   * @param record told when the journal could not be read.
   */
  constructor(
    sessions: Sessions,
    drawn: DrawnRows<RecentlyDeletedNode>,
    onHasDeleted: (has: boolean) => void,
    record: (error: unknown) => void,
    log: LogOutputChannel,
  ) {
    this.#onHasDeleted = onHasDeleted;
    this.#log = log;
    this.#source = new RecentlyDeletedSource(sessions, record);
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

/** Nobody knows what is in them. So they stay, and a newer version of the extension may read them. */
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
