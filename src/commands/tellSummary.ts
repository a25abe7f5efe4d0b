import { l10n } from 'vscode';
import type { Label } from '../api/schema';
import type { DeletionSummary, LabelEnding } from '../labels/deletionSummary';
import type { JournalEntry } from '../journal/entry';
import type { Session } from '../session/session';
import { describeSummary, reportSummary } from '../ui/describeSummary';
import type { CommandContext } from './commandContext';
import { presentSession } from './presentSession';
import { recreate } from './recreateLabel';
import { tellRun } from './tellRun';

interface SummaryActions {
  readonly entries: readonly JournalEntry[];
  /** Deletes those that failed once more. */
  readonly again: (labels: readonly Label[]) => unknown;
}

/** Says how a run of deletions ended, in one notification. */
export function tellSummary(
  context: CommandContext,
  session: Session,
  summary: DeletionSummary,
  { entries, again }: SummaryActions,
): void {
  const { endings, stoppedBy } = summary;
  const createAgain = {
    title: l10n.t('Create Again'),
    run: () => recreate(context, presentSession(context, session), entries),
  };
  tellRun(context, {
    endings,
    stoppedBy,
    isDone: isGone,
    again: (failed) => again(failed.map(({ label }) => label)),
    next: endings.some(isGone) ? [createAgain] : [],
    summary: describeSummary(summary),
    report: { title: l10n.t('Deleted Labels'), lines: () => reportSummary(summary, session) },
  });
}

function isGone({ ending }: LabelEnding): boolean {
  return ending === 'deleted' || ending === 'alreadyGone';
}
