import { CancellationError, window } from 'vscode';
import type { Session } from '../../../accounts/session';
import type { TeamLabels } from '../../../labels/teams';
import { teamsOf, teamTitle } from '../../messages/teamNames';
import { SearchList } from './searchList';
import { l10n } from '../../l10n';

/** The key of a row that is no team's: no team's id is empty (API: Labels). */
const OTHER = '';

/**
 * Asks for a team, where there are several. Teams are known by their labels alone: the API has no list of them.
 *
 * @param offersOther whether one that has no labels will do.
 * @returns its id; undefined where none is known.
 * @throws CancellationError when none is picked, or the session ends.
 */
export async function pickTeam(
  { labels, ended }: Session,
  title: string,
  offersOther = false,
): Promise<string | undefined> {
  const teams = teamsOf(labels.labels);
  if (teams.length < 2) {
    return teams[0]?.teamId;
  }
  const list = new SearchList(title, { isSingle: true });
  const rows = teams.map((team) => ({ key: team.teamId, label: teamTitle(team.name), description: countOf(team) }));
  list.show(offersOther ? [...rows, { key: OTHER, label: otherTeam(), description: '' }] : rows);
  list.say(false, l10n.t('Choose a team'));
  try {
    const { key } = await list.pickOne(ended);
    return key === OTHER ? await askForTeam(title) : key;
  } finally {
    list.dispose();
  }
}

export function otherTeam(): string {
  return l10n.t('Another Team…');
}

/** Asks for the id of a team that may have no labels. @throws CancellationError */
export async function askForTeam(title: string): Promise<string> {
  const typed = await window.showInputBox({
    title,
    prompt: l10n.t('The ID of the team, if the organization has several: KirimChat has no list of them.'),
    placeHolder: l10n.t('ID of the team'),
    ignoreFocusOut: true,
  });
  const id = typed?.trim();
  if (!id) {
    throw new CancellationError();
  }
  return id;
}

function countOf({ labels }: TeamLabels): string {
  return labels.length === 1 ? l10n.t('1 label') : l10n.t('{0} labels', labels.length);
}
