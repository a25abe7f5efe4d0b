import { commands, type Disposable, l10n, type TreeView, window } from 'vscode';
import type { Accounts } from '../../accounts/accounts';
import { joined } from '../../common/joined';
import type { LabelStore } from '../../labels/labelStore';
import { describeError } from '../../ui/messages/describeError';
import { plainText } from '../../ui/messages/plainText';
import type { LabelsTreeNode } from './labelNodes';
import type { LabelsQuery } from './labelsQuery';
import { failureCause, labelsViewState } from './labelsViewState';

const VIEW_ID = 'kirimLabels.labels';
/** A reload that the user did not ask for, and that takes less than this, shows no progress. In milliseconds. */
const BRIEF_MS = 300;

/** What stands around the rows: the organizations, a line about a list that is not up to date, welcome text, progress. */
export class LabelsView implements Disposable {
  readonly #accounts: Accounts;
  readonly #view: TreeView<LabelsTreeNode>;
  readonly #query: Pick<LabelsQuery, 'isFiltering' | 'message'>;
  readonly #subscriptions: readonly Disposable[];
  readonly #contexts = new Map<string, unknown>();
  readonly #progressOf = new Set<LabelStore>();
  #hasDeleted: boolean;
  /** What is said of the lists. */
  #aboutLists = '';

  /** @param hasDeleted as `hasDeleted`, until that is known: rows that are there already must not move for it. */
  constructor(
    accounts: Accounts,
    view: TreeView<LabelsTreeNode>,
    hasDeleted: boolean,
    query: Pick<LabelsQuery, 'isFiltering' | 'message' | 'onDidChange'>,
  ) {
    this.#accounts = accounts;
    this.#view = view;
    this.#hasDeleted = hasDeleted;
    this.#query = query;
    this.#subscriptions = [
      accounts.onDidChange(({ kind }) => {
        if (kind !== 'row') {
          this.#update();
        }
      }),
      query.onDidChange(() => {
        this.#update();
      }),
    ];
    this.#update();
  }

  /** Whether there is something in the view Recently Deleted, which is shown below this one then. */
  set hasDeleted(hasDeleted: boolean) {
    this.#hasDeleted = hasDeleted;
    this.#update();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) {
      subscription.dispose();
    }
  }

  #update(): void {
    const { sessions } = this.#accounts;
    const hasDeleted = sessions.length > 0 && this.#hasDeleted;
    const organizations = joined(
      sessions.map(({ organizationName }) => plainText(organizationName ?? '')),
      ', ',
    );
    this.#show('description', organizations);
    // A view that is alone in its container has no header for a description: its title is in the container's.
    this.#show('title', (!hasDeleted && organizations) || l10n.t('Labels'));
    this.#setContexts({ signedIn: sessions.length > 0, hasDeleted, filtered: this.#query.isFiltering });
    const lists = sessions.map(({ labels }) => labels);
    // What is said of rows stays until something else is known: to take it back for a moment moves them, and takes VS Code time.
    if (!lists.some(isReloading)) {
      this.#aboutLists = joined(lists.map(messageAbove), '\n');
      this.#setContexts(labelsViewState(this.#accounts));
    }
    this.#show('message', joined([this.#query.message, this.#aboutLists], '\n'));
    for (const labels of lists.filter(({ state }) => state.kind === 'loading')) {
      this.#showProgress(labels, isReloading(labels) && !labels.isRequested ? BRIEF_MS : 0);
    }
  }

  #setContexts(contexts: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(contexts)) {
      if (this.#contexts.get(name) !== value) {
        this.#contexts.set(name, value);
        void commands.executeCommand('setContext', `kirimLabels.${name}`, value);
      }
    }
  }

  /** Only what is new: VS Code takes each assignment for a change, and after one of the message it lets rows wait. */
  #show(part: 'description' | 'title' | 'message', text: string): void {
    if (this.#view[part] !== text) {
      this.#view[part] = text;
    }
  }

  /** The thin line under the view's title, until the list is there. */
  #showProgress(labels: LabelStore, inMs: number): void {
    if (this.#progressOf.has(labels)) {
      return;
    }
    this.#progressOf.add(labels);
    const settled = labels.settled();
    const timer = setTimeout(() => void window.withProgress({ location: { viewId: VIEW_ID } }, () => settled), inMs);
    void settled.then(() => {
      clearTimeout(timer);
      this.#progressOf.delete(labels);
    });
  }
}

function isReloading({ state, labels }: LabelStore): boolean {
  return state.kind === 'loading' && labels.length > 0;
}

/**
 * Rows that are shown although the last load failed, or that are not all there are, need a word; an empty view has its
 * welcome text instead.
 */
function messageAbove(labels: LabelStore): string {
  if (labels.state.kind === 'failed' && labels.labels.length > 0) {
    return failureCause(labels) === 'unauthorized'
      ? l10n.t('{0} Sign in again to go on.', describeError(labels.state.error))
      : l10n.t('This list is not up to date. {0}', describeError(labels.state.error));
  }
  return describeUnreadable(labels.unreadable.length);
}

function describeUnreadable(count: number): string {
  switch (count) {
    case 0:
      return '';
    case 1:
      return l10n.t('1 label could not be read, and is not shown. The log says which.');
    default:
      return l10n.t('{0} labels could not be read, and are not shown. The log says which.', count);
  }
}
