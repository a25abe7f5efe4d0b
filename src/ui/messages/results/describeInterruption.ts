import { joined } from '../../../common/joined';
import type { Interruption, PlannedLabel } from '../../../labels/interruption';
import type { Session } from '../../../accounts/session';
import { dateAndTime } from '../dateAndTime';
import { INTERRUPTION_WORDS } from './interruptionWords';
import { namesIn } from '../names';
import { isolated } from '../plainText';
import { reportHead } from './batchSummary';
import { formatNumber, l10n } from '../../l10n';

/** In the order of the report. */
const ENDINGS = ['done', 'inDoubt', 'notDone'] as const;

/** That VS Code was closed in the middle of a run, or before it sent anything, and what became of its labels. */
export function describeInterruption(interruption: Interruption, session: Pick<Session, 'labels'>): string {
  const { run, done, inDoubt } = interruption;
  const words = INTERRUPTION_WORDS[run.act];
  const names = namesIn(session, run.labels);
  if (!interruption.hasBegun) {
    // As in the time in which a deletion can be undone.
    return names.oneOrMany(words.before);
  }
  const during = names.oneOrMany(words.during);
  if (run.labels.length === 1) {
    const ending = done.length > 0 ? 'done' : inDoubt.length > 0 ? 'inDoubt' : 'notDone';
    return joined([during, words.one(ending)]);
  }
  const counts = ENDINGS.map((ending) => ({ heading: words.heading(ending), count: interruption[ending].length }));
  return joined([
    during,
    ...counts.filter(({ count }) => count > 0).map(({ heading, count }) => l10n.t('{0}: {1}.', heading, count)),
  ]);
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
    ...ENDINGS.flatMap((ending) => section(words.heading(ending), interruption[ending])),
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
