import { CancellationError, commands, l10n } from 'vscode';
import type { Label } from '../api/schema';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { pickLabels } from '../ui/labelPicker';
import { nameIn } from '../ui/names';
import { tellDone } from '../ui/statusBar';
import type { LabelNode } from '../view/labelNodes';
import type { CommandContext } from './commandContext';
import { signIn, SignInError } from './signIn';

/** Labels, at least one, and the organization that they are from. */
export interface ChosenLabels {
  readonly labels: readonly Label[];
  readonly session: Session;
}

interface Choice {
  /** Of the list, where one is needed. */
  readonly title: string;
  /** Runs the command once more, after a sign-in that had to be tried again. */
  readonly again: () => unknown;
  /** Whether the command is for such a label; for all where it is left out. */
  readonly accepts?: (label: Label) => boolean;
  /** Whether it minds that something is happening to a label already; yes where it is left out. */
  readonly mindsBusy?: boolean;
  /** What the list says where it is for none of the labels. */
  readonly none?: string;
}

/**
 * The labels that a command is about: the rows it was called on, else the rows that are selected on screen, else those that
 * are picked from a list. A selection wins over the row that was clicked in it. Rows that the command is not for count as
 * not chosen, and labels to which something is happening already are left out. Signs in first where that is needed.
 *
 * @param args what VS Code called the command with: nothing from the palette; `{focusedRow: true}` from our keybinding; from
 * a menu the row and the selection, or undefined if the rows were replaced in between. Then nobody knows which row it was,
 * and the one that is selected, which may be another, must not take its place.
 * @throws CancellationError when nothing is picked; and, after it was said, when something is happening to all of them.
 */
export async function chooseLabels(
  context: CommandContext,
  args: readonly unknown[],
  { title, again, accepts = () => true, mindsBusy = true, none = l10n.t('There are no labels to choose from') }: Choice,
): Promise<ChosenLabels> {
  const current = await context.sessions.restore();
  const rows = (await rowsOf(context, args)).filter((row) => isLabelNode(row) && row.session === current);
  const session = await sessionFor(context, again);
  const isFree = ({ id }: Label) => !mindsBusy || !session.labels.activities.of(id);
  const accepted = rows.map(({ label }) => label).filter(accepts);
  const chosen =
    accepted.length > 0
      ? accepted
      : await pickLabels(session, { title, none, isOffered: (label) => isFree(label) && accepts(label) });
  // Also of those that were picked: it may have begun while the list was open.
  const labels = chosen.filter(isFree);
  if (labels.length === 0) {
    tellDone(describeBusy(session, chosen));
    throw new CancellationError();
  }
  return { labels, session };
}

function describeBusy(session: Session, [first, ...more]: readonly Label[]): string {
  return first && more.length === 0
    ? l10n.t('Something is happening to label {0} already.', nameIn(session, first))
    : l10n.t('Something is happening to these {0} labels already.', more.length + 1);
}

async function rowsOf({ view }: CommandContext, args: readonly unknown[]): Promise<readonly LabelNode[]> {
  const [row, selection] = args;
  if (isFromKeyboard(row) && (await view.selectedLabels()).length < 2) {
    // Arrow keys move the focus and leave the selection behind, and an extension is only told of the selection.
    await commands.executeCommand('list.selectAndPreserveFocus');
  }
  if (args.length === 0 || isFromKeyboard(row)) {
    return view.selectedLabels();
  }
  const rows: readonly unknown[] = Array.isArray(selection) && selection.length > 0 ? selection : [row];
  return rows.filter(isLabelNode);
}

/**
 * The organization that is signed in; signs in first where there is none.
 *
 * @param again runs the command once more, after a sign-in that had to be tried again.
 */
export async function sessionFor(context: CommandContext, again: () => unknown): Promise<Session> {
  return (await context.sessions.find()) ?? (await signInFirst(again, () => signIn(context)));
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
