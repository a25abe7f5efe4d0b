import { labelsOf, type SessionItems } from '../../accounts/sessionItems';
import { joined } from '../../common/joined';
import { namesIn } from './names';
import { organizationOf, placeOf } from './place';
import { l10n } from '../l10n';

/** What a question is about: one label by its name, several by their number; where they are from by its name. */
export function describeChosen(parts: readonly SessionItems[]): {
  readonly labels: string;
  readonly organizations: string;
} {
  const [only] = parts.length === 1 ? parts : [];
  return only
    ? { labels: namesIn(only.session, labelsOf([only])).orCount, organizations: organizationOf(only.session) }
    : {
        labels: l10n.t('{0} labels', labelsOf(parts).length),
        organizations: l10n.t('{0} organizations', parts.length),
      };
}

/**
 * The detail of a question: what it is about by name, apart for each organization, and what follows.
 *
 * @param consequence the same for all.
 * @param more what else there is to say about the labels of one organization.
 */
export function detailOf<Part extends SessionItems>(
  parts: readonly Part[],
  consequence: string,
  more: (part: Part) => string,
): string {
  const [only] = parts.length === 1 ? parts : [];
  if (only) {
    const list = only.items.length === 1 ? '' : namesOf(only).some.join('\n');
    return joined([list, consequence, more(only), placeOf(labelsOf([only]), only.session)], '\n\n');
  }
  const apart = parts.map((part) => {
    const heading = l10n.t('{0}, {1}:', organizationOf(part.session), namesOf(part).orCount);
    const list = part.items.length === 1 ? '' : namesOf(part).some.join('\n');
    return joined([heading, list, more(part), placeOf(labelsOf([part]), part.session)], '\n');
  });
  return joined([...apart, consequence], '\n\n');
}

function namesOf(part: SessionItems) {
  return namesIn(part.session, labelsOf([part]));
}
