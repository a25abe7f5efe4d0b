import { type CreateRequest, createOperation, createRequestAgain } from '../../operations/createLabels';
import type { SessionItems } from '../../accounts/sessionItems';
import { lacksTeam } from '../../operations/failure';
import type { NameProblem } from '../../operations/nameCheck';
import { organizationOf } from '../../ui/messages/place';
import { confirmCreate } from '../../ui/prompts/confirmCreate';
import { askForTeam } from '../../ui/prompts/pickers/teamPicker';
import { CREATE_WORDS } from '../../ui/messages/results/createWords';
import type { CommandContext } from '../commandContext';
import type { OperationCommand, WriteRequest } from '../operationCommand';
import { askAndPerform, perform } from '../performOperation';
import { requireLiveSession } from '../requireLiveSession';
import { l10n } from '../../ui/l10n';

/** Creates labels that are new, which the user has named already: there is nothing to confirm. */
export function newLabels(context: CommandContext): OperationCommand<CreateRequest> {
  const command: OperationCommand<CreateRequest> = {
    words: CREATE_WORDS,
    operation: ({ labels }, requests) => createOperation(requests, { labels }),
    confirm: (parts) => Promise.resolve(parts),
    retry: async (session, failed) => {
      const live = requireLiveSession(context, session);
      const isTeamless = failed.some(({ error }) => lacksTeam(error));
      const team_id = isTeamless ? await askForTeam(l10n.t('Create Label in {0}', organizationOf(live))) : undefined;
      const requests = failed.map(createRequestAgain).map((request) => inTeam(request, team_id));
      await perform(context, live, command, requests);
    },
  };
  return command;
}

function inTeam(request: CreateRequest, team_id = request.label.team_id): CreateRequest {
  return { ...request, label: { ...request.label, team_id } };
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
