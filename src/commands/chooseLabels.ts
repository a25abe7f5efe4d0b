import { CancellationError } from 'vscode';
import type { Label } from '../api/schema';
import type { Session } from '../accounts/session';
import { OperationError } from '../ui/errors';
import { pickLabels } from '../ui/prompts/pickers/labelPicker';
import { describeBusy } from '../ui/messages/results/operationWords';
import { inOrganization, inOrganizations } from '../ui/messages/place';
import { pickSession } from '../ui/prompts/pickers/sessionPicker';
import { showStatus } from '../ui/notifications/statusBar';
import { groupName } from '../views/labels/items/labelItem';
import { isSameRow, type LabelNode, type LabelsTreeNode } from '../views/labels/labelNodes';
import { type ChosenLabels, type ChosenRows, namedRows } from './chosenLabels';
import type { CommandContext } from './commandContext';
import { findNamedLabels, type NamedLabels, parseNamedLabels, RefusalError } from './namedLabels';
import { signIn, SignInError } from './account/signIn';
import { requireLiveSession } from './requireLiveSession';
import { l10n } from '../ui/l10n';

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
  /** Whether the list takes one label alone. */
  readonly isSingle?: boolean;
}

/**
 * The labels that a command is about: those of the rows that it was called on, else those that are picked from a list. Rows
 * that the command is not for count as not chosen, and labels to which something is happening already are left out. Where a
 * group is meant, the list has its labels alone. Signs in first where that is needed.
 *
 * @param args what VS Code called the command with: see `ShownRows.calledOn`, or `NamedLabels`, from a keybinding, a task or another
 * extension. Where a row was lost the list opens: the row that
 * is selected, which may be another, must not take its place.
 * @throws CancellationError when nothing is picked, or no row is marked where a key was pressed; and, after it was said, when
 * something is happening to all of them.
 */
export async function chooseLabels(
  context: CommandContext,
  args: readonly unknown[],
  {
    title,
    again,
    accepts = () => true,
    mindsBusy = true,
    none = l10n.t('There are no labels to choose from'),
    isSingle = false,
  }: Choice,
): Promise<ChosenRows> {
  const named = args.length === 1 ? parseNamedLabels(args[0]) : undefined;
  if (named) {
    return namedRows(await chooseNamed(context, named, { accepts, none }));
  }
  const { rows, origin, isKeyPress = false } = await context.view.calledOn(args);
  if (isKeyPress && rows.length === 0) {
    showStatus(l10n.t('No label is selected.'));
    throw new CancellationError();
  }
  const live = await context.accounts.restore();
  const present = rows.filter((row) => live.includes(row.session));
  const isFree = ({ labels }: Session, { id }: Label) => !mindsBusy || !labels.activities.of(id);
  const pick = async (): Promise<ChosenLabels> => {
    // A list is of one organization: that of the row that the command was called from.
    const called = present.find((row) => origin && isSameRow(row, origin)) ?? present[0];
    const session = called?.session ?? (await sessionFor(context, again));
    const offer = offerOf(
      present.filter((row) => row.session === session),
      inOrganization(session, title),
    );
    const isOffered = (label: Label) => isFree(session, label) && accepts(label) && offer.has(label);
    return { session, labels: await pickLabels(session, { title: offer.title, none, isOffered, isSingle }) };
  };
  const accepted = bySession(present.filter((row) => row.kind === 'label').filter(({ label }) => accepts(label)));
  const meant = accepted.length > 0 ? accepted : [await pick()];
  // Also of those that were picked: it may have begun while the list was open.
  const chosen = meant
    .map(({ session, labels }) => ({ session, labels: labels.filter((label) => isFree(session, label)) }))
    .filter(({ labels }) => labels.length > 0);
  if (chosen.length === 0) {
    const [first] = meant;
    const all = meant.flatMap(({ labels }) => labels);
    const said = first ? describeBusy(all, first.session) : none;
    showStatus(inOrganizations(meant, said));
    throw new CancellationError();
  }
  const leave = (going: readonly Label[]) => context.view.leave(origin, going);
  return { chosen, leave, isPointedAt: accepted.length === 0 || (origin !== undefined && !isKeyPress) };
}

/** @throws CancellationError, after it was said, where these are not the labels that are there. */
async function chooseNamed(
  context: CommandContext,
  named: NamedLabels,
  { accepts, none }: Required<Pick<Choice, 'accepts' | 'none'>>,
): Promise<ChosenLabels> {
  try {
    const { session, labels } = await findNamedLabels(context, named);
    if (!labels.every(accepts)) {
      throw new RefusalError('wrongState', none);
    }
    return { session, labels };
  } catch (error) {
    if (!(error instanceof RefusalError)) {
      throw error;
    }
    context.notifications.notify('partly', error.message);
    throw new CancellationError();
  }
}

function bySession(rows: readonly LabelNode[]): readonly ChosenLabels[] {
  const sessions = [...new Set(rows.map(({ session }) => session))];
  return sessions.map((session) => ({
    session,
    labels: rows.filter((row) => row.session === session).map(({ label }) => label),
  }));
}

/** Which labels a list is of: those of the groups that are meant, where no label is; else all. */
function offerOf(rows: readonly LabelsTreeNode[], title: string) {
  const groups = rows.filter((row) => row.kind === 'team' || row.kind === 'retired');
  if (groups.length === 0 || groups.length < rows.length) {
    return { title, has: () => true };
  }
  const ids = new Set(groups.flatMap(({ labels }) => labels).map(({ label }) => label.id));
  return {
    title: l10n.t('{0}: {1}', title, groups.map(groupName).join(', ')),
    has: ({ id }: Label) => ids.has(id),
  };
}

/**
 * The organization of the row that a command was called on, or the one that is signed in; asks which one where there are several,
 * and signs in first where there is none.
 *
 * @param again runs the command once more, after a sign-in that had to be tried again.
 * @param args what VS Code called the command with: see `ShownRows.calledOn`.
 */
export async function sessionFor(
  context: CommandContext,
  again: () => unknown,
  args: readonly unknown[] = [],
): Promise<Session> {
  const sessions = await context.accounts.find();
  const session = (await calledSession(context, args)) ?? (await pickSession(sessions));
  // Another window may have signed out of it while the list was open.
  return session ? requireLiveSession(context, session) : signInFirst(again, () => signIn(context));
}

/**
 * The organization of the row that a command was called on; undefined where it was called on none. A command in the title of the
 * view is called with the row that has the focus: one that is about all organizations must not ask this.
 */
export async function calledSession({ view }: CommandContext, args: readonly unknown[]): Promise<Session | undefined> {
  // From the palette it is not about the rows that happen to be selected.
  const { rows, origin } = args.length > 0 ? await view.calledOn(args) : { rows: [], origin: undefined };
  const session = (origin ?? rows[0])?.session;
  return session?.ended.aborted ? undefined : session;
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
