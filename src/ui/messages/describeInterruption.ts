import { l10n } from 'vscode';
import type { Interruption, PlannedLabel } from '../../labels/interruption';
import type { JournalRun } from '../../journal/entry';
import type { Session } from '../../accounts/session';
import { dateAndTime } from './dateAndTime';
import { namesIn } from './names';
import { isolated } from './plainText';
import { reportHead } from './batchSummary';

/** That VS Code was closed in the middle of a run, or before it sent anything, and what became of its labels. */
export function describeInterruption(interruption: Interruption, session: Pick<Session, 'labels'>): string {
  const { run, done, inDoubt, notDone } = interruption;
  if (!interruption.hasBegun) {
    return describeUnsent(run, session);
  }
  const isDeletion = run.act === 'delete';
  const labels = namesIn(session, run.labels).orCount;
  const what = isDeletion
    ? l10n.t('VS Code was closed while it deleted {0}.', labels)
    : l10n.t('VS Code was closed while it retired {0}.', labels);
  const parts = [
    isDeletion ? deletedWords(done.length) : retiredWords(done.length),
    ...(inDoubt.length > 0 ? [l10n.t('{0} may have been', inDoubt.length)] : []),
    ...(notDone.length > 0 ? [notWords(notDone.length)] : []),
  ];
  return `${what} ${run.labels.length === 1 ? describeOne(interruption) : `${parts.join(', ')}.`}`;
}

/** As in the time in which a deletion can be undone. */
function describeUnsent({ act, labels }: JournalRun, session: Pick<Session, 'labels'>): string {
  const isDeletion = act === 'delete';
  const names = namesIn(session, labels).orCount;
  if (labels.length === 1) {
    return isDeletion
      ? l10n.t('VS Code was closed before {0} was deleted. It was not deleted.', names)
      : l10n.t('VS Code was closed before {0} was retired. It was not retired.', names);
  }
  return isDeletion
    ? l10n.t('VS Code was closed before {0} were deleted. None was deleted.', names)
    : l10n.t('VS Code was closed before {0} were retired. None was retired.', names);
}

function describeOne({ run, done, inDoubt }: Interruption): string {
  const isDeletion = run.act === 'delete';
  if (done.length > 0) {
    return isDeletion ? l10n.t('It was deleted.') : l10n.t('It was retired.');
  }
  if (inDoubt.length > 0) {
    return isDeletion ? l10n.t('It may have been deleted.') : l10n.t('It may have been retired.');
  }
  return isDeletion ? l10n.t('It was not deleted.') : l10n.t('It was not retired.');
}

function deletedWords(count: number): string {
  switch (count) {
    case 0:
      return l10n.t('None was deleted');
    case 1:
      return l10n.t('1 was deleted');
    default:
      return l10n.t('{0} were deleted', count);
  }
}

function retiredWords(count: number): string {
  switch (count) {
    case 0:
      return l10n.t('None was retired');
    case 1:
      return l10n.t('1 was retired');
    default:
      return l10n.t('{0} were retired', count);
  }
}

function notWords(count: number): string {
  return count === 1 ? l10n.t('1 was not') : l10n.t('{0} were not', count);
}

/** Line by line: each label, by what became of it. */
export function reportInterruption(interruption: Interruption, session: Session): string[] {
  const { run, done, inDoubt, notDone } = interruption;
  const isDeletion = run.act === 'delete';
  return [
    ...reportHead(
      session,
      l10n.t('Started: {0}', dateAndTime(run.startedAt)),
      describeInterruption(interruption, session),
    ),
    ...section(isDeletion ? l10n.t('Deleted') : l10n.t('Retired'), done),
    ...section(isDeletion ? l10n.t('May have been deleted') : l10n.t('May have been retired'), inDoubt),
    ...section(isDeletion ? l10n.t('Not deleted') : l10n.t('Not retired'), notDone),
  ];
}

function section(heading: string, labels: readonly PlannedLabel[]): string[] {
  return labels.length === 0
    ? []
    : ['', `${heading} (${labels.length})`, ...labels.map(({ name, id }) => `  ${isolated(name)}  ${isolated(id)}`)];
}
