import { env, l10n } from 'vscode';
import type { ApiError } from '../api/errors';
import { joined } from '../api/joined';
import type { JournalEntry } from '../labels/journal/entry';
import type { RecreationEnding } from '../labels/recreationEndings';
import type { Session } from '../session/session';
import { describeError } from './describeError';
import { nameSome } from './names';
import { plainText, quoted } from './plainText';

type Kind = RecreationEnding['ending'];

const KINDS: readonly Kind[] = ['created', 'exists', 'failed', 'inDoubt', 'notStarted'];

/** Which names their teams have already, as a sentence. */
export function describeExisting(entries: readonly JournalEntry[]): string {
  const labels = entries.map(({ label }) => label);
  const [first] = labels;
  return labels.length === 1 && first
    ? l10n.t('There is a label {0} already.', quoted(first.name))
    : l10n.t('There are labels with these names already: {0}.', nameSome(labels).join(', '));
}

/** One paragraph: what was created, and what that means; how many labels ended in another way. */
export function describeRecreations(endings: readonly RecreationEnding[], stoppedBy: ApiError | undefined): string {
  const count = (wanted: Kind) => endings.filter(({ ending }) => ending === wanted).length;
  const counts = KINDS.slice(1).map((kind) => (count(kind) > 0 ? `${heading(kind)}: ${count(kind)}.` : ''));
  return joined([created(endings, count('created')), ...counts, stoppedBy && describeError(stoppedBy)]);
}

function created(endings: readonly RecreationEnding[], count: number): string {
  const [first] = endings;
  if (endings.length === 1 && count === 1 && first) {
    return l10n.t(
      'Created {0} again. It has a new ID and is attached to nothing yet.',
      quoted(first.wish.entry.label.name),
    );
  }
  if (count === 0) {
    return l10n.t('None of the {0} labels was created again.', endings.length);
  }
  return count === endings.length
    ? l10n.t('Created {0} labels again. They have new IDs and are attached to nothing yet.', count)
    : l10n.t(
        'Created {0} of {1} labels again. They have new IDs and are attached to nothing yet.',
        count,
        endings.length,
      );
}

/** Line by line: each label, by how it ended. */
export function reportRecreations(
  summary: string,
  endings: readonly RecreationEnding[],
  { organizationName, baseUrl }: Session,
): string[] {
  return [
    l10n.t('Organization: {0}', plainText(organizationName ?? '–')),
    l10n.t('API: {0}', baseUrl.host),
    l10n.t('Time: {0}', new Date().toLocaleString(env.language)),
    '',
    summary,
    ...KINDS.flatMap((kind) => {
      const some = endings.filter(({ ending }) => ending === kind);
      return some.length === 0
        ? []
        : ['', `${heading(kind)} (${some.length.toLocaleString(env.language)})`, ...some.map(line)];
    }),
  ];
}

function heading(kind: Kind): string {
  switch (kind) {
    case 'created':
      return l10n.t('Created again');
    case 'exists':
      return l10n.t('Name already in use');
    case 'failed':
      return l10n.t('Failed');
    case 'inDoubt':
      return l10n.t('Not certain');
    case 'notStarted':
      return l10n.t('Not started');
  }
}

function line({ wish, newId, error, requestId }: RecreationEnding): string {
  const { name, id } = wish.entry.label;
  const ids = newId === undefined ? id : `${id} → ${newId}`;
  const reason = error === undefined ? '' : describeError(error);
  return `  ${joined([plainText(name), ids, reason, requestId && l10n.t('Request ID: {0}', requestId)], '  ')}`;
}
