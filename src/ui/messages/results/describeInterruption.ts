import type { Interruption, PlannedLabel } from '../../../labels/interruption';
import type { Session } from '../../../accounts/session';
import { dateAndTime } from '../dateAndTime';
import { INTERRUPTION_WORDS } from './interruptionWords';
import { namesIn } from '../names';
import { isolated } from '../plainText';
import { reportHead } from './batchSummary';
import { formatNumber, l10n } from '../../l10n';

/** That VS Code was closed in the middle of a run, or before it sent anything, and what became of its labels. */
export function describeInterruption(interruption: Interruption, session: Pick<Session, 'labels'>): string {
  const { run, done, inDoubt, notDone } = interruption;
  const words = INTERRUPTION_WORDS[run.act];
  const labels = namesIn(session, run.labels).orCount;
  const isOne = run.labels.length === 1;
  if (!interruption.hasBegun) {
    // As in the time in which a deletion can be undone.
    return words.before(labels, isOne);
  }
  if (isOne) {
    const ending = done.length > 0 ? 'done' : inDoubt.length > 0 ? 'inDoubt' : 'notDone';
    return `${words.during(labels)} ${words.one(ending)}`;
  }
  const parts = [
    words.count(done.length),
    ...(inDoubt.length > 0 ? [l10n.t('{0} may have been', inDoubt.length)] : []),
    ...(notDone.length > 0 ? [notWords(notDone.length)] : []),
  ];
  return `${words.during(labels)} ${parts.join(', ')}.`;
}

function notWords(count: number): string {
  return count === 1 ? l10n.t('1 was not') : l10n.t('{0} were not', count);
}

/** Line by line: each label, by what became of it. */
export function reportInterruption(interruption: Interruption, session: Session): string[] {
  const { run } = interruption;
  const words = INTERRUPTION_WORDS[run.act];
  return [
    ...reportHead(
      session,
      l10n.t('Started: {0}', dateAndTime(run.startedAt)),
      describeInterruption(interruption, session),
    ),
    ...(['done', 'inDoubt', 'notDone'] as const).flatMap((ending) =>
      section(words.heading(ending), interruption[ending]),
    ),
  ];
}

function section(heading: string, labels: readonly PlannedLabel[]): string[] {
  return labels.length === 0
    ? []
    : [
        '',
        `${heading} (${formatNumber(labels.length)})`,
        ...labels.map(({ name, id }) => `  ${isolated(name)}  ${isolated(id)}`),
      ];
}
