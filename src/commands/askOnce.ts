import { CancellationError } from 'vscode';
import type { SessionItems } from '../accounts/sessionItems';
import type { LabelChanges } from '../operations/recheck/labelChanges';
import type { OperationItem } from '../operations/operation';
import type { OperationCommand } from './operationCommand';

/**
 * Asks the command's question, one at a time about each label: without those that there is one about already.
 *
 * @param changes since the same was asked before.
 * @param asked the parts that are free, so far.
 * @returns what the user has agreed to.
 * @throws CancellationError unless the user agreed.
 */
export async function askOnce<T extends OperationItem>(
  command: OperationCommand<T>,
  [part, ...others]: readonly SessionItems<T>[],
  changes: LabelChanges | undefined,
  asked: readonly SessionItems<T>[] = [],
): Promise<readonly SessionItems<T>[]> {
  if (!part) {
    return asked.length > 0 ? confirm(command, asked, changes) : [];
  }
  const { session, items } = part;
  const ids = items.map(({ label }) => label.id);
  const agreed = await session.questions.run(ids, (free) => {
    const some = { session, items: items.filter(({ label }) => free.has(label.id)) };
    return askOnce(command, others, changes, [...asked, some]);
  });
  return agreed ?? askOnce(command, others, changes, asked);
}

async function confirm<T extends OperationItem>(
  command: OperationCommand<T>,
  asked: readonly SessionItems<T>[],
  changes: LabelChanges | undefined,
): Promise<readonly SessionItems<T>[]> {
  const agreed = await command.confirm(asked, changes);
  if (command.request?.signal?.aborted) {
    throw new CancellationError();
  }
  return agreed;
}
