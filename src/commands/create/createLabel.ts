import { ThemeIcon } from 'vscode';
import { joined } from '../../common/joined';
import { createRequest } from '../../operations/createLabels';
import { organizationOf } from '../../ui/messages/place';
import { teamLineWithId } from '../../ui/messages/teamNames';
import { pickColor } from '../../ui/prompts/pickers/colorPicker';
import { askForTeam, otherTeam, pickTeam } from '../../ui/prompts/pickers/teamPicker';
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
  const team_id = await pickTeam(session, title, true);
  const color = await pickColor(session, { title });
  const askIn = async (team_id: string | undefined): Promise<void> => {
    const attached = l10n.t('The label is attached to nothing at first. Your colleagues see it as well.');
    await askForName(context, session, newLabels(context), {
      title,
      // Where only one team has labels, it may not be the one that is meant.
      prompt: joined([attached, team_id && teamLineWithId(team_id)]),
      button: {
        iconPath: new ThemeIcon('organization'),
        tooltip: otherTeam(),
        run: async () => askIn(await askForTeam(title)),
      },
      own: createRequest({ name: '', color, team_id }).label,
      itemOf: (name) => createRequest({ name, color, team_id }),
    });
  };
  await askIn(team_id);
}
