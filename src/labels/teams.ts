import type { Label } from '../api/schema';
import { lookDifferent, shortIds } from './names/shortIds';
import { lookOf } from './names/visibleText';

/** What the user calls teams, by their ids: the API has no endpoint that gives a team's name. */
export type TeamAliases = ReadonlyMap<string, string>;

/** The labels of one team, in the order in which they were given. */
export interface TeamLabels {
  readonly teamId: string;
  /** What the team is called: see `teamNames`. */
  readonly name: string;
  readonly labels: readonly Label[];
}

/**
 * What each team is called, so that no two look alike: its alias; without one its id, or the end of a long one, which stands
 * beside an alias that other teams have as well.
 */
export function teamNames(teamIds: readonly string[], aliases: TeamAliases): ReadonlyMap<string, string> {
  const short = shortIds(teamIds);
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const [id, shortId] of short) {
    const look = lookOf(aliases.get(id) ?? shortId);
    (seen.has(look) ? shared : seen).add(look);
  }
  const named = [...short].map(([id, shortId]): [string, string] => {
    const alias = aliases.get(id);
    return [id, alias === undefined ? shortId : shared.has(lookOf(alias)) ? `${alias} (${shortId})` : alias];
  });
  // An alias may be what another team is called with its id beside.
  return lookDifferent(named.map(([, name]) => name)) ? new Map(named) : short;
}

/** Labels by team, teams in the order of their ids. */
export function groupByTeam(labels: readonly Label[], aliases: TeamAliases): TeamLabels[] {
  const teams = new Map<string, Label[]>();
  for (const label of labels) {
    const team = teams.get(label.team_id);
    if (team) {
      team.push(label);
    } else {
      teams.set(label.team_id, [label]);
    }
  }
  const names = teamNames([...teams.keys()], aliases);
  return [...teams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([teamId, teamLabels]) => ({ teamId, name: names.get(teamId) ?? teamId, labels: teamLabels }));
}
