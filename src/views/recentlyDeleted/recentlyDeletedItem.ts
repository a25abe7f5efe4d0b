import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { joined } from '../../common/joined';
import type { JournalEntry } from '../../journal/entry';
import { colorIcon, colorName } from '../../ui/color';
import { askedByLine } from '../../ui/messages/askedBy';
import { dateAndTime } from '../../ui/messages/dateAndTime';
import { deletedNamesIn } from '../../ui/messages/names';
import { isolated, plainText } from '../../ui/messages/plainText';
import { organizationTitle } from '../../ui/messages/place';
import {
  DELETED_ROW_IDS,
  type DeletedLabelNode,
  type DeletedOrganizationNode,
  type DeletedRunNode,
  entriesOf,
} from './recentlyDeletedNodes';
import { teamLineWithId, teamTitle } from '../../ui/messages/teamNames';
import { formatNumber, l10n } from '../../ui/l10n';

/** The row of a deleted label. Cheap to make: the tooltip comes later, on demand. */
export function deletedLabelItem(node: DeletedLabelNode): TreeItem {
  const { entry, namesakes } = node;
  const { label } = entry;
  const name = plainText(label.name);
  const item = new TreeItem({ label: name });
  item.id = DELETED_ROW_IDS.idOf(node);
  item.contextValue = 'deletedLabel';
  item.iconPath = colorIcon(label.color);
  const team = namesakes.hasInOtherTeam(label) ? namesakes.teamOf(label) : undefined;
  const id = namesakes.shortIdOf(label);
  const beside = [team && teamTitle(team), id && l10n.t('ID {0}', isolated(id))];
  item.description = joined([...beside, when(entry)], ', ');
  item.accessibilityInformation = {
    label: joined([l10n.t('{0}, {1}, deleted {2}', name, colorName(label.color), when(entry)), ...beside], ', '),
  };
  return item;
}

/** The row of labels that were deleted together. */
export function deletedRunItem(node: DeletedRunNode): TreeItem {
  const { entries } = node;
  const name = l10n.t('{0} labels', entries.length);
  const time = timeOf(entries);
  const item = new TreeItem({ label: name }, TreeItemCollapsibleState.Collapsed);
  item.id = DELETED_ROW_IDS.idOf(node);
  item.contextValue = 'deletedRun';
  item.description = time;
  item.accessibilityInformation = { label: l10n.t('{0}, deleted {1}', name, time) };
  return item;
}

/** The row of an organization, where there are several. */
export function deletedOrganizationItem(node: DeletedOrganizationNode): TreeItem {
  const name = organizationTitle(node.session);
  const count = entriesOf(node).length;
  const item = new TreeItem({ label: name }, TreeItemCollapsibleState.Expanded);
  item.id = DELETED_ROW_IDS.idOf(node);
  item.contextValue = 'organization';
  item.iconPath = new ThemeIcon('organization');
  item.description = formatNumber(count);
  item.accessibilityInformation = {
    label: count === 1 ? l10n.t('{0}, 1 deleted label', name) : l10n.t('{0}, {1} deleted labels', name, count),
  };
  return item;
}

/** What is shown while the pointer rests on a label. A string, not Markdown: nothing in it can come to life. */
export function deletedLabelTooltip({ entry, others }: DeletedLabelNode): string {
  const { label, requestId } = entry;
  return joined(
    [
      plainText(label.name),
      l10n.t('Color: {0}', colorName(label.color)),
      teamLineWithId(label.team_id),
      l10n.t('Old ID: {0}', isolated(label.id)),
      l10n.t('Deleted: {0}', when(entry)),
      others === 1 ? l10n.t('With 1 other label') : others > 1 ? l10n.t('With {0} other labels', others) : '',
      askedByLine(entry),
      requestId && l10n.t('Request ID: {0}', isolated(requestId)),
    ],
    '\n',
  );
}

export function deletedRunTooltip({ entries, session }: DeletedRunNode): string {
  const names = deletedNamesIn(
    session,
    entries.map(({ label }) => label),
  );
  const [newest] = entries;
  return joined([l10n.t('Deleted: {0}', timeOf(entries)), ...names.some, newest && askedByLine(newest)], '\n');
}

function timeOf([newest]: readonly JournalEntry[]): string {
  return newest ? when(newest) : '';
}

/** When it was confirmed; where it was not, when it was tried. */
function when({ endedAt, startedAt }: JournalEntry): string {
  return dateAndTime(endedAt ?? startedAt);
}
