import { env, l10n } from 'vscode';
import type { ApiError } from '../api/errors';
import { joined } from '../api/joined';
import type { RenamingEnding } from '../labels/renamingEndings';
import type { Session } from '../session/session';
import { describeError } from './describeError';
import { plainText, quoted } from './plainText';
import type { RenamingWords } from './renamingWords';

type Kind = RenamingEnding['ending'];

const KINDS: readonly Kind[] = ['renamed', 'alreadyGone', 'failed', 'inDoubt', 'notStarted'];

/** One paragraph: how many labels ended in which way. */
export function describeRenamings(
  words: RenamingWords,
  endings: readonly RenamingEnding[],
  stoppedBy: ApiError | undefined,
): string {
  const count = (wanted: Kind) => endings.filter(({ ending }) => ending === wanted).length;
  const counts = KINDS.slice(1).map((kind) => (count(kind) > 0 ? `${heading(kind)}: ${count(kind)}.` : ''));
  const renamed = count('renamed');
  const first =
    renamed === endings.length
      ? words.done(endings.map(({ renaming }) => renaming))
      : words.partly(renamed, endings.length);
  return joined([first, ...counts, stoppedBy && describeError(stoppedBy)]);
}

/** Line by line: each label, by how it ended. */
export function reportRenamings(
  summary: string,
  endings: readonly RenamingEnding[],
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
    case 'renamed':
      return l10n.t('Renamed');
    case 'alreadyGone':
      return l10n.t('Already gone');
    case 'failed':
      return l10n.t('Failed');
    case 'inDoubt':
      return l10n.t('Not certain');
    case 'notStarted':
      return l10n.t('Not started');
  }
}

function line({ renaming: { label, name }, error, requestId }: RenamingEnding): string {
  const reason = error === undefined ? '' : describeError(error);
  const request = requestId && l10n.t('Request ID: {0}', requestId);
  return `  ${joined([`${quoted(label.name)} → ${quoted(name)}`, label.id, reason, request], '  ')}`;
}
