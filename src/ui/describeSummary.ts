import { l10n } from 'vscode';
import { joined } from '../api/joined';
import type { DeletionSummary, LabelEnding } from '../labels/deletionSummary';
import type { Session } from '../session/session';
import { isolated, plainText, quoted } from './plainText';
import { countOf, countOthers, reportRun, type RunWords, whyNot } from './runReport';

type Kind = LabelEnding['ending'];

const WORDS: RunWords<Kind, LabelEnding> = {
  kinds: ['deleted', 'alreadyGone', 'renamed', 'unchecked', 'failed', 'inDoubt', 'notStarted'],
  heading,
  labelOf: ({ label }) => label,
  label: ({ label, newName }) => [
    isolated(label.name),
    plainText(label.id),
    ...(newName === undefined ? [] : [l10n.t('Now called {0}.', quoted(newName))]),
  ],
};

/** One paragraph: how many labels ended in which way. */
export function describeSummary({ endings, stoppedBy }: DeletionSummary): string {
  const [deleted, total] = [countOf('deleted', endings), endings.length];
  // That it is still there goes without saying next to a number; not where nothing was even tried.
  const short = (kind: Kind) => (kind === 'failed' ? l10n.t('Failed') : heading(kind));
  return joined([
    deleted === total ? l10n.t('Deleted {0} labels.', total) : l10n.t('Deleted {0} of {1} labels.', deleted, total),
    ...countOthers(endings, { kinds: WORDS.kinds, heading: short }),
    whyNot(endings, stoppedBy),
  ]);
}

/** Line by line: each label, by how it ended. */
export function reportSummary(summary: DeletionSummary, session: Session): string[] {
  return reportRun(describeSummary(summary), summary.endings, session, WORDS);
}

function heading(kind: Kind): string {
  switch (kind) {
    case 'deleted':
      return l10n.t('Deleted');
    case 'alreadyGone':
      return l10n.t('Already gone');
    case 'renamed':
      return l10n.t('Renamed meanwhile, so still there');
    case 'unchecked':
      return l10n.t('Could not be checked again, so still there');
    case 'failed':
      return l10n.t('Failed, so still there');
    case 'inDoubt':
      return l10n.t('Not certain');
    case 'notStarted':
      return l10n.t('Not started, so still there');
  }
}
