import { pickLabel } from '../ui/labelPicker';
import type { LabelNode } from '../view/labelNodes';
import type { CommandContext } from './commandContext';
import { signIn } from './signIn';

/** A label and the organization that it is one of. */
export type ChosenLabel = Pick<LabelNode, 'label' | 'session'>;

/**
 * The label that a command is about: the row it was called on, else the row that is selected on screen, else the one that
 * is picked from a list. Signs in first where that is needed.
 *
 * @param argument what VS Code called the command with: a row, or anything else from the palette and from keybindings.
 * @throws CancellationError when nothing is picked.
 */
export async function chooseLabel(context: CommandContext, argument: unknown, title: string): Promise<ChosenLabel> {
  const current = await context.sessions.restore();
  const row = isLabelNode(argument) ? argument : context.view.selectedLabel;
  if (row && row.session === current) {
    return row;
  }
  const session = current ?? (await signIn(context));
  return { session, label: await pickLabel(session.labels, title) };
}

function isLabelNode(argument: unknown): argument is LabelNode {
  return typeof argument === 'object' && argument !== null && 'label' in argument && 'session' in argument;
}
