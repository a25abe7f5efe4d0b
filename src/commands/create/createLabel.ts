import { l10n } from 'vscode';
import { type CreateRequest, createOperation, createRequest, createRequestAgain } from '../../operations/createLabels';
import type { Session } from '../../accounts/session';
import { CREATE_WORDS } from '../../ui/messages/createWords';
import { organizationOf } from '../../ui/messages/place';
import { pickColor } from '../../ui/prompts/colorPicker';
import { pickTeam } from '../../ui/prompts/teamPicker';
import { askForName } from '../askForName';
import { sessionFor } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import type { OperationCommand } from '../operationCommand';
import { perform } from '../performOperation';
import { requireList } from '../requireList';
import { requireLiveSession } from '../requireLiveSession';

/** KirimChat's own default (API: Labels). */
const DEFAULT_COLOR = 'gray';

/** Creates a label: asks for its team where there are several, for its color, and for its name. */
export async function createLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const session = await organizationOfRow(context, args);
  // The list knows the teams, and which names are taken.
  await requireList(session.labels);
  const title = l10n.t('Create Label in {0}', organizationOf(session));
  const team_id = await pickTeam(session, title);
  const color = await pickColor(session, title, DEFAULT_COLOR);
  await askForName(context, session, creation(context), {
    title,
    prompt: l10n.t('The label is attached to nothing at first. Your colleagues see it as well.'),
    own: createRequest({ name: '', color, team_id }).label,
    itemOf: (name) => createRequest({ name, color, team_id }),
  });
}

/** The organization of the row that the command was called on; else the only one, or the one that the user chooses. */
async function organizationOfRow(context: CommandContext, args: readonly unknown[]): Promise<Session> {
  const { origin } = await context.view.calledOn(args);
  const live = await context.accounts.restore();
  return origin && live.includes(origin.session) ? origin.session : sessionFor(context, () => createLabel(context, []));
}

function creation(context: CommandContext): OperationCommand<CreateRequest> {
  const command: OperationCommand<CreateRequest> = {
    words: CREATE_WORDS,
    operation: ({ labels }, requests) => createOperation(requests, { labels }),
    // What was typed is what is meant.
    confirm: (requests) => Promise.resolve(requests),
    retry: (session, failed) =>
      perform(context, requireLiveSession(context, session), command, failed.map(createRequestAgain)),
  };
  return command;
}
