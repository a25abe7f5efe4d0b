import { type Disposable, EventEmitter, type TreeDataProvider, type TreeItem } from 'vscode';
import { groupByTeam } from '../labels/teams';
import type { Session } from '../session/session';
import type { Sessions } from '../session/sessions';
import { labelItem, labelTooltip, teamItem, teamTooltip } from './labelItem';
import type { LabelNode, LabelsTreeNode } from './labelNodes';

/** VS Code lets 200 ms pass between two refreshes of a tree, and then asks for the rows, level by level. */
const SETTLING_MS = 700;

/** The rows of the Labels view: what the store of the session holds, and no more. It acts on nothing. */
export class LabelsTree implements TreeDataProvider<LabelsTreeNode>, Disposable {
  readonly #sessions: Sessions;
  readonly #changed = new EventEmitter<LabelsTreeNode[] | undefined>();
  readonly #subscription: Disposable;
  /** The nodes that VS Code has, by the label's id: it wants the same object again when one row changes. */
  #nodes = new Map<string, LabelNode>();
  /** How many times VS Code is waiting for the rows of the top level. */
  #asked = 0;
  #replacedAt = Number.NEGATIVE_INFINITY;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#subscription = sessions.onDidChange((change) => {
      if (change.kind === 'row') {
        this.#changed.fire(change.ids.flatMap((id) => this.#nodes.get(id) ?? []));
      } else if (change.kind === 'session' || (change.kind === 'rows' && this.#asked === 0)) {
        this.#replacedAt = Date.now();
        this.#changed.fire(undefined);
      }
    });
  }

  /** For a moment after the rows were replaced VS Code knows no row, and so none that is selected. */
  get isSettling(): boolean {
    return Date.now() - this.#replacedAt < SETTLING_MS;
  }

  async getChildren(node?: LabelsTreeNode): Promise<LabelsTreeNode[]> {
    if (node) {
      return node.kind === 'team' ? [...node.labels] : [];
    }
    this.#asked += 1;
    try {
      const session = await this.#sessions.restore();
      await session?.labels.firstRows();
      return session ? this.#rows(session) : [];
    } finally {
      this.#asked -= 1;
    }
  }

  getTreeItem(node: LabelsTreeNode): TreeItem {
    return node.kind === 'team' ? teamItem(node) : labelItem(node);
  }

  resolveTreeItem(item: TreeItem, node: LabelsTreeNode): TreeItem {
    item.tooltip = node.kind === 'team' ? teamTooltip(node) : labelTooltip(node);
    return item;
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #rows(session: Session): LabelsTreeNode[] {
    const nodes = session.labels.labels.map((label): LabelNode => ({ kind: 'label', label, session }));
    this.#nodes = new Map(nodes.map((node) => [node.label.id, node]));
    const teams = groupByTeam(session.labels.labels);
    if (teams.length < 2) {
      return nodes;
    }
    return teams.map(({ teamId, shortId, labels }) => ({
      kind: 'team',
      teamId,
      shortId,
      labels: labels.flatMap(({ id }) => this.#nodes.get(id) ?? []),
    }));
  }
}
