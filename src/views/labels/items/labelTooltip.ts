import { colorName } from '../../../ui/color';
import { dateAndTime } from '../../../ui/messages/dateAndTime';
import { isolated, plainText } from '../../../ui/messages/plainText';
import { teamLineWithId } from '../../../ui/messages/teamNames';
import type { LabelNode, TeamNode } from '../labelNodes';
import { l10n } from '../../../ui/l10n';

/** What is shown while the pointer rests on a row. A string, not Markdown: nothing in it can come to life. */
export function labelTooltip({ label }: LabelNode): string {
  return [
    plainText(label.name),
    l10n.t('Color: {0}', colorName(label.color)),
    teamLineWithId(label.team_id),
    l10n.t('ID: {0}', isolated(label.id)),
    l10n.t('Created: {0}', dateAndTime(label.created_at)),
    l10n.t('Updated: {0}', dateAndTime(label.updated_at)),
  ].join('\n');
}

/** The whole id, which the row may not have. */
export function teamTooltip({ teamId }: TeamNode): string {
  return teamLineWithId(teamId);
}
