import { type CreateRequest, createOperation, createRequestAgain } from '../../operations/createLabels';
import type { SessionItems } from '../../accounts/sessionItems';
import type { NameProblem } from '../../operations/nameCheck';
import { confirmCreate } from '../../ui/prompts/confirmCreate';
import { CREATE_WORDS } from '../../ui/messages/results/createWords';
import type { CommandContext } from '../commandContext';
import type { OperationCommand, WriteRequest } from '../operationCommand';
import { askAndPerform, perform } from '../performOperation';
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

/**
 * Creates a label that something else than the user has named, after asking.
 *
 * @param problem what there is to say about its name.
 */
export async function askToCreate(
  context: CommandContext,
  part: SessionItems<CreateRequest>,
  problem: NameProblem | undefined,
  request: WriteRequest,
): Promise<void> {
  const confirm = async (parts: readonly SessionItems<CreateRequest>[]) => {
    await confirmCreate(part, problem, request.askedBy);
    return parts;
  };
  await askAndPerform(context, { ...newLabels(context), request, confirm }, [part]);
}
