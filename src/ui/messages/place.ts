import { joined } from '../../common/joined';
import type { Label } from '../../api/schema';
import { isDefaultApi } from '../../accounts/configuration';
import type { Session } from '../../accounts/session';
import { isolated, plainText } from './plainText';
import { teamLine } from './teamNames';
import { l10n } from '../l10n';

type Named = Pick<Session, 'organizationName' | 'shortId'>;

/**
 * The organization by its name, and by its id where another one's name looks the same.
 *
 * @param unnamed what it is called where its name is not known.
 */
export function organizationOf(
  { organizationName: name, shortId }: Named,
  unnamed = l10n.t('your organization'),
): string {
  const named = name === undefined ? unnamed : isolated(name);
  return shortId ? l10n.t('{0} (ID {1})', named, isolated(shortId)) : named;
}

/** The same where it stands alone, as in a row. */
export function organizationTitle(session: Named): string {
  const { organizationName: name, shortId } = session;
  return shortId || name === undefined ? organizationOf(session) : plainText(name);
}

/**
 * A message as it is, or, where there are several organizations, with the name of its own in front; of a sample always: what was
 * done there was not done at KirimChat.
 */
export function inOrganization(session: Session, message: string): string {
  return session.isOneOfSeveral || session.isSample ? l10n.t('{0}: {1}', organizationOf(session), message) : message;
}

/** The same of what is about all of these: where they are several, none is named. */
export function inOrganizations([part, ...others]: readonly { readonly session: Session }[], message: string): string {
  return part && others.length === 0 ? inOrganization(part.session, message) : message;
}

/** Which API labels are at, or that they are at none, as a line. */
export function apiOf({ isSample, baseUrl }: Session): string {
  return isSample ? l10n.t('Sample data: nothing is sent to KirimChat') : l10n.t('API: {0}', baseUrl.host);
}

/** What else tells where labels are, each on a line: the team of labels of one where there are several, and another API. */
export function placeOf(labels: readonly Label[], session: Session): string {
  const { labels: store, baseUrl } = session;
  const [first] = labels;
  const isOneTeam = labels.every(({ team_id }) => team_id === first?.team_id);
  const team = isOneTeam && first ? teamLine(first.team_id, [...store.labels, ...labels]) : '';
  const api = isDefaultApi(baseUrl) ? '' : apiOf(session);
  return joined([team, api], '\n');
}
