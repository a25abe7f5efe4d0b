import { commands } from 'vscode';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { pickLabel } from '../ui/labelPicker';
import type { LabelNode } from '../view/labelNodes';
import type { CommandContext } from './commandContext';
import { signIn, SignInError } from './signIn';

/** A label and the organization that it is one of. */
export type ChosenLabel = Pick<LabelNode, 'label' | 'session'>;

/**
 * The label that a command is about: the row it was called on, else the row that is selected on screen, else the one that
 * is picked from a list. Signs in first where that is needed.
 *
 * @param args what VS Code called the command with: nothing from the palette; `{focusedRow: true}` from our keybinding; from
 * a menu the row, or undefined if the rows were replaced in between. Then nobody knows which row it was, and the one that is
 * selected, which may be another, must not take its place.
 * @param again runs the command once more, after a sign-in that had to be tried again.
 * @throws CancellationError when nothing is picked.
 */
export async function chooseLabel(
  context: CommandContext,
  args: readonly unknown[],
  title: string,
  again: () => unknown,
): Promise<ChosenLabel> {
  const current = await context.sessions.restore();
  const [argument] = args;
  if (isFromKeyboard(argument)) {
    // Arrow keys move the focus and leave the selection behind, and an extension is only told of the selection.
    await commands.executeCommand('list.selectAndPreserveFocus');
  }
  const row = args.length === 0 || isFromKeyboard(argument) ? await context.view.selectedLabel() : argument;
  if (isLabelNode(row) && row.session === current) {
    return row;
  }
  const session = current ?? (await signInFirst(again, () => signIn(context)));
  return { session, label: await pickLabel(session, title) };
}

/** Signs in; where that fails and is tried again, the command goes on afterwards. */
async function signInFirst(again: () => unknown, attempt: () => Promise<Session>): Promise<Session> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof SignInError)) {
      throw error;
    }
    throw new OperationError(error.message, error.cause, async () => {
      await signInFirst(again, error.retry);
      await again();
    });
  }
}

function isFromKeyboard(argument: unknown): boolean {
  return typeof argument === 'object' && argument !== null && 'focusedRow' in argument;
}

function isLabelNode(argument: unknown): argument is LabelNode {
  return typeof argument === 'object' && argument !== null && 'label' in argument && 'session' in argument;
}
