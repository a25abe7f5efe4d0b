import type { Disposable, TreeDataProvider, TreeItem } from 'vscode';
import type { Session } from '../../accounts/session';
import type { Accounts, AccountsChange } from '../../accounts/accounts';
import type { DrawnRows } from '../drawnRows';
import { GivenRows, Level } from './givenRows';
import {
  isSameRow,
  type LabelNode,
  labelRowId,
  type LabelsTreeNode,
  type OrganizationNode,
  type MoreNode,
  organizationRowId,
  rowId,
} from './labelNodes';
import { labelNodes, topRows } from './labelRows';
import type { LabelsQuery } from './labelsQuery';
import { neighborOf, parentOf } from './neighborRow';
import { describeState } from './items/organizationItem';
import { tooltipOf, treeItemOf } from './items/treeItem';
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
  readonly #refreshes = new TreeRefreshes<LabelsTreeNode>((id) => this.#nodeWith(id));
  readonly #subscriptions: readonly Disposable[];
  readonly #root = new Level();
  /** The rows of organizations, where there are several. */
  #organizations: readonly OrganizationNode[] = [];
  readonly #given = new Map<Session, GivenRows>();
  #replacedAt = Number.NEGATIVE_INFINITY;

  readonly onDidChangeTreeData = this.#refreshes.event;

  /** @param made takes the rows that this makes. */
  constructor(accounts: Accounts, made: DrawnRows<LabelsTreeNode>, query: LabelsQuery) {
    this.#accounts = accounts;
    this.#made = made;
    this.#query = query;
    this.#subscriptions = [
      accounts.onDidChange((change) => {
        this.#follow(change);
      }),
      query.onDidChange(() => {
        this.#replaceRows();
      }),
      // Fired later than it was asked for, where something else was fired just before.
      this.#refreshes.event((nodes) => {
        this.#replacedAt = nodes?.every(({ kind }) => kind === 'label') ? this.#replacedAt : performance.now();
      }),
    ];
  }

  /** For a moment after the rows were replaced VS Code knows no row, and so none that is selected. */
  get isSettling(): boolean {
    return performance.now() - this.#replacedAt < SETTLING_MS;
  }

  /** VS Code was told, or will be, that there are other rows, and has not asked for them yet. A hidden view does not. */
  get owesRows(): boolean {
    const expanded = this.#organizations.filter((row) => !this.#made.isCollapsed(row));
    return this.#root.isOwed || expanded.some(({ session }) => this.#givenOf(session).level.isOwed);
  }

  async getChildren(node?: LabelsTreeNode): Promise<LabelsTreeNode[]> {
    if (!node) {
      return this.#root.give(() => this.#topRows());
    }
    switch (node.kind) {
      case 'label':
      case 'more':
        return [];
      case 'organization':
        return this.#givenOf(node.session).level.give(async () => {
          await node.session.labels.firstRows();
          return this.#rowsOf(node.session);
        });
      case 'team':
      case 'retired':
        return [...node.labels];
    }
  }

  getParent(node: LabelsTreeNode): LabelsTreeNode | undefined {
    return parentOf(node, this.#givenOf(node.session).rows) ?? this.#organizationOf(node);
  }

  /** The rows with these ids, of those that VS Code has. */
  rowsWith(ids: ReadonlySet<string>): readonly LabelsTreeNode[] {
    const given = [...this.#given.values()].flatMap(({ rows }) => rows);
    const all = given.flatMap((row) => (row.kind === 'label' ? [row] : [row, ...row.labels]));
    return [...this.#organizations, ...all].filter((row) => ids.has(rowId(row)));
  }

  /** The row that the focus goes to from a row that goes: see `neighborOf`; where none of its organization stays, that one's. */
  neighborOf(
    row: LabelsTreeNode,
    goes: (node: LabelNode) => boolean,
    isDrawn: (node: LabelNode) => boolean,
  ): LabelsTreeNode | undefined {
    const labels = row.kind === 'label' ? [row] : 'labels' in row ? row.labels : [];
    const isGoing = labels.length > 0 && labels.every(goes);
    return (
      neighborOf(row, this.#givenOf(row.session).rows, goes, isDrawn) ??
      (isGoing ? this.#organizationOf(row) : undefined)
    );
  }

  getTreeItem(node: LabelsTreeNode): TreeItem {
    return treeItemOf(node, this.#query);
  }

  resolveTreeItem(item: TreeItem, node: LabelsTreeNode): TreeItem {
    item.tooltip = tooltipOf(node);
    return item;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) {
      subscription.dispose();
    }
    this.#refreshes.dispose();
  }

  async #topRows(): Promise<LabelsTreeNode[]> {
    let sessions = await this.#accounts.restore();
    for (let before; sessions !== before; sessions = this.#accounts.sessions) {
      before = sessions;
      // Several organizations have a row each, which is there before its labels are.
      await (sessions.length === 1 && sessions[0]?.labels.firstRows());
    }
    const [only] = sessions;
    this.#organizations = sessions.length > 1 ? sessions.map((session) => ({ kind: 'organization', session })) : [];
    for (const session of sessions) {
      this.#givenOf(session).state = this.#describe(session);
      // VS Code asks for no rows below one that is collapsed.
      void session.labels.firstRows();
    }
    if (sessions.length < 2) {
      return only ? this.#rowsOf(only) : [];
    }
    this.#made.add(this.#organizations);
    this.#forgetCollapsed();
    return [...this.#organizations];
  }

  #rowsOf(session: Session): LabelsTreeNode[] {
    const nodes = labelNodes(session, this.#query);
    const rows = topRows(nodes);
    const given = this.#givenOf(session);
    given.labels = new Map(nodes.map((one) => [rowId(one), one]));
    given.rows = rows;
    const more: MoreNode[] = session.labels.hasMore ? [{ kind: 'more', session }] : [];
    this.#made.add([...rows, ...nodes, ...more]);
    this.#forgetCollapsed();
    return [...rows, ...more];
  }

  #forgetCollapsed(): void {
    this.#made.forgetAllBut([...this.#organizations, ...[...this.#given.values()].flatMap(({ rows }) => rows)]);
  }

  #follow(change: AccountsChange): void {
    switch (change.kind) {
      case 'row': {
        const { session, ids } = change;
        const rows = ids.map((id) => labelRowId(session, id));
        this.#refreshes.rows(rows, areBrief(session, ids) ? BRIEF_MS : 0);
        break;
      }
      case 'sessions':
        // Nothing of a session that has ended stays in memory, its key among it.
        for (const session of change.ended) {
          this.#given.delete(session);
        }
        this.#organizations = [];
        if (this.#root.areGiven) {
          this.#replaceRows();
        }
        break;
      case 'rows':
        this.#replaceRowsOf(change.session);
        break;
      case 'times':
        if (this.#query.isSortedByChange) {
          this.#replaceRowsOf(change.session);
        }
        break;
      case 'state':
      case 'organization':
        this.#updateState(change.session);
        break;
    }
  }

  #replaceRows(): void {
    this.#root.isOwed = true;
    this.#replacedAt = performance.now();
    this.#refreshes.all();
  }

  #replaceRowsOf(session: Session): void {
    const { level } = this.#givenOf(session);
    if (!this.#hasRow(session)) {
      if (this.#root.areGiven) {
        this.#replaceRows();
      }
    } else if (level.areGiven) {
      level.isOwed = true;
      this.#replacedAt = performance.now();
      this.#refreshes.rows([organizationRowId(session)]);
    } else if (!level.wasAsked) {
      this.#updateState(session);
    }
  }

  #describe(session: Session): string {
    return describeState(session, this.#query.shownCountOf(session));
  }

  /** VS Code asks for the rows below a row again when that looks different: so only where it does. */
  #updateState(session: Session): void {
    const given = this.#givenOf(session);
    const state = this.#describe(session);
    if (given.state !== state && this.#hasRow(session)) {
      given.state = state;
      this.#refreshes.rows([organizationRowId(session)]);
    }
  }

  #givenOf(session: Session): GivenRows {
    const given = this.#given.get(session) ?? new GivenRows();
    if (!session.ended.aborted) {
      this.#given.set(session, given);
    }
    return given;
  }

  #hasRow(session: Session): boolean {
    return this.#organizations.some((row) => row.session === session);
  }

  #organizationOf(node: LabelsTreeNode): OrganizationNode | undefined {
    return this.#organizations.find((row) => row.session === node.session && !isSameRow(row, node));
  }

  #nodeWith(id: string): LabelsTreeNode | undefined {
    for (const { labels } of this.#given.values()) {
      const label = labels.get(id);
      if (label) {
        return label;
      }
    }
    return this.#organizations.find((row) => rowId(row) === id);
  }
}

/** Whether those labels are what one request is sent for, rather than waiting or done with. */
function areBrief({ labels }: Session, ids: readonly string[]): boolean {
  return ids.every((id) => {
    const kind = labels.activities.of(id)?.kind;
    return kind !== undefined && kind !== 'waiting' && kind !== 'countdown';
  });
}
