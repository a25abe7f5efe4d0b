import type { Label } from '../api/schema';
import type { RunRecorder } from '../journal/entry';
import type { LabelChanges } from '../labels/labelChanges';
import type { Renaming } from '../labels/retirement';
import type { RenamingParts } from '../labels/retiring';
import type { Session } from '../session/session';
import type { ErrorAction } from '../ui/errors';
import type { RenamingWords } from '../ui/renamingWords';
import type { ChosenRows } from './chooseLabels';
import type { CommandContext } from './commandContext';

/** Why labels get other names, and what belongs to that. */
export interface RenamingAct {
  readonly words: RenamingWords;
  readonly activity: RenamingParts['activity'];
  /** What labels are to be called. Those that it is not for are left out. */
  plan(labels: readonly Label[], session: Session): Promise<readonly Renaming[]>;
  /** Whether nobody has to say yes to such a name. */
  isExpected(renaming: Renaming): boolean;
  /** Asks where that is needed; `changes` since the same was asked before. */
  confirm(plan: readonly Renaming[], session: Session, changes: LabelChanges | undefined): Promise<readonly Renaming[]>;
  /** Takes down what the labels were before, where that is to be found again. */
  startRun(labels: readonly Label[], session: Session): Promise<RunRecorder | undefined>;
  /** What can be done next with labels that got their names. */
  next(context: CommandContext, session: Session, ids: ReadonlySet<string>): readonly ErrorAction[];
}

/** Does it again with these labels, without asking what was answered already. */
export type RenameAgain = (renamings: readonly Renaming[]) => Promise<void>;

/** The same, with the focus on a row that stays as soon as it is agreed to. Not when it is asked again: the user may be elsewhere. */
export function leavingRows(act: RenamingAct, { leave }: Pick<ChosenRows, 'leave'>): RenamingAct {
  return {
    ...act,
    confirm: async (plan, session, changes) => {
      const agreed = await act.confirm(plan, session, changes);
      if (!changes) {
        leave(agreed.map(({ label }) => label));
      }
      return agreed;
    },
  };
}
