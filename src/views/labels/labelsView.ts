import { commands, type Disposable, type TreeView, window } from 'vscode';
import type { Accounts } from '../../accounts/accounts';
import type { LabelStore } from '../../labels/labelStore';
import { describeError } from '../../ui/messages/describeError';
import { joined } from '../../common/joined';
import { plainText } from '../../ui/messages/plainText';
import type { LabelsTreeNode } from './labelNodes';
import type { LabelsQuery } from './labelsQuery';
import { failureCause, labelsViewState } from './labelsViewState';
import { l10n } from '../../ui/l10n';

const VIEW_ID = 'kirimLabels.labels';
/** A reload that the user did not ask for, and that takes less than this, shows no progress. In milliseconds. */
const BRIEF_MS = 300;
/** A load that takes longer than this can be cancelled. In milliseconds. */
const LONG_MS = 2_000;

/** What stands around the rows: the organization, a line about a list that is not up to date, welcome text, progress. */
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
    // Where there are several, each has a row, which says what is to be said of it.
    const [only] = sessions.length === 1 ? sessions : [];
    const organization = plainText(only?.organizationName ?? '');
    this.#show('description', organization);
    // A view that is alone in its container has no header for a description: its title is in the container's.
    this.#show('title', (!hasDeleted && organization) || l10n.t('Labels'));
    const sampleOpen = sessions.some(({ isSample }) => isSample);
    this.#setContexts({
      signedIn: sessions.length > 0,
      hasSeveral: sessions.length > 1,
      sampleOpen,
      hasDeleted,
      filtered: this.#query.isFiltering,
    });
    const lists = sessions.map(({ labels }) => labels);
    // What is said of rows stays until something else is known: to take it back for a moment moves them, and takes VS Code time.
    if (!only || !isReloading(only.labels)) {
      this.#aboutLists = only ? messageAbove(only.labels) : '';
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
    const cancelTimer = setTimeout(() => {
      this.#setContexts({ loading: true });
    }, LONG_MS);
    void settled.then(() => {
      clearTimeout(timer);
      clearTimeout(cancelTimer);
      this.#progressOf.delete(labels);
      if (this.#progressOf.size === 0) {
        this.#setContexts({ loading: false });
      }
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
