import type { Label } from '../api/schema';
import type { Session } from '../accounts/session';
import type { ComeBack } from '../views/labels/shownRows';

/** Labels, at least one, and the organization that they are from. */
export interface ChosenLabels {
  readonly labels: readonly Label[];
  readonly session: Session;
}

/** Labels whose rows a command was called on, or that were picked, or named by what called it. */
export interface ChosenRows {
  /** At least one: the labels by their organizations. */
  readonly chosen: readonly ChosenLabels[];
  /** To be called as soon as it is agreed that rows go or move: see `ShownRows.leave`. Left out where no row of theirs has the focus. */
  readonly leave?: (going: readonly Label[]) => ComeBack;
  /**
   * Whether the user has pointed at them for this: by a row's own menu, or in a list. Else anything may have called the command,
   * and without a question nothing is written.
   */
  readonly isPointedAt: boolean;
}

/** Labels that were named from outside: no row of theirs has the focus. */
export function namedRows(chosen: ChosenLabels): ChosenRows {
  return { chosen: [chosen], isPointedAt: false };
}
