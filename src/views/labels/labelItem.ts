import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { joined } from '../../common/joined';
import { colorIcon, colorName } from '../../ui/color';
import type { RowActivity } from '../../labels/rowActivities';
import { isolated, plainText } from '../../ui/messages/plainText';
import { teamTitle } from '../../ui/messages/teamNames';
import { type LabelNode, type RetiredNode, rowId, type TeamNode } from './labelNodes';

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
  return new ThemeIcon(kind === 'waiting' || kind === 'countdown' ? 'watch' : 'loading~spin');
}

/** The row of a team. */
export function teamItem(node: TeamNode): TreeItem {
  const { name, labels } = node;
  const item = new TreeItem({ label: teamTitle(name) }, TreeItemCollapsibleState.Expanded);
  item.id = rowId(node);
  item.contextValue = 'team';
  item.description = String(labels.length);
  item.accessibilityInformation = {
    label:
      labels.length === 1
        ? l10n.t('Team {0}, 1 label', isolated(name))
        : l10n.t('Team {0}, {1} labels', isolated(name), labels.length),
  };
  return item;
}

/** The row of all retired labels: out of the way, at the end. */
export function retiredItem(node: RetiredNode): TreeItem {
  const { labels } = node;
  const item = new TreeItem({ label: l10n.t('Retired') }, TreeItemCollapsibleState.Collapsed);
  item.id = rowId(node);
  item.contextValue = 'retired';
  item.description = String(labels.length);
  item.accessibilityInformation = {
    label: labels.length === 1 ? l10n.t('Retired, 1 label') : l10n.t('Retired, {0} labels', labels.length),
  };
  return item;
}

/** What the row of a group says. */
export function groupName(group: TeamNode | RetiredNode): string {
  return group.kind === 'team' ? teamTitle(group.name) : l10n.t('Retired');
}
