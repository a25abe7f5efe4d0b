import { l10n } from 'vscode';
import type { ApiError } from '../api/errors';
import { joined } from '../api/joined';
import type { JournalEntry } from '../labels/journal/entry';
import type { RecreationEnding } from '../labels/recreationEndings';
import type { Session } from '../session/session';
import { nameSome } from './names';
import { plainText, quoted } from './plainText';
import { countOf, countOthers, reportRun, type RunWords, whyNot } from './runReport';

type Kind = RecreationEnding['ending'];

const WORDS: RunWords<Kind, RecreationEnding> = {
  kinds: ['created', 'exists', 'failed', 'inDoubt', 'notStarted'],
  heading,
  label: ({ wish: { entry }, newId }) => [
    plainText(entry.label.name),
    newId === undefined ? entry.label.id : `${entry.label.id} → ${newId}`,
  ],
};

/** Which names their teams have already, as a sentence. */
export function describeExisting(entries: readonly JournalEntry[]): string {
  const labels = entries.map(({ label }) => label);
  const [first] = labels;
  return labels.length === 1 && first
    ? l10n.t('There is a label {0} already.', quoted(first.name))
    : l10n.t('There are labels with these names already: {0}.', nameSome(labels).join(', '));
}

/** Why labels are not created again that were to be. */
export function describeSettled(recreated: readonly JournalEntry[], existing: readonly JournalEntry[]): string {
  const labels = recreated.map(({ label }) => label);
  const [first] = labels;
  const already =
    labels.length === 1 && first
      ? l10n.t('Label {0} was created again meanwhile.', quoted(first.name))
      : l10n.t('These labels were created again meanwhile: {0}.', nameSome(labels).join(', '));
  return joined([first && already, existing.length > 0 ? describeExisting(existing) : '']);
}

/** One paragraph: what was created, and what that means; how many labels ended in another way. */
export function describeRecreations(endings: readonly RecreationEnding[], stoppedBy: ApiError | undefined): string {
  const first = created(endings, countOf('created', endings));
  return joined([first, ...countOthers(endings, WORDS), whyNot(endings, stoppedBy)]);
}

function created(endings: readonly RecreationEnding[], count: number): string {
  const [first] = endings;
  if (endings.length === 1 && count === 1 && first) {
    return l10n.t(
      'Created {0} again. It has a new ID and is attached to nothing yet.',
      quoted(first.newName ?? first.wish.entry.label.name),
    );
  }
  if (count === 0) {
    return l10n.t('None of the {0} labels was created again.', endings.length);
  }
  if (count === 1) {
    return l10n.t(
      'Created {0} of {1} labels again. It has a new ID and is attached to nothing yet.',
      count,
      endings.length,
    );
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
export function reportRecreations(summary: string, endings: readonly RecreationEnding[], session: Session): string[] {
  return reportRun(summary, endings, session, WORDS);
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
