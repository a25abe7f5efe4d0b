import { l10n, TreeItem, TreeItemCollapsibleState } from 'vscode';
import { joined } from '../../common/joined';
import type { JournalEntry } from '../../journal/entry';
import { colorIcon, colorName } from '../../ui/color';
import { dateAndTime } from '../../ui/messages/dateAndTime';
import { deletedNamesIn } from '../../ui/messages/names';
import { isolated, plainText } from '../../ui/messages/plainText';
import { teamLineWithId, teamTitle } from '../../ui/messages/teamNames';
import type { DeletedLabelNode, DeletedRunNode } from './recentlyDeletedNodes';

/** The row of a deleted label. Cheap to make: the tooltip comes later, on demand. */
export function deletedLabelItem({ entry, namesakes }: DeletedLabelNode): TreeItem {
  const { label, run } = entry;
  const name = plainText(label.name);
  const item = new TreeItem({ label: name });
  item.id = `${run}:${label.id}`;
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
export function deletedRunItem({ runId, entries }: DeletedRunNode): TreeItem {
  const name = l10n.t('{0} labels', entries.length);
  const time = timeOf(entries);
  const item = new TreeItem({ label: name }, TreeItemCollapsibleState.Collapsed);
  item.id = runId;
  item.contextValue = 'deletedRun';
  item.description = time;
  item.accessibilityInformation = { label: l10n.t('{0}, deleted {1}', name, time) };
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
  return [l10n.t('Deleted: {0}', timeOf(entries)), ...names.some].join('\n');
}

function timeOf([newest]: readonly JournalEntry[]): string {
  return newest ? when(newest) : '';
}

/** When it was confirmed; where it was not, when it was tried. */
function when({ endedAt, startedAt }: JournalEntry): string {
  return dateAndTime(endedAt ?? startedAt);
}
