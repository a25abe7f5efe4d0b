import type { LabelChanges } from '../operations/recheck/labelChanges';
import type { BatchResult, ItemResult, Operation, OperationItem } from '../operations/operation';
import type { Session } from '../accounts/session';
import type { SessionItems } from '../accounts/sessionItems';
import type { ErrorAction } from '../ui/errors';
import type { OperationWords } from '../ui/messages/results/operationWords';
import type { AskedBy } from '../journal/entry';
import type { ChosenRows } from './chosenLabels';
import type { UndoTime } from './delete/undoTime';

/** A write that something else than the user at the screen asks for. The user is asked all the same. */
export interface WriteRequest {
  readonly askedBy: AskedBy;
  /** Aborted when it is not wanted any more: what was not sent by then is not sent. */
  readonly signal?: AbortSignal | undefined;
  /** Told what became of the labels. */
  readonly onResults?: ((results: readonly ItemResult[]) => void) | undefined;
}

/** How a command does an operation: what it asks, what it says, and what the user can do next. */
export interface OperationCommand<T extends OperationItem> {
  readonly words: OperationWords<T>;
  /** Undefined where the user asks for it. */
  readonly request?: WriteRequest | undefined;
  operation(session: Session, items: readonly T[]): Operation<T> | Promise<Operation<T>>;
  /**
   * One question for all organizations.
   *
   * @param changes since the same was asked before, which is about one organization.
   * @returns the items that the user agreed to.
   * @throws CancellationError unless the user agreed.
   */
  confirm(parts: readonly SessionItems<T>[], changes: LabelChanges | undefined): Promise<readonly SessionItems<T>[]>;
  /** Called with what the user has agreed to, where its rows go or move. */
  readonly leave?: ChosenRows['leave'];
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
