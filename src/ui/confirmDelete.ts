import * as vscode from 'vscode';
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
  const confirm: vscode.MessageItem = { title: vscode.l10n.t('Delete Label') };
  const options = { modal: true, detail: consequences(label, session) };
  if ((await vscode.window.showWarningMessage(question(label, session), options, confirm)) !== confirm) {
    throw new vscode.CancellationError();
  }
}

function question(label: Label, { organizationName }: Session): string {
  return organizationName === undefined
    ? vscode.l10n.t('Delete label {0} from your organization?', quoted(label.name))
    : vscode.l10n.t('Delete label {0} from {1}?', quoted(label.name), plainText(organizationName));
}

function consequences(label: Label, { labels, baseUrl }: Session): string {
  const facts = [];
  if (groupByTeam(labels.labels).length > 1) {
    facts.push(vscode.l10n.t('Team: {0}', plainText(label.team_id)));
  }
  if (!isDefaultApi(baseUrl)) {
    facts.push(vscode.l10n.t('API: {0}', baseUrl.host));
  }
  const consequence = vscode.l10n.t(
    'It will be removed from every contact and conversation that has it. The contacts and conversations stay. This cannot be undone.',
  );
  return [consequence, facts.join('\n')].filter((part) => part !== '').join('\n\n');
}
