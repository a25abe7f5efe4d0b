import * as vscode from 'vscode';
import type { LabelStore } from '../labels/labelStore';
import type { Session } from '../session/session';
import type { Sessions } from '../session/sessions';
import { describeError } from '../ui/describeError';
import { plainText } from '../ui/plainText';
import type { LabelNode, LabelsTreeNode } from './labelNodes';
import type { LabelsTree } from './labelsTree';
import { failureCause, labelsViewState } from './labelsViewState';

const VIEW_ID = 'kirimLabels.labels';

/** What stands around the rows: the organization, a line about a list that is not up to date, welcome text, progress. */
export class LabelsView implements vscode.Disposable {
  readonly #sessions: Sessions;
  readonly #view: vscode.TreeView<LabelsTreeNode>;
  readonly #sessionsChanged: vscode.Disposable;
  readonly #contexts = new Map<string, unknown>();
  #labelsChanged: { dispose(): void } | undefined;
  #progressOf: LabelStore | undefined;

  constructor(sessions: Sessions, tree: LabelsTree) {
    this.#sessions = sessions;
    this.#view = vscode.window.createTreeView(VIEW_ID, { treeDataProvider: tree, showCollapseAll: true });
    this.#sessionsChanged = sessions.onDidChange(() => {
      this.#follow(sessions.current);
    });
    this.#follow(sessions.current);
  }

  /** The label that is selected on screen; undefined where the view is hidden or a team is selected. */
  get selectedLabel(): LabelNode | undefined {
    const [node] = this.#view.visible ? this.#view.selection : [];
    return node?.kind === 'label' ? node : undefined;
  }

  get isVisible(): boolean {
    return this.#view.visible;
  }

  dispose(): void {
    this.#labelsChanged?.dispose();
    this.#sessionsChanged.dispose();
    this.#view.dispose();
  }

  #follow(session: Session | undefined): void {
    this.#labelsChanged?.dispose();
    this.#labelsChanged = session?.labels.onDidChange((change) => {
      if (change.kind !== 'row') {
        this.#update();
      }
    });
    this.#update();
  }

  #update(): void {
    const session = this.#sessions.current;
    const labels = session?.labels;
    const organization = plainText(session?.organizationName ?? '');
    this.#view.description = organization;
    // A view that is alone in its container has no header for a description: its title is in the container's.
    this.#view.title = organization || vscode.l10n.t('Labels');
    this.#view.message = labels ? messageAbove(labels) : '';
    this.#setContext('state', labelsViewState(this.#sessions.state));
    this.#setContext('cause', labels && failureCause(labels));
    this.#setContext('signedIn', session !== undefined);
    if (labels?.state.kind === 'loading') {
      this.#showProgress(labels);
    }
  }

  /** The thin line under the view's title, until the list is there. */
  #showProgress(labels: LabelStore): void {
    if (this.#progressOf === labels) {
      return;
    }
    this.#progressOf = labels;
    void vscode.window.withProgress({ location: { viewId: VIEW_ID } }, async () => {
      await labels.settled();
      this.#progressOf = undefined;
    });
  }

  #setContext(name: string, value: unknown): void {
    if (this.#contexts.get(name) !== value) {
      this.#contexts.set(name, value);
      void vscode.commands.executeCommand('setContext', `kirimLabels.${name}`, value);
    }
  }
}

/** Rows that are shown although the last load failed need a word; an empty view has its welcome text instead. */
function messageAbove(labels: LabelStore): string {
  if (labels.state.kind !== 'failed' || labels.labels.length === 0) {
    return '';
  }
  return failureCause(labels) === 'unauthorized'
    ? vscode.l10n.t('KirimChat rejected the API key. Sign in again to go on.')
    : vscode.l10n.t('This list is not up to date. {0}', describeError(labels.state.error));
}
