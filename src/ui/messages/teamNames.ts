import { readTeamAliases } from '../../accounts/configuration';
import type { Label } from '../../api/schema';
import { type Named, Namesakes } from '../../labels/names/namesakes';
import { groupByTeam, type TeamLabels } from '../../labels/teams';
import { isolated } from './plainText';
import { l10n } from '../l10n';

/** Labels by team, each team with what the user calls it. */
export function teamsOf(labels: readonly Label[]): TeamLabels[] {
  return groupByTeam(labels, readTeamAliases());
}

/** What the teams of labels are called where there is little room, each so that it can be told from the others, by their ids. */
export function teamNamesOf(labels: readonly Label[]): ReadonlyMap<string, string> {
  return new Map(teamsOf(labels).map(({ teamId, name }) => [teamId, name]));
}

/** Which labels look alike, and what tells them apart, each team with what the user calls it. */
export function namesakesOf(labels: readonly Named[], elsewhere: readonly Named[] = []): Namesakes {
  return new Namesakes(labels, elsewhere, readTeamAliases());
}

/** A team by what it is called among others: “Team Sales”. */
export function teamTitle(name: string): string {
  return l10n.t('Team {0}', isolated(name));
}

/**
 * A line that says of which team something is: what the user calls it, else its whole id. Empty where there is one team alone.
 *
 * @param labels of all teams that it has to be told from.
 */
export function teamLine(teamId: string, labels: readonly Label[]): string {
  const teams = teamsOf(labels);
  const name = readTeamAliases().has(teamId) ? teams.find((team) => team.teamId === teamId)?.name : undefined;
  return teams.length > 1 ? l10n.t('Team: {0}', isolated(name ?? teamId)) : '';
}

/** A line of a tooltip: the whole id, and what the user calls the team. */
export function teamLineWithId(teamId: string): string {
  const alias = readTeamAliases().get(teamId);
  return alias === undefined
    ? l10n.t('Team: {0}', isolated(teamId))
    : l10n.t('Team: {0} (ID {1})', isolated(alias), isolated(teamId));
}
