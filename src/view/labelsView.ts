import { commands, type Disposable, l10n, type TreeView, window } from 'vscode';
import { systemClock } from '../api/clock';
import type { LabelStore } from '../labels/labelStore';
import type { Sessions } from '../session/sessions';
import { describeError } from '../ui/describeError';
import { plainText } from '../ui/plainText';
import type { LabelNode, LabelsTreeNode } from './labelNodes';
import type { LabelsTree } from './labelsTree';
import { failureCause, labelsViewState } from './labelsViewState';

const VIEW_ID = 'kirimLabels.labels';
const LOOK_MS = 20;
const LONGEST_DRAWING_MS = 400;

/** What stands around the rows: the organization, a line about a list that is not up to date, welcome text, progress. */
export class LabelsView implements Disposable {
  readonly #sessions: Sessions;
  readonly #tree: LabelsTree;
  readonly #view: TreeView<LabelsTreeNode>;
  readonly #subscription: Disposable;
  readonly #contexts = new Map<string, unknown>();
  #progressOf: LabelStore | undefined;
  #hasDeleted: boolean;

  /** @param hasDeleted as `hasDeleted`, until that is known: rows that are there already must not move for it. */
  constructor(sessions: Sessions, tree: LabelsTree, view: TreeView<LabelsTreeNode>, hasDeleted: boolean) {
    this.#sessions = sessions;
    this.#tree = tree;
    this.#view = view;
    this.#hasDeleted = hasDeleted;
    this.#subscription = sessions.onDidChange(({ kind }) => {
      if (kind !== 'row') {
        this.#update();
      }
    });
    this.#update();
  }

  /** The labels that are selected on screen; none where the view is hidden. */
  async selectedLabels(): Promise<readonly LabelNode[]> {
    while (this.#view.visible && this.#view.selection.length === 0 && this.#tree.isSettling) {
      await systemClock.sleep(LOOK_MS);
    }
    return this.#view.visible ? this.#view.selection.filter((node) => node.kind === 'label') : [];
  }

  /**
   * Resolves when rows that have changed are on screen, or soon. To be awaited before it is said how something ended: rows
   * that move after that move under the pointer, and a notification that comes first holds them up.
   */
  async rowsDrawn(): Promise<void> {
    this.#sessions.current?.labels.tellNow();
    for (let ms = 0; ms < LONGEST_DRAWING_MS && this.#view.visible && this.#tree.owesRows; ms += LOOK_MS) {
      await systemClock.sleep(LOOK_MS);
    }
  }

  get isVisible(): boolean {
    return this.#view.visible;
  }

  /** Whether there is something in the view Recently Deleted, which is shown below this one then. */
  set hasDeleted(hasDeleted: boolean) {
    this.#hasDeleted = hasDeleted;
    this.#update();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #update(): void {
    const session = this.#sessions.current;
    const labels = session?.labels;
    const hasDeleted = session !== undefined && this.#hasDeleted;
    const organization = plainText(session?.organizationName ?? '');
    this.#show('description', organization);
    // A view that is alone in its container has no header for a description: its title is in the container's.
    this.#show('title', (!hasDeleted && organization) || l10n.t('Labels'));
    this.#show('message', labels ? messageAbove(labels) : '');
    const contexts = {
      state: labelsViewState(this.#sessions.state),
      cause: labels && failureCause(labels),
      signedIn: session !== undefined,
      hasDeleted,
    };
    for (const [name, value] of Object.entries(contexts)) {
      if (this.#contexts.get(name) !== value) {
        this.#contexts.set(name, value);
        void commands.executeCommand('setContext', `kirimLabels.${name}`, value);
      }
    }
    if (labels?.state.kind === 'loading') {
      this.#showProgress(labels);
    }
  }

  /** Only what is new: VS Code takes each assignment for a change, and after one of the message it lets rows wait. */
  #show(part: 'description' | 'title' | 'message', text: string): void {
    if (this.#view[part] !== text) {
      this.#view[part] = text;
    }
  }

  /** The thin line under the view's title, until the list is there. */
  #showProgress(labels: LabelStore): void {
    if (this.#progressOf === labels) {
      return;
    }
    this.#progressOf = labels;
    void window.withProgress({ location: { viewId: VIEW_ID } }, async () => {
      await labels.settled();
      this.#progressOf = undefined;
    });
  }
}

/** Rows that are shown although the last load failed need a word; an empty view has its welcome text instead. */
function messageAbove(labels: LabelStore): string {
  if (labels.state.kind !== 'failed' || labels.labels.length === 0) {
    return '';
  }
  return failureCause(labels) === 'unauthorized'
    ? l10n.t('{0} Sign in again to go on.', describeError(labels.state.error))
    : l10n.t('This list is not up to date. {0}', describeError(labels.state.error));
}
