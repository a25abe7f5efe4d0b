import type { TreeDataProvider, TreeItem } from 'vscode';
import type { DrawnRows } from '../drawnRows';
import {
  deletedLabelItem,
  deletedLabelTooltip,
  deletedOrganizationItem,
  deletedRunItem,
  deletedRunTooltip,
} from './recentlyDeletedItem';
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
    const rows = node ? childrenOf(node) : this.#source.rows;
    this.#made.add(rows);
    if (!node) {
      this.#made.forgetAllBut(rows.flatMap((row) => [row, ...childrenOf(row)]));
    }
    return [...rows];
  }

  getTreeItem(node: RecentlyDeletedNode): TreeItem {
    switch (node.kind) {
      case 'deletedLabel':
        return deletedLabelItem(node);
      case 'deletedRun':
        return deletedRunItem(node);
      case 'deletedOrganization':
        return deletedOrganizationItem(node);
    }
  }

  resolveTreeItem(item: TreeItem, node: RecentlyDeletedNode): TreeItem {
    if (node.kind !== 'deletedOrganization') {
      item.tooltip = node.kind === 'deletedRun' ? deletedRunTooltip(node) : deletedLabelTooltip(node);
    }
    return item;
  }
}

function childrenOf(node: RecentlyDeletedNode): readonly RecentlyDeletedNode[] {
  switch (node.kind) {
    case 'deletedLabel':
      return [];
    case 'deletedRun':
      return labelRows(node);
    case 'deletedOrganization':
      return node.rows;
  }
}
