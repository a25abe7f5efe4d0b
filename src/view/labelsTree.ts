import type { Disposable, TreeDataProvider, TreeItem } from 'vscode';
import { isRetired } from '../labels/retired';
import { Namesakes } from '../labels/namesakes';
import { groupByTeam } from '../labels/teams';
import { onDidChangeRetiredPrefix, readRetiredPrefix } from '../accounts/configuration';
import type { Session } from '../accounts/session';
import type { Sessions } from '../accounts/accounts';
import type { DrawnRows } from './drawnRows';
import { labelItem, retiredItem, teamItem } from './labelItem';
import { type LabelNode, type LabelsTreeNode, type RetiredNode, rowId, type TeamNode } from './labelNodes';
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

/** The rows of the Labels view: what the store of the session holds, and no more. It acts on nothing. */
export class LabelsTree implements TreeDataProvider<LabelsTreeNode>, Disposable {
  readonly #sessions: Sessions;
  readonly #made: DrawnRows<LabelsTreeNode>;
  readonly #refreshes = new TreeRefreshes<LabelsTreeNode>((id) => this.#nodes.get(id));
  readonly #subscriptions: readonly Disposable[];
  /** The nodes that VS Code has, by the label's id: it wants the same object again when one row changes. */
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
  constructor(sessions: Sessions, made: DrawnRows<LabelsTreeNode>) {
    this.#sessions = sessions;
    this.#made = made;
    this.#subscriptions = [
      sessions.onDidChange((change) => {
        if (change.kind === 'row') {
          this.#refreshes.rows(change.ids, this.#areBrief(change.ids) ? BRIEF_MS : 0);
          return;
        }
        if (change.kind === 'session') {
          // Nothing of the session before stays in memory, its key among it.
          this.#nodes.clear();
          this.#top = [];
        }
        if ((change.kind === 'session' || change.kind === 'rows') && this.#hasGivenRows) {
          this.#replaceRows();
        }
      }),
      onDidChangeRetiredPrefix(() => {
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
      let session = await this.#sessions.restore();
      for (let before; session !== before; session = this.#sessions.current) {
        before = session;
        await session?.labels.firstRows();
      }
      const rows = session ? this.#rows(session) : [];
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

  /** Whether those labels are what one request is sent for, rather than waiting or done with. */
  #areBrief(ids: readonly string[]): boolean {
    return ids.every((id) => {
      const kind = this.#sessions.current?.labels.activities.of(id)?.kind;
      return kind === 'deleting' || kind === 'retiring' || kind === 'restoring';
    });
  }

  #replaceRows(): void {
    this.#owesRows = true;
    this.#replacedAt = performance.now();
    this.#refreshes.all();
  }

  #rows(session: Session): LabelsTreeNode[] {
    const { labels } = session.labels;
    // By all labels: a team does not go because its labels are retired.
    const teams = groupByTeam(labels);
    const namesakes = new Namesakes(labels);
    const prefix = readRetiredPrefix();
    const nodes = labels.map((label): LabelNode => {
      const retired = isRetired(label, prefix) ? { shortTeamId: namesakes.teamOf(label) } : undefined;
      return { kind: 'label', label, session, shortId: namesakes.shortIdOf(label), retired };
    });
    this.#nodes = new Map(nodes.map((node) => [node.label.id, node]));
    const retired = nodes.filter((node) => node.retired);
    const group: RetiredNode[] = retired.length > 0 ? [{ kind: 'retired', labels: retired }] : [];
    if (teams.length < 2) {
      return [...nodes.filter((node) => !node.retired), ...group];
    }
    const byTeam = teams.map((team): TeamNode => {
      const ofTeam = team.labels.flatMap(({ id }) => this.#nodes.get(id) ?? []);
      return { ...team, kind: 'team', labels: ofTeam.filter((node) => !node.retired) };
    });
    return [...byTeam.filter((team) => team.labels.length > 0), ...group];
  }
}
