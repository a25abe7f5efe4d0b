import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Session } from '../../../accounts/session';
import { ApiError } from '../../../api/errors';
import { joined } from '../../../common/joined';
import { describeBudget } from '../../../ui/messages/describeBudget';
import { describeError } from '../../../ui/messages/describeError';
import { organizationTitle } from '../../../ui/messages/place';
import { labelCount } from './labelItem';
import { type OrganizationNode, rowId } from '../labelNodes';
import { formatNumber, l10n } from '../../../ui/l10n';

/**
 * The row of an organization: how many labels it has, and what is wrong with its list.
 *
 * @param shown how many of them the filter shows; undefined where none is on.
 */
export function organizationItem(node: OrganizationNode, shown: number | undefined): TreeItem {
  const { session } = node;
  const name = organizationTitle(session);
  const count = session.labels.labels.length;
  const problem = shortProblem(session);
  const item = new TreeItem({ label: name }, TreeItemCollapsibleState.Expanded);
  item.id = rowId(node);
  item.contextValue = joined(['organization', problem?.kind], '.');
  item.iconPath = new ThemeIcon(problem ? 'warning' : 'organization');
  const isLoading = isFirstLoad(session);
  const words = isLoading ? l10n.t('loading…') : problem?.words;
  const { hasMore } = session.labels;
  const ofAll = (all: string) => (shown === undefined ? all : l10n.t('{0} of {1}', shown, all));
  const counted = ofAll(hasMore ? l10n.t('{0} so far', count) : formatNumber(count));
  const said = ofAll(hasMore ? l10n.t('{0} labels so far', count) : labelCount(count));
  // Of what was not loaded it is not known that there are none.
  const isCounted = count > 0 || !words;
  item.description = joined([isCounted ? counted : '', words], ', ');
  item.accessibilityInformation = { label: joined([name, isCounted ? said : '', words], ', ') };
  return item;
}

/** What is shown while the pointer rests on the row. A string, not Markdown: nothing in it can come to life. */
export function organizationTooltip({ session }: OrganizationNode): string {
  const { state, unreadable } = session.labels;
  return joined(
    [
      organizationTitle(session),
      state.kind === 'failed' ? describeError(state.error) : '',
      unreadable.length > 0 ? l10n.t('Labels that could not be read: {0}.', unreadable.length) : '',
      describeBudget(session.client.writeBudget),
    ],
    '\n',
  );
}

/** What the row of an organization says, to see whether it says something else. */
export function describeState(session: Session, shown: number | undefined): string {
  const { labels } = session;
  return JSON.stringify([
    organizationTitle(session),
    labels.labels.length,
    shown,
    labels.hasMore,
    isFirstLoad(session),
    shortProblem(session)?.words,
  ]);
}

/** Whether it is not known yet what labels there are. A list that is asked for again has its number until there is another one. */
function isFirstLoad({ labels }: Session): boolean {
  const isUnderWay = labels.state.kind === 'loading' || labels.state.kind === 'notLoaded';
  return isUnderWay && labels.labels.length === 0 && !labels.latest;
}

/** The state of the list in two or three words; a menu depends on the kind. */
function shortProblem({
  labels,
}: Session): { readonly kind: 'rejected' | 'failed'; readonly words: string } | undefined {
  const { state } = labels;
  if (state.kind === 'failed') {
    const cause = state.error instanceof ApiError ? state.error.kind : undefined;
    if (cause === 'unauthorized') {
      return { kind: 'rejected', words: l10n.t('API key rejected') };
    }
    const words = labels.labels.length > 0 ? l10n.t('not up to date') : l10n.t('not loaded');
    return {
      kind: 'failed',
      words: cause === 'offline' ? l10n.t('offline') : cause === 'incomplete' ? l10n.t('incomplete') : words,
    };
  }
  return labels.unreadable.length > 0 ? { kind: 'failed', words: l10n.t('incomplete') } : undefined;
}
