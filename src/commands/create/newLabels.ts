import { type CreateRequest, createOperation, createRequestAgain } from '../../operations/createLabels';
import { CREATE_WORDS } from '../../ui/messages/results/createWords';
import type { CommandContext } from '../commandContext';
import type { OperationCommand } from '../operationCommand';
import { perform } from '../performOperation';
import { requireLiveSession } from '../requireLiveSession';

/** Creates labels that are new, which the user has named already: there is nothing to confirm. */
export function newLabels(context: CommandContext): OperationCommand<CreateRequest> {
  const command: OperationCommand<CreateRequest> = {
    words: CREATE_WORDS,
    operation: ({ labels }, requests) => createOperation(requests, { labels }),
    confirm: (parts) => Promise.resolve(parts),
    retry: (session, failed) =>
      perform(context, requireLiveSession(context, session), command, failed.map(createRequestAgain)),
  };
  return command;
}
