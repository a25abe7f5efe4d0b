import type { Session } from '../../accounts/session';
import { isRetired } from '../../labels/retired';
import { teamsOf } from '../../ui/messages/teamNames';
import type { LabelNode, RetiredNode, SessionNode, TeamNode } from './labelNodes';
import type { LabelsQuery } from './labelsQuery';

/** The labels of an organization that are shown, as rows, in their order. */
export function labelNodes(
  session: Session,
  query: Pick<LabelsQuery, 'labelsOf' | 'namesakesOf' | 'retiredPrefix'>,
): LabelNode[] {
  const namesakes = query.namesakesOf(session);
  const { retiredPrefix } = query;
  return query.labelsOf(session).map((label) => {
    const retired = isRetired(label, retiredPrefix) ? { teamName: namesakes.teamOf(label) } : undefined;
    return { kind: 'label', label, session, shortId: namesakes.shortIdOf(label), retired };
  });
}

/** The rows of one organization: its labels, by team where there are several, and then what is retired. */
export function topRows(nodes: readonly LabelNode[]): SessionNode[] {
  const [first] = nodes;
  if (!first) {
    return [];
  }
  const { session } = first;
  // By all labels: a team does not go because its labels are retired, or hidden.
  const teams = teamsOf(session.labels.labels);
  const retired = nodes.filter((node) => node.retired);
  const inUse = nodes.filter((node) => !node.retired);
  const group: RetiredNode[] = retired.length > 0 ? [{ kind: 'retired', session, labels: retired }] : [];
  if (teams.length < 2) {
    return [...inUse, ...group];
  }
  const byTeam = new Map(teams.map(({ teamId }): [string, LabelNode[]] => [teamId, []]));
  for (const node of inUse) {
    byTeam.get(node.label.team_id)?.push(node);
  }
  const rows = teams.map(({ teamId, name }): TeamNode => {
    return { kind: 'team', teamId, name, session, labels: byTeam.get(teamId) ?? [] };
  });
  return [...rows.filter((team) => team.labels.length > 0), ...group];
}
