import { l10n } from '../ui/l10n';
import { readRetiredPrefix } from '../accounts/configuration';
import { namedRows } from '../commands/chosenLabels';
import { findNamedLabels, RefusalError } from '../commands/namedLabels';
import { retireChosen } from '../commands/update/retireLabel';
import { isRetired } from '../labels/retired';
import { nameIn } from '../ui/messages/names';
import { asToolResult, parseNamed, performRequest } from './performRequest';
import type { Tool } from './tool';

/** Marks labels as no longer in use, after the user has agreed. */
export const retireLabels: Tool = {
  doing: () => l10n.t('Asking whether labels are to be retired'),
  run: async (context, input, signal) => {
    const prefix = readRetiredPrefix();
    const chosen = await findNamedLabels(context, parseNamed(input), signal);
    const retired = chosen.labels.find((label) => isRetired(label, prefix));
    if (retired) {
      throw new RefusalError('wrongState', l10n.t('Label {0} is retired already.', nameIn(chosen.session, retired)));
    }
    const results = await performRequest(context, chosen, { askedBy: 'agent', signal }, (request) =>
      retireChosen(context, namedRows(chosen), prefix, request),
    );
    return asToolResult(chosen, results);
  },
};
