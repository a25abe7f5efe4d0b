import type { TreeDataProvider, TreeItem } from 'vscode';
import { deletedLabelItem, deletedLabelTooltip, deletedRunItem, deletedRunTooltip } from './recentlyDeletedItem';
import { labelRows, type RecentlyDeletedNode } from './recentlyDeletedNodes';
import type { RecentlyDeletedSource } from './recentlyDeletedSource';

/** The rows of the view Recently Deleted. It acts on nothing. */
export class RecentlyDeletedTree implements TreeDataProvider<RecentlyDeletedNode> {
  readonly #source: Pick<RecentlyDeletedSource, 'rows' | 'onDidChange'>;
  readonly onDidChangeTreeData;

  constructor(source: Pick<RecentlyDeletedSource, 'rows' | 'onDidChange'>) {
    this.#source = source;
    this.onDidChangeTreeData = source.onDidChange;
  }

  getChildren(node?: RecentlyDeletedNode): RecentlyDeletedNode[] {
    if (!node) {
      return [...this.#source.rows];
    }
    return node.kind === 'deletedRun' ? labelRows(node) : [];
  }

  getTreeItem(node: RecentlyDeletedNode): TreeItem {
    return node.kind === 'deletedRun' ? deletedRunItem(node) : deletedLabelItem(node);
  }

  resolveTreeItem(item: TreeItem, node: RecentlyDeletedNode): TreeItem {
    item.tooltip = node.kind === 'deletedRun' ? deletedRunTooltip(node) : deletedLabelTooltip(node);
    return item;
  }
}
