import type { LabelChanges } from '../operations/labelChanges';
import type { BatchResult, ItemResult, Operation, OperationItem } from '../operations/operation';
import type { Session } from '../accounts/session';
import type { ErrorAction } from '../ui/errors';
import type { OperationWords } from '../ui/messages/operationWords';
import type { UndoTime } from './delete/undoTime';

/** How a command does an operation: what it asks, what it says, and what the user can do next. */
export interface OperationCommand<T extends OperationItem> {
  readonly words: OperationWords<T>;
  operation(session: Session, items: readonly T[]): Operation<T> | Promise<Operation<T>>;
  /**
   * @param changes since the same was asked before.
   * @returns the items that the user agreed to.
   * @throws CancellationError unless the user agreed.
   */
  confirm(items: readonly T[], session: Session, changes: LabelChanges | undefined): Promise<readonly T[]>;
  undoTime?(): UndoTime | undefined;
  /**
   * Says of a single label, where the user was asked for something else than a yes, why that was refused.
   *
   * @returns whether it did: then there is no notification.
   */
  refuse?(result: ItemResult<T>): boolean;
  /** What the user can do next with what ended as it was asked for. */
  next?(session: Session, batch: BatchResult<T>): readonly ErrorAction[];
  /** Does it again with what failed, without asking what was answered already; `perform` where it is left out. */
  retry?(session: Session, failed: readonly ItemResult<T>[]): Promise<void>;
}
