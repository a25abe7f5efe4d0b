import type { Label } from '../api/schema';

/** The labels of one team, in the order in which they were given. */
export interface TeamLabels {
  readonly teamId: string;
  /** What tells the team from the others in a narrow view: its id, or the end of a long one. */
  readonly shortId: string;
  readonly labels: readonly Label[];
}

const SHORT_ID_LENGTH = 6;

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
  const ids = [...teams.keys()];
  return [...teams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([teamId, teamLabels]) => ({ teamId, shortId: shorten(teamId, ids), labels: teamLabels }));
}

/** Ids of one kind tend to begin alike, and a narrow view cuts off their ends. */
function shorten(id: string, ids: readonly string[]): string {
  for (let length = SHORT_ID_LENGTH; length < id.length - SHORT_ID_LENGTH; length += 1) {
    const end = id.slice(-length);
    if (ids.every((other) => other === id || !other.endsWith(end))) {
      return `…${end}`;
    }
  }
  return id;
}
