import { CancellationError, l10n, window } from 'vscode';
import type { TeamLabels } from '../../labels/teams';
import { isolated } from '../messages/plainText';
import { teamTitle } from '../messages/teamNames';

/**
 * Asks which team is meant, where there are several.
 *
 * @param teams by `teamsOf`.
 * @param title of the list.
 * @returns undefined where there is none.
 * @throws CancellationError when none is picked.
 */
export async function pickTeam(teams: readonly TeamLabels[], title: string): Promise<TeamLabels | undefined> {
  if (teams.length < 2) {
    return teams[0];
  }
  const items = teams.map((team) => ({ label: teamTitle(team.name), description: describe(team), team }));
  const options = { title, placeHolder: l10n.t('Choose a team'), matchOnDescription: true };
  const picked = await window.showQuickPick(items, options);
  if (!picked) {
    throw new CancellationError();
  }
  return picked.team;
}

function describe({ teamId, labels }: TeamLabels): string {
  return labels.length === 1
    ? l10n.t('1 label, ID {0}', isolated(teamId))
    : l10n.t('{0} labels, ID {1}', labels.length, isolated(teamId));
}
