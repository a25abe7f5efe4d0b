import { Disposable, type TreeView, window } from 'vscode';
import type { Sessions } from '../session/sessions';
import type { RecentlyDeletedNode } from './recentlyDeletedNodes';
import { RecentlyDeletedSource } from './recentlyDeletedSource';
import { RecentlyDeletedTree } from './recentlyDeletedTree';

/** The view Recently Deleted: below Labels, and only where there is something in it. */
export class RecentlyDeletedView implements Disposable {
  readonly #source: RecentlyDeletedSource;
  readonly #view: TreeView<RecentlyDeletedNode>;
  readonly #subscriptions: Disposable;

  /**
   * @param onHasDeleted told whether there is something to show.
   * @param record told when the journal could not be read.
   */
  constructor(sessions: Sessions, onHasDeleted: (has: boolean) => void, record: (error: unknown) => void) {
    this.#source = new RecentlyDeletedSource(sessions, record);
    const treeDataProvider = new RecentlyDeletedTree(this.#source);
    this.#view = window.createTreeView('kirimLabels.recentlyDeleted', {
      treeDataProvider,
      canSelectMany: true,
      showCollapseAll: true,
    });
    this.#subscriptions = Disposable.from(
      this.#source.onDidChange(() => {
        onHasDeleted(this.#source.rows.length > 0);
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
}
