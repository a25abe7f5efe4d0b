import type { Label } from '../api/schema';
import { shortIds } from './names/shortIds';

/** The labels of one team, in the order in which they were given. */
export interface TeamLabels {
  readonly teamId: string;
  /** What tells the team from the others in a narrow view: its id, or the end of a long one. */
  readonly shortId: string;
  readonly labels: readonly Label[];
}

/** Labels by team, teams in the order of their ids: the API has no endpoint that gives a team's name. */
export function groupByTeam(labels: readonly Label[]): TeamLabels[] {
  const teams = new Map<string, Label[]>();
  for (const label of labels) {
    const team = teams.get(label.team_id);
    if (team) {
      team.push(label);
    } else {
      teams.set(label.team_id, [label]);
    }
  }
  const short = shortIds([...teams.keys()]);
  return [...teams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([teamId, teamLabels]) => ({ teamId, shortId: short.get(teamId) ?? teamId, labels: teamLabels }));
}
