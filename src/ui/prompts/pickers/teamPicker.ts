import type { Session } from '../../../accounts/session';
import type { TeamLabels } from '../../../labels/teams';
import { teamsOf, teamTitle } from '../../messages/teamNames';
import { SearchList } from './searchList';
import { l10n } from '../../l10n';

/**
 * Asks for a team, where there are several. Teams are known by their labels alone: the API has no list of them.
 *
 * @returns its id; undefined where none is known.
 * @throws CancellationError when none is picked, or the session ends.
 */
export async function pickTeam({ labels, ended }: Session, title: string): Promise<string | undefined> {
  const teams = teamsOf(labels.labels);
  if (teams.length < 2) {
    return teams[0]?.teamId;
  }
  const list = new SearchList(title, { isSingle: true });
  list.show(teams.map((team) => ({ key: team.teamId, label: teamTitle(team.name), description: countOf(team) })));
  list.say(false, l10n.t('Choose a team'));
  try {
    return (await list.pickOne(ended)).key;
  } finally {
    list.dispose();
  }
}

function countOf({ labels }: TeamLabels): string {
  return labels.length === 1 ? l10n.t('1 label') : l10n.t('{0} labels', labels.length);
}
