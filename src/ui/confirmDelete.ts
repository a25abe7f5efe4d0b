import { CancellationError, l10n, type MessageItem, window } from 'vscode';
import { joined } from '../api/joined';
import type { Label } from '../api/schema';
import { groupByTeam } from '../labels/teams';
import { isDefaultApi } from '../session/configuration';
import type { Session } from '../session/session';
import { plainText, quoted } from './plainText';

/**
 * Asks once, and names what is deleted, from where, and what goes with it.
 *
 * @throws CancellationError unless the person chose to delete.
 */
export async function confirmDelete(label: Label, session: Session): Promise<void> {
  const confirm: MessageItem = { title: l10n.t('Delete Label') };
  const options = { modal: true, detail: consequences(label, session) };
  if ((await window.showWarningMessage(question(label, session), options, confirm)) !== confirm) {
    throw new CancellationError();
  }
}

function question(label: Label, { organizationName }: Session): string {
  return organizationName === undefined
    ? l10n.t('Delete label {0} from your organization?', quoted(label.name))
    : l10n.t('Delete label {0} from {1}?', quoted(label.name), plainText(organizationName));
}

function consequences(label: Label, { labels, baseUrl }: Session): string {
  const hasTeams = groupByTeam(labels.labels).length > 1;
  const team = hasTeams ? l10n.t('Team: {0}', plainText(label.team_id)) : '';
  const api = isDefaultApi(baseUrl) ? '' : l10n.t('API: {0}', baseUrl.host);
  const consequence = l10n.t(
    'It will be removed from every contact and conversation that has it. The contacts and conversations stay. This cannot be undone.',
  );
  return joined([consequence, joined([team, api], '\n')], '\n\n');
}
