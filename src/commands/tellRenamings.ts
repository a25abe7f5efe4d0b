import { commands, l10n } from 'vscode';
import type { ApiError } from '../api/errors';
import type { RenamingEnding } from '../labels/renamingEndings';
import type { Session } from '../session/session';
import { describeRenamings, reportRenamings } from '../ui/describeRenamings';
import type { ErrorAction } from '../ui/errors';
import type { CommandContext } from './commandContext';
import type { RenameAgain, RenamingAct } from './renamingAct';

interface RunEnd {
  readonly endings: readonly RenamingEnding[];
  /** Why nothing more was sent. */
  readonly stoppedBy: ApiError | undefined;
  readonly again: RenameAgain;
}

/** Says how a run ended, in one notification. */
export function tellRenamings(
  context: CommandContext,
  session: Session,
  act: RenamingAct,
  { endings, stoppedBy, again }: RunEnd,
): void {
  const renamed = endings.filter(({ ending }) => ending === 'renamed');
  const failed = endings.filter(({ ending }) => ending === 'failed' || ending === 'inDoubt');
  // Nobody wanted the rest to be left out when it was KirimChat who stopped the run.
  const retried = stoppedBy ? endings.filter(({ ending }) => !/renamed|alreadyGone/.test(ending)) : failed;
  const actions: ErrorAction[] = [];
  if (stoppedBy?.kind === 'unauthorized') {
    const signIn = () => commands.executeCommand('kirimLabels.signIn');
    actions.push({ title: l10n.t('Sign In Again'), run: signIn });
  } else if (retried.length > 0) {
    actions.push({ title: l10n.t('Retry Failed'), run: () => again(retried.map(({ renaming }) => renaming)) });
  }
  if (renamed.length > 0) {
    actions.push(...act.next(context, session, new Set(renamed.map(({ renaming }) => renaming.label.id))));
  }
  const summary = describeRenamings(act.words, endings, stoppedBy);
  const show = () => context.reports.open(act.words.reportTitle(), reportRenamings(summary, endings, session));
  actions.push({ title: l10n.t('Show Details'), run: show, comesBack: true });
  const isDone = endings.every(({ ending }) => ending === 'renamed' || ending === 'alreadyGone');
  context.notices.tell(isDone ? 'done' : 'partly', summary, ...actions);
}
