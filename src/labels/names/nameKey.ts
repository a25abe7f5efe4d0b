import type { Label } from '../../api/schema';

/**
 * Equal for labels that cannot both exist: names are unique in each team (API: Labels). Upper and lower case count as
 * different; what KirimChat makes of that is not documented.
 */
export function nameKey({ team_id, name }: Pick<Label, 'team_id' | 'name'>): string {
  return JSON.stringify([team_id, name]);
}
