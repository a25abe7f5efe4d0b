import type { Disposable, TreeDataProvider, TreeItem } from 'vscode';
import type { Session } from '../../accounts/session';
import type { Accounts } from '../../accounts/accounts';
import type { DrawnRows } from '../drawnRows';
import { labelItem, retiredItem, teamItem } from './labelItem';
import { type LabelNode, labelRowId, type LabelsTreeNode, rowId } from './labelNodes';
import { labelNodes, topRows } from './labelRows';
import type { LabelsQuery } from './labelsQuery';
import { labelTooltip, teamTooltip } from './labelTooltip';
import { neighborOf, parentOf } from './neighborRow';
import { TreeRefreshes } from './treeRefreshes';

/** VS Code lets 200 ms pass between two refreshes of a tree, and then asks for the rows, level by level. */
const SETTLING_MS = 700;

/**
 * An activity that ends earlier than this is not drawn: the user could not read it, and VS Code would hold back the next
 * change, which is that the row goes, for 200 ms. VS Code waits as long before it shows that an editor takes time to open. In
 * milliseconds.
 */
const BRIEF_MS = 800;

/** The rows of the Labels view: what the stores of the sessions hold, and no more. It acts on nothing. */
export class LabelsTree implements TreeDataProvider<LabelsTreeNode>, Disposable {
  readonly #accounts: Accounts;
  readonly #made: DrawnRows<LabelsTreeNode>;
  readonly #query: LabelsQuery;
  readonly #refreshes = new TreeRefreshes<LabelsTreeNode>((id) => this.#nodes.get(id));
  readonly #subscriptions: readonly Disposable[];
  /** The nodes that VS Code has, by their ids: it wants the same object again when one row changes. */
  #nodes = new Map<string, LabelNode>();
  /** The rows of the top level that VS Code has. */
  #top: readonly LabelsTreeNode[] = [];
  /** How many times VS Code is waiting for the rows of the top level. */
  #asked = 0;
  #wasAsked = false;
  #replacedAt = Number.NEGATIVE_INFINITY;
  #owesRows = false;

  readonly onDidChangeTreeData = this.#refreshes.event;

  /** @param made takes the rows that this makes. */
  constructor(accounts: Accounts, made: DrawnRows<LabelsTreeNode>, query: LabelsQuery) {
    this.#accounts = accounts;
    this.#made = made;
    this.#query = query;
    this.#subscriptions = [
      accounts.onDidChange((change) => {
        if (change.kind === 'row') {
          const { session, ids } = change;
          const rows = ids.map((id) => labelRowId(session, id));
          this.#refreshes.rows(rows, areBrief(session, ids) ? BRIEF_MS : 0);
          return;
        }
        if (change.kind === 'sessions') {
          // Nothing of a session that has ended stays in memory, its key among it.
          this.#nodes.clear();
          this.#top = [];
        }
        const isMoved = change.kind === 'rows' || (change.kind === 'times' && query.isSortedByChange);
        if ((change.kind === 'sessions' || isMoved) && this.#hasGivenRows) {
          this.#replaceRows();
        }
      }),
      query.onDidChange(() => {
        this.#replaceRows();
      }),
      // Told later than it was asked for, where something else was told just before.
      this.#refreshes.event((nodes) => {
        this.#replacedAt = nodes ? this.#replacedAt : performance.now();
      }),
    ];
  }

  /** For a moment after the rows were replaced VS Code knows no row, and so none that is selected. */
  get isSettling(): boolean {
    return performance.now() - this.#replacedAt < SETTLING_MS;
  }

  /** VS Code was told, or will be, that there are other rows, and has not asked for them yet. A hidden view does not. */
  get owesRows(): boolean {
    return this.#owesRows;
  }

  /**
   * Whether VS Code has rows, which may be old by now. While it waits for some it gets those of the moment when they are
   * there, and told meanwhile that they have changed, it would throw them away and ask again.
   */
  get #hasGivenRows(): boolean {
    return this.#wasAsked && this.#asked === 0;
  }

  async getChildren(node?: LabelsTreeNode): Promise<LabelsTreeNode[]> {
    if (node) {
      return node.kind === 'label' ? [] : [...node.labels];
    }
    this.#wasAsked = true;
    this.#asked += 1;
    this.#owesRows = false;
    try {
      let sessions = await this.#accounts.restore();
      for (let before; sessions !== before; sessions = this.#accounts.sessions) {
        before = sessions;
        await Promise.all(sessions.map(({ labels }) => labels.firstRows()));
      }
      const nodes = sessions.map((session) => labelNodes(session, this.#query));
      this.#nodes = new Map(nodes.flat().map((one) => [rowId(one), one]));
      const rows = nodes.flatMap(topRows);
      this.#top = rows;
      this.#made.add([...rows, ...this.#nodes.values()]);
      this.#made.forgetAllBut(rows);
      return [...rows];
    } finally {
      this.#asked -= 1;
    }
  }

  getParent(node: LabelsTreeNode): LabelsTreeNode | undefined {
    return parentOf(node, this.#top);
  }

  /** The rows with these ids, of those that VS Code has. */
  rowsWith(ids: ReadonlySet<string>): readonly LabelsTreeNode[] {
    const all = this.#top.flatMap((row) => (row.kind === 'label' ? [row] : [row, ...row.labels]));
    return all.filter((row) => ids.has(rowId(row)));
  }

  /** The row that the focus goes to from a row that goes: see `neighborOf`. */
  neighborOf(
    row: LabelsTreeNode,
    goes: (node: LabelNode) => boolean,
    isDrawn: (node: LabelNode) => boolean,
  ): LabelsTreeNode | undefined {
    return neighborOf(row, this.#top, goes, isDrawn);
  }

  getTreeItem(node: LabelsTreeNode): TreeItem {
    switch (node.kind) {
      case 'label':
        return labelItem(node);
      case 'team':
        return teamItem(node);
      case 'retired':
        return retiredItem(node);
    }
  }

  resolveTreeItem(item: TreeItem, node: LabelsTreeNode): TreeItem {
    if (node.kind !== 'retired') {
      item.tooltip = node.kind === 'team' ? teamTooltip(node) : labelTooltip(node);
    }
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) {
      subscription.dispose();
    }
    this.#refreshes.dispose();
  }

  #replaceRows(): void {
    this.#owesRows = true;
    this.#replacedAt = performance.now();
    this.#refreshes.all();
  }
}

/** Whether those labels are what one request is sent for, rather than waiting or done with. */
function areBrief({ labels }: Session, ids: readonly string[]): boolean {
  return ids.every((id) => {
    const kind = labels.activities.of(id)?.kind;
    return kind === 'deleting' || kind === 'retiring' || kind === 'restoring';
  });
}
