import { l10n } from 'vscode';
import type { ApiError } from '../api/errors';
import { joined } from '../api/joined';
import type { JournalEntry } from '../journal/entry';
import type { RecreationEnding } from '../labels/recreationEndings';
import type { Session } from '../session/session';
import { deletedNamesIn, nameIn } from './names';
import { isolated, plainText } from './plainText';
import { countOf, countOthers, reportRun, type RunWords, whyNot } from './runReport';

type Kind = RecreationEnding['ending'];
type Organization = Pick<Session, 'labels'>;

const WORDS: RunWords<Kind, RecreationEnding> = {
  kinds: ['created', 'exists', 'failed', 'inDoubt', 'notStarted'],
  heading,
  labelOf: ({ wish }) => wish.entry.label,
  label: ({ wish: { entry }, newId }) => [
    isolated(entry.label.name),
    newId === undefined ? plainText(entry.label.id) : `${isolated(entry.label.id)} → ${isolated(newId)}`,
  ],
};

/** Which names their teams have already, as a sentence. */
export function describeExisting(entries: readonly JournalEntry[], session: Organization): string {
  const labels = entries.map(({ label }) => label);
  const names = deletedNamesIn(session, labels);
  const [first] = labels;
  return labels.length === 1 && first
    ? l10n.t('There is a label {0} already.', names.of(first))
    : l10n.t('There are labels with these names already: {0}.', names.some.join(', '));
}

/** Why labels are not created again that were to be. */
export function describeSettled(
  recreated: readonly JournalEntry[],
  existing: readonly JournalEntry[],
  session: Organization,
): string {
  const labels = recreated.map(({ label }) => label);
  const names = deletedNamesIn(session, labels);
  const [first] = labels;
  const already =
    labels.length === 1 && first
      ? l10n.t('Label {0} was created again meanwhile.', names.of(first))
      : l10n.t('These labels were created again meanwhile: {0}.', names.some.join(', '));
  return joined([first && already, existing.length > 0 ? describeExisting(existing, session) : '']);
}

/** One paragraph: what was created, and what that means; how many labels ended in another way. */
export function describeRecreations(
  endings: readonly RecreationEnding[],
  stoppedBy: ApiError | undefined,
  session: Organization,
): string {
  const first = created(endings, countOf('created', endings), session);
  return joined([first, ...countOthers(endings, WORDS), whyNot(endings, stoppedBy)]);
}

function created(endings: readonly RecreationEnding[], count: number, session: Organization): string {
  const [first] = endings;
  if (endings.length === 1 && count === 1 && first) {
    return l10n.t('Created {0} again. It has a new ID and is attached to nothing yet.', newNameOf(first, session));
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

/** As the new label is called: the deleted one, whose name may look the same, is not among the others that it is told from. */
function newNameOf({ wish: { entry }, newId, newName }: RecreationEnding, session: Organization): string {
  const created = session.labels.labels.find(({ id }) => id === newId);
  return created ? nameIn(session, created) : deletedNamesIn(session, [entry.label]).of(entry.label, newName);
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
