import { CancellationError } from 'vscode';
import type { JournalEntry } from '../../journal/entry';
import { recentlyDeleted } from '../../labels/recentlyDeleted';
import type { Session } from '../../accounts/session';
import { inOrganization } from '../../ui/messages/place';
import { pickDeleted } from '../../ui/prompts/pickers/deletedPicker';
import { showStatus } from '../../ui/notifications/statusBar';
import { sessionFor } from '../chooseLabels';
import { entriesOf } from '../../views/recentlyDeleted/recentlyDeletedNodes';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/** Deleted labels, and the organization that they were in. */
interface ChosenDeleted {
  readonly entries: readonly JournalEntry[];
  readonly session: Session;
}

/**
 * The deleted labels that a command is about: those of the rows it was called on, else those that are picked from a list. A
 * selection wins over the row that was clicked in it, as far as it is drawn. Signs in first where that is needed.
 *
 * @param args what VS Code called the command with: nothing from the palette; else the row and the selection. A keybinding of
 * the user's may pass anything: see `DrawnRows`.
 * @param again runs the command once more, after a sign-in that had to be tried again.
 * @throws CancellationError when nothing is picked, or when there is nothing to pick.
 */
export async function chooseDeleted(
  context: CommandContext,
  args: readonly unknown[],
  again: () => unknown,
): Promise<readonly ChosenDeleted[]> {
  const { accounts, deletedRows } = context;
  const live = await accounts.restore();
  const [row, selection] = args;
  const rows: readonly unknown[] = Array.isArray(selection) && selection.length > 0 ? selection : [row];
  const present = rows
    .filter((node) => deletedRows.has(node))
    .filter((node) => live.includes(node.session) && deletedRows.isDrawn(node));
  if (present.length === 0) {
    const session = await sessionFor(context, again);
    return [{ session, entries: await pick(session) }];
  }
  return [...new Set(present.map(({ session }) => session))].map((session) => {
    const entries = present.filter((node) => node.session === session).flatMap(entriesOf);
    // A row may be selected together with the one that it is below.
    return { session, entries: [...new Set(entries)] };
  });
}

async function pick(session: Session): Promise<readonly JournalEntry[]> {
  const picked = await pickDeleted(session, inOrganization(session, l10n.t('Create Again')), async () => {
    const journal = await session.journal();
    // The list says what is there again, and what became of deletions that are not certain.
    await Promise.all([journal.load(), session.labels.state.kind === 'loaded' ? undefined : session.labels.refresh()]);
    return recentlyDeleted(journal.entries, session.labels);
  });
  if (picked.length === 0) {
    showStatus(l10n.t('No label was deleted from here that could be created again.'));
    throw new CancellationError();
  }
  return picked;
}
