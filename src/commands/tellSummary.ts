import { commands, l10n } from 'vscode';
import type { Label } from '../api/schema';
import type { DeletionSummary } from '../labels/deletionSummary';
import type { JournalEntry } from '../labels/journal/entry';
import type { Session } from '../session/session';
import { describeSummary, reportSummary } from '../ui/describeSummary';
import type { ErrorAction } from '../ui/errors';
import type { CommandContext } from './commandContext';
import { recreate } from './recreateLabel';

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
  const failed = endings.filter(({ ending }) => ending === 'failed' || ending === 'inDoubt');
  // Nobody wanted the rest to stay when it was KirimChat who stopped the run.
  const retried = stoppedBy ? endings.filter(({ ending }) => !/deleted|alreadyGone/.test(ending)) : failed;
  const actions: ErrorAction[] = [];
  if (stoppedBy?.kind === 'unauthorized') {
    const signIn = () => commands.executeCommand('kirimLabels.signIn');
    actions.push({ title: l10n.t('Sign In Again'), run: signIn });
  } else if (retried.length > 0) {
    actions.push({ title: l10n.t('Retry Failed'), run: () => again(retried.map(({ label }) => label)) });
  } else if (entries.length > 0) {
    actions.push({ title: l10n.t('Create Again'), run: () => recreate(context, session, entries) });
  }
  const show = () => context.reports.open(l10n.t('Deleted Labels'), reportSummary(summary, session));
  actions.push({ title: l10n.t('Show Details'), run: show, comesBack: true });
  const isDone = endings.every(({ ending }) => ending === 'deleted' || ending === 'alreadyGone');
  context.notices.tell(isDone ? 'done' : 'partly', describeSummary(summary), ...actions);
}
