import { l10n } from 'vscode';
import { joined } from '../../common/joined';
import type { Label } from '../../api/schema';
import { isDefaultApi } from '../../accounts/configuration';
import type { Session } from '../../accounts/session';
import { isolated } from './plainText';
import { teamLine } from './teamNames';

/** The organization by its name, where it is known. */
export function organizationOf({ organizationName }: Session): string {
  return organizationName === undefined ? l10n.t('your organization') : isolated(organizationName);
}

/** What else tells where labels are, each on a line: the team of labels of one where there are several, and another API. */
export function placeOf(labels: readonly Label[], { labels: store, baseUrl }: Session): string {
  const [first] = labels;
  const isOneTeam = labels.every(({ team_id }) => team_id === first?.team_id);
  const team = isOneTeam && first ? teamLine(first.team_id, [...store.labels, ...labels]) : '';
  const api = isDefaultApi(baseUrl) ? '' : l10n.t('API: {0}', baseUrl.host);
  return joined([team, api], '\n');
}
