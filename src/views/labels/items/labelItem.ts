import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { joined } from '../../../common/joined';
import { readReducesMotion } from '../../../accounts/configuration';
import { colorIcon, colorName } from '../../../ui/color';
import type { RowActivity } from '../../../labels/rowActivities';
import { isolated, plainText } from '../../../ui/messages/plainText';
import { teamTitle } from '../../../ui/messages/teamNames';
import { type GroupNode, type LabelNode, type MoreNode, type RetiredNode, rowId, type TeamNode } from '../labelNodes';
import { formatNumber, l10n } from '../../../ui/l10n';

/** The row of a label. Cheap to make: the tooltip comes later, on demand. */
export function labelItem(node: LabelNode): TreeItem {
  const { label, session, shortId, retired } = node;
  const name = plainText(label.name);
  const color = colorName(label.color);
  const activity = session.labels.activities.of(label.id);
  const words = activity ? activityWords(activity) : retired?.teamName && teamTitle(retired.teamName);
  const id = shortId && l10n.t('ID {0}', isolated(shortId));
  const item = new TreeItem({ label: name });
  item.id = rowId(node);
  item.contextValue = activity ? `label.${activity.kind}` : retired ? 'label.retired' : 'label';
  item.iconPath = activity ? activityIcon(activity) : colorIcon(label.color);
  if (words || id) {
    item.description = joined([words, id], ', ');
  }
  // Without the seconds: a screen reader would read the row again with each of them.
  const spoken = activity?.kind === 'countdown' ? l10n.t('about to be deleted') : words;
  item.accessibilityInformation = { label: joined([name, color, spoken, id], ', ') };
  return item;
}

function activityWords(activity: RowActivity): string {
  switch (activity.kind) {
    case 'waiting':
      return l10n.t('Waiting…');
    case 'deleting':
      return l10n.t('Deleting…');
    case 'retiring':
      return l10n.t('Retiring…');
    case 'restoring':
      return l10n.t('Restoring…');
    case 'renaming':
      return l10n.t('Renaming…');
    case 'recoloring':
      return l10n.t('Changing color…');
    case 'creating':
      return l10n.t('Creating…');
    case 'countdown':
      // The number first: a narrow view cuts off the end.
      return l10n.t('{0} s left to undo', activity.seconds);
  }
}

/** Nothing turns while nothing is sent. */
function activityIcon({ kind }: RowActivity): ThemeIcon {
  // The icon “loading” turns by itself.
  const sending = readReducesMotion() ? 'sync' : 'loading~spin';
  return new ThemeIcon(kind === 'waiting' || kind === 'countdown' ? 'watch' : sending);
}

/** The row of a team. Each row that can be expanded has an icon: beside one without, VS Code indents others differently. */
export function teamItem(node: TeamNode): TreeItem {
  const { name, labels } = node;
  const item = new TreeItem({ label: teamTitle(name) }, TreeItemCollapsibleState.Expanded);
  item.id = rowId(node);
  item.contextValue = 'team';
  item.iconPath = new ThemeIcon('organization');
  item.description = formatNumber(labels.length);
  item.accessibilityInformation = { label: joined([teamTitle(name), labelCount(labels.length)], ', ') };
  return item;
}

/** The row of all retired labels: out of the way, at the end. */
export function retiredItem(node: RetiredNode): TreeItem {
  const { labels } = node;
  const item = new TreeItem({ label: l10n.t('Retired') }, TreeItemCollapsibleState.Collapsed);
  item.id = rowId(node);
  item.contextValue = 'retired';
  item.iconPath = new ThemeIcon('archive');
  item.description = formatNumber(labels.length);
  item.accessibilityInformation = { label: joined([l10n.t('Retired'), labelCount(labels.length)], ', ') };
  return item;
}

/** The row that loads the next labels of a long list. */
export function moreItem(node: MoreNode): TreeItem {
  const { session } = node;
  const item = new TreeItem({ label: l10n.t('Load More') });
  const count = session.labels.labels.length;
  item.id = rowId(node);
  item.contextValue = 'more';
  item.iconPath = new ThemeIcon('ellipsis');
  item.description = l10n.t('{0} labels so far', count);
  item.accessibilityInformation = { label: l10n.t('Load more labels, {0} so far', count) };
  item.command = { command: 'kirimLabels.loadMore', title: l10n.t('Load More'), arguments: [node] };
  return item;
}

/** What a screen reader says of a row that has labels below it. */
export function labelCount(count: number): string {
  return count === 1 ? l10n.t('1 label') : l10n.t('{0} labels', count);
}

/** What the row of a group says. */
export function groupName(group: GroupNode): string {
  return group.kind === 'team' ? teamTitle(group.name) : l10n.t('Retired');
}
