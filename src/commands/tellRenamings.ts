import type { ApiError } from '../api/errors';
import type { RenamingEnding } from '../labels/renamingEndings';
import type { Session } from '../session/session';
import { describeRenamings, reportRenamings } from '../ui/describeRenamings';
import type { CommandContext } from './commandContext';
import type { RenameAgain, RenamingAct } from './renamingAct';
import { tellRun } from './tellRun';

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
  const renamed = endings.filter(({ ending }) => ending === 'renamed').map(({ renaming }) => renaming.label.id);
  const summary = describeRenamings(act.words, endings, stoppedBy, session);
  tellRun(context, {
    endings,
    stoppedBy,
    isDone: ({ ending }) => ending === 'renamed' || ending === 'alreadyGone',
    again: (failed) => again(failed.map(({ renaming }) => renaming)),
    next: renamed.length > 0 ? act.next(context, session, new Set(renamed)) : [],
    summary,
    report: { title: act.words.reportTitle(), lines: () => reportRenamings(summary, endings, session) },
  });
}
