import * as vscode from 'vscode';
import { colorIcon } from '../ui/colorIcon';
import { colorName } from '../ui/colorName';
import { plainText } from '../ui/plainText';
import type { LabelNode, TeamNode } from './labelNodes';

/** The row of a label. Cheap to make: the tooltip comes later, on demand. */
export function labelItem({ label, session }: LabelNode): vscode.TreeItem {
  const name = plainText(label.name);
  const isDeleting = session.labels.isDeleting(label.id);
  const item = new vscode.TreeItem({ label: name });
  item.id = label.id;
  item.contextValue = isDeleting ? 'label.deleting' : 'label';
  item.iconPath = isDeleting ? new vscode.ThemeIcon('loading~spin') : colorIcon(label.color);
  if (isDeleting) {
    item.description = vscode.l10n.t('Deleting…');
  }
  item.accessibilityInformation = {
    label: isDeleting
      ? vscode.l10n.t('{0}, {1}, being deleted', name, colorName(label.color))
      : vscode.l10n.t('{0}, {1}', name, colorName(label.color)),
  };
  return item;
}

/** What is shown while the pointer rests on a row. A string, not Markdown: nothing in it can come to life. */
export function labelTooltip({ label }: LabelNode): string {
  return [
    plainText(label.name),
    vscode.l10n.t('Color: {0}', colorName(label.color)),
    vscode.l10n.t('Team: {0}', plainText(label.team_id)),
    vscode.l10n.t('ID: {0}', label.id),
    vscode.l10n.t('Created: {0}', dateAndTime(label.created_at)),
    vscode.l10n.t('Updated: {0}', dateAndTime(label.updated_at)),
  ].join('\n');
}

/** The row of a team. */
export function teamItem({ teamId, shortId, labels }: TeamNode): vscode.TreeItem {
  const item = new vscode.TreeItem(
    { label: vscode.l10n.t('Team {0}', plainText(shortId)) },
    vscode.TreeItemCollapsibleState.Expanded,
  );
  item.id = `team:${teamId}`;
  item.contextValue = 'team';
  item.description = String(labels.length);
  return item;
}

/** The whole id, which the row may not have. */
export function teamTooltip({ teamId }: TeamNode): string {
  return vscode.l10n.t('Team: {0}', plainText(teamId));
}

function dateAndTime(timestamp: string): string {
  const date = new Date(timestamp);
  return Number.isNaN(date.getTime())
    ? plainText(timestamp)
    : date.toLocaleString(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
}
