import { l10n } from 'vscode';
import type { ApiError } from '../api/errors';
import { joined } from '../api/joined';
import type { RenamingEnding } from '../labels/renamingEndings';
import type { Session } from '../session/session';
import { plainText, quoted } from './plainText';
import type { RenamingWords } from './renamingWords';
import { countOf, countOthers, reportRun, type RunWords, whyNot } from './runReport';

type Kind = RenamingEnding['ending'];

const WORDS: RunWords<Kind, RenamingEnding> = {
  kinds: ['renamed', 'alreadyGone', 'changed', 'unchecked', 'failed', 'inDoubt', 'notStarted'],
  heading,
  labelOf: ({ renaming }) => renaming.label,
  label: ({ renaming: { label, name } }) => [`${quoted(label.name)} → ${quoted(name)}`, plainText(label.id)],
};

/** One paragraph: how many labels ended in which way. */
export function describeRenamings(
  words: RenamingWords,
  endings: readonly RenamingEnding[],
  stoppedBy: ApiError | undefined,
  session: Pick<Session, 'labels'>,
): string {
  const renamed = countOf('renamed', endings);
  const first =
    renamed === endings.length
      ? words.done(
          endings.map(({ renaming }) => renaming),
          session,
        )
      : words.partly(renamed, endings.length);
  return joined([first, ...countOthers(endings, WORDS), whyNot(endings, stoppedBy)]);
}

/** Line by line: each label, by how it ended. */
export function reportRenamings(summary: string, endings: readonly RenamingEnding[], session: Session): string[] {
  return reportRun(summary, endings, session, WORDS);
}

function heading(kind: Kind): string {
  switch (kind) {
    case 'renamed':
      return l10n.t('Renamed');
    case 'alreadyGone':
      return l10n.t('Already gone');
    case 'changed':
      return l10n.t('Changed meanwhile, so left as it is');
    case 'unchecked':
      return l10n.t('Could not be checked again, so left as it is');
    case 'failed':
      return l10n.t('Failed');
    case 'inDoubt':
      return l10n.t('Not certain');
    case 'notStarted':
      return l10n.t('Not started');
  }
}
