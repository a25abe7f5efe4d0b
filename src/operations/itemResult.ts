import type { RunRecorder } from '../journal/entry';
import type { LoadedList } from '../labels/loadedList';
import type { Outcome } from './batch';
import { failureIn } from './failure';
import type { ItemResult, Operation, OperationItem } from './operation';
import { LabelChangedError, LabelGoneError, LabelUncheckedError } from './recheck/recheckErrors';

/**
 * What became of one label of a batch. Where the answer leaves it open the list settles it, which is taken down as well.
 *
 * @param list undefined where it was not asked for, or could not be loaded.
 */
export function itemResultOf<T extends OperationItem>(
  { item, status, written, error }: Outcome<T>,
  operation: Operation<T>,
  list: LoadedList | undefined,
  recorder: RunRecorder | undefined,
): ItemResult<T> {
  if (status === 'notStarted') {
    return { item, status };
  }
  if (written) {
    return { item, status: 'done', current: written.label, requestId: written.requestId };
  }
  if (error instanceof LabelGoneError) {
    return { item, status: 'alreadyGone' };
  }
  if (error instanceof LabelChangedError) {
    return { item, status: 'changed', current: error.current };
  }
  const failure = failureIn(error);
  const requestId = failure?.requestId;
  if (error instanceof LabelUncheckedError) {
    return { item, status: 'unchecked', error: failure ?? error, requestId };
  }
  if (!failure || !operation.needsList(failure)) {
    return { item, status: 'failed', error, requestId };
  }
  const settled = operation.settle(item, failure, list);
  if (settled.outcome) {
    recorder?.ended(item.label, settled.outcome, requestId);
  }
  const isClear = settled.status === 'done' || settled.status === 'alreadyGone';
  return { item, status: settled.status, current: settled.current, requestId, ...(!isClear && { error }) };
}
