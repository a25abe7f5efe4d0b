import * as vscode from 'vscode';
import { groupByTeam } from '../labels/teams';
import type { Session } from '../session/session';
import type { Sessions } from '../session/sessions';
import { labelItem, labelTooltip, teamItem, teamTooltip } from './labelItem';
import type { LabelNode, LabelsTreeNode } from './labelNodes';

/** The rows of the Labels view: what the store of the session holds, and no more. It acts on nothing. */
export class LabelsTree implements vscode.TreeDataProvider<LabelsTreeNode>, vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #changed = new vscode.EventEmitter<LabelsTreeNode | undefined>();
  readonly #sessionsChanged: vscode.Disposable;
  #labelsChanged: { dispose(): void } | undefined;
  /** The nodes that VS Code has, by the label's id: it wants the same object again when one row changes. */
  #nodes = new Map<string, LabelNode>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#sessionsChanged = sessions.onDidChange(() => {
      this.#follow(sessions.current);
      this.#changed.fire(undefined);
    });
    this.#follow(sessions.current);
  }

  async getChildren(node?: LabelsTreeNode): Promise<LabelsTreeNode[]> {
    if (node) {
      return node.kind === 'team' ? [...node.labels] : [];
    }
    await this.#sessions.restore();
    const session = this.#sessions.current;
    if (!session) {
      return [];
    }
    await session.labels.firstRows();
    return this.#rows(session);
  }

  getTreeItem(node: LabelsTreeNode): vscode.TreeItem {
    return node.kind === 'team' ? teamItem(node) : labelItem(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: LabelsTreeNode): vscode.TreeItem {
    item.tooltip = node.kind === 'team' ? teamTooltip(node) : labelTooltip(node);
    return item;
  }

  dispose(): void {
    this.#labelsChanged?.dispose();
    this.#sessionsChanged.dispose();
    this.#changed.dispose();
  }

  #follow(session: Session | undefined): void {
    this.#labelsChanged?.dispose();
    this.#labelsChanged = session?.labels.onDidChange((change) => {
      if (change.kind === 'rows') {
        this.#changed.fire(undefined);
      } else if (change.kind === 'row') {
        const node = this.#nodes.get(change.id);
        if (node) {
          this.#changed.fire(node);
        }
      }
    });
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
      labels: labels.map(({ id }) => this.#nodes.get(id)).filter((node) => node !== undefined),
    }));
  }
}
