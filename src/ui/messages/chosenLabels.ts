import { labelsOf, type SessionItems } from '../../accounts/sessionItems';
import { joined } from '../../common/joined';
import { namesIn } from './names';
import { organizationOf, placeOf } from './place';
import { l10n } from '../l10n';

/** The same asked about one label, about several of one organization, and about those of several organizations. */
export interface Questions {
  readonly one: (name: string, organization: string) => string;
  readonly many: (count: number, organization: string) => string;
  /** With the numbers of both. */
  readonly across: (count: number, organizations: number) => string;
}

/** The question that fits what was chosen. */
export function questionAbout(parts: readonly SessionItems[], { one, many, across }: Questions): string {
  const [only] = parts.length === 1 ? parts : [];
  if (!only) {
    return across(labelsOf(parts).length, parts.length);
  }
  const organization = organizationOf(only.session);
  return namesOf(only).oneOrMany({
    one: (name) => one(name, organization),
    many: (count) => many(count, organization),
  });
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
    const organization = organizationOf(part.session);
    const list = part.items.length === 1 ? '' : namesOf(part).some.join('\n');
    const rest = joined([list, more(part), placeOf(labelsOf([part]), part.session)], '\n');
    const heading = namesOf(part).oneOrMany({
      one: (name) =>
        rest === '' ? l10n.t('{0}, label {1}', organization, name) : l10n.t('{0}, label {1}:', organization, name),
      many: (count) => l10n.t('{0}, {1} labels:', organization, count),
    });
    return joined([heading, rest], '\n');
  });
  return joined([...apart, consequence], '\n\n');
}

function namesOf(part: SessionItems) {
  return namesIn(part.session, labelsOf([part]));
}
