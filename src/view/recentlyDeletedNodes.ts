import type { JournalEntry } from '../labels/journal/entry';
import type { Session } from '../session/session';

/** A row that stands for a label that is gone. Commands get it as their argument. */
export interface DeletedLabelNode {
  readonly kind: 'deletedLabel';
  readonly entry: JournalEntry;
  readonly session: Session;
  /** How many more labels were deleted with it, whether or not they are shown. */
  readonly others: number;
}

/** A row that groups labels which were deleted together. */
export interface DeletedRunNode {
  readonly kind: 'deletedRun';
  readonly runId: string;
  /** Newest first. */
  readonly entries: readonly JournalEntry[];
  readonly session: Session;
}

export type RecentlyDeletedNode = DeletedLabelNode | DeletedRunNode;

/** Whether a command was called with a row of this view. */
export function isRecentlyDeletedNode(argument: unknown): argument is RecentlyDeletedNode {
  return (
    typeof argument === 'object' &&
    argument !== null &&
    'kind' in argument &&
    (argument.kind === 'deletedLabel' || argument.kind === 'deletedRun')
  );
}
