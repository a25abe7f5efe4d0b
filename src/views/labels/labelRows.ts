import { readRetiredPrefix } from '../../accounts/configuration';
import type { Session } from '../../accounts/session';
import { isRetired } from '../../labels/retired';
import { namesakesOf, teamsOf } from '../../ui/messages/teamNames';
import type { LabelNode, RetiredNode, SessionNode, TeamNode } from './labelNodes';

/** The labels of an organization as rows, in the order of its list. */
export function labelNodes(session: Session): LabelNode[] {
  const { labels } = session.labels;
  const namesakes = namesakesOf(labels);
  const prefix = readRetiredPrefix();
  return labels.map((label) => {
    const retired = isRetired(label, prefix) ? { teamName: namesakes.teamOf(label) } : undefined;
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
  // By all labels: a team does not go because its labels are retired.
  const teams = teamsOf(nodes.map(({ label }) => label));
  const retired = nodes.filter((node) => node.retired);
  const inUse = nodes.filter((node) => !node.retired);
  const group: RetiredNode[] = retired.length > 0 ? [{ kind: 'retired', session, labels: retired }] : [];
  if (teams.length < 2) {
    return [...inUse, ...group];
  }
  const byId = new Map(inUse.map((node) => [node.label.id, node]));
  const byTeam = teams.map((team): TeamNode => {
    const labels = team.labels.flatMap(({ id }) => byId.get(id) ?? []);
    return { ...team, kind: 'team', session, labels };
  });
  return [...byTeam.filter((team) => team.labels.length > 0), ...group];
}
