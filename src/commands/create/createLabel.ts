import { createRequest } from '../../operations/createLabels';
import { organizationOf } from '../../ui/messages/place';
import { pickColor } from '../../ui/prompts/pickers/colorPicker';
import { pickTeam } from '../../ui/prompts/pickers/teamPicker';
import { askForName } from '../askForName';
import { sessionFor } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { requireRows } from '../requireList';
import { newLabels } from './newLabels';
import { l10n } from '../../ui/l10n';

/** Creates a label: asks for its team where there are several, for its color, and for its name. */
export async function createLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const session = await sessionFor(context, () => createLabel(context, []), args);
  // The list knows the teams, and which names are taken.
  await requireRows(session);
  const title = l10n.t('Create Label in {0}', organizationOf(session));
  const team_id = await pickTeam(session, title);
  const color = await pickColor(session, { title });
  await askForName(context, session, newLabels(context), {
    title,
    prompt: l10n.t('The label is attached to nothing at first. Your colleagues see it as well.'),
    own: createRequest({ name: '', color, team_id }).label,
    itemOf: (name) => createRequest({ name, color, team_id }),
  });
}
