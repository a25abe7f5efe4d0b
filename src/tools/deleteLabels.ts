import { l10n } from '../ui/l10n';
import { namedRows } from '../commands/chosenLabels';
import type { CommandContext } from '../commands/commandContext';
import { deleteChosen } from '../commands/delete/deleteLabel';
import { findNamedLabels } from '../commands/namedLabels';
import { asToolResult, type Asker, parseNamed, performRequest } from './performRequest';
import type { Tool } from './tool';

/** Deletes labels for good, after the user has agreed. */
export const deleteLabels: Tool = {
  doing: () => l10n.t('Asking whether labels are to be deleted'),
  run: async (context, input, signal) => {
    const { chosen, results } = await requestDelete(context, input, { askedBy: 'agent', signal });
    return asToolResult(chosen, results);
  },
};

/**
 * @param input `NamedLabels`, once it was checked.
 * @throws RefusalError where the user was not asked; and why the labels could not be read
 */
export async function requestDelete(context: CommandContext, input: unknown, asker: Asker) {
  const chosen = await findNamedLabels(context, parseNamed(input), asker.signal);
  const results = await performRequest(context, chosen, asker, (request) =>
    deleteChosen(context, namedRows(chosen), request),
  );
  return { chosen, results };
}
