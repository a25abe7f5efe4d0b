import type { TreeDataProvider, TreeItem } from 'vscode';
import type { DrawnRows } from '../drawnRows';
import { deletedLabelItem, deletedLabelTooltip, deletedRunItem, deletedRunTooltip } from './recentlyDeletedItem';
import { labelRows, type RecentlyDeletedNode } from './recentlyDeletedNodes';
import type { RecentlyDeletedSource } from './recentlyDeletedSource';

/** The rows of the view Recently Deleted. It acts on nothing. */
export class RecentlyDeletedTree implements TreeDataProvider<RecentlyDeletedNode> {
  readonly #source: Pick<RecentlyDeletedSource, 'rows' | 'onDidChange'>;
  readonly #made: DrawnRows<RecentlyDeletedNode>;
  readonly onDidChangeTreeData;

  /** @param made takes the rows that this makes. */
  constructor(source: Pick<RecentlyDeletedSource, 'rows' | 'onDidChange'>, made: DrawnRows<RecentlyDeletedNode>) {
    this.#source = source;
    this.#made = made;
    this.onDidChangeTreeData = source.onDidChange;
  }

  getChildren(node?: RecentlyDeletedNode): RecentlyDeletedNode[] {
    const rows = node ? (node.kind === 'deletedRun' ? labelRows(node) : []) : [...this.#source.rows];
    this.#made.add(rows);
    if (!node) {
      this.#made.forgetAllBut(rows);
    }
    return rows;
  }

  getTreeItem(node: RecentlyDeletedNode): TreeItem {
    return node.kind === 'deletedRun' ? deletedRunItem(node) : deletedLabelItem(node);
  }

  resolveTreeItem(item: TreeItem, node: RecentlyDeletedNode): TreeItem {
    item.tooltip = node.kind === 'deletedRun' ? deletedRunTooltip(node) : deletedLabelTooltip(node);
    return item;
  }
}
