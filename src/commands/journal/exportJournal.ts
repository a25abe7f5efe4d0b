import { CancellationError, commands, Uri, window, workspace } from 'vscode';
import { joined } from '../../common/joined';
import { journalAsCsv, journalAsJson } from '../../journal/exportJournal';
import type { Journal } from '../../journal/journal';
import { OperationError } from '../../ui/errors';
import { inOrganization } from '../../ui/messages/place';
import { showStatus } from '../../ui/notifications/statusBar';
import { sessionFor } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { l10n } from '../../ui/l10n';

/** Writes the journal of the organization into a file that the person chooses; its ending says whether as JSON or CSV. */
export async function exportJournal(context: CommandContext): Promise<void> {
  const session = await sessionFor(context, () => exportJournal(context));
  const journal = await session.journal();
  await journal.load();
  if (journal.entries.length === 0 && journal.unreadable === 0) {
    showStatus(inOrganization(session, describeEmptyJournal(journal)));
    return;
  }
  const file = await askWhere();
  const text = /\.csv$/i.test(file.path) ? journalAsCsv(journal.entries) : asJson(journal);
  try {
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
  } catch (error) {
    throw new OperationError(l10n.t('The journal was not exported.'), error);
  }
  const open = () => commands.executeCommand('vscode.open', file);
  context.notifications.notifyIn(session, 'done', describe(journal), {
    title: l10n.t('Open File'),
    run: open,
  });
}

/** @throws CancellationError when no file is chosen. */
async function askWhere(): Promise<Uri> {
  const [folder] = workspace.workspaceFolders ?? [];
  const file = await window.showSaveDialog({
    title: l10n.t('Export Journal of Deleted Labels'),
    // Without a folder VS Code proposes the one that was used last.
    ...(folder && { defaultUri: Uri.joinPath(folder.uri, 'kirim-labels-journal.json') }),
    filters: { [l10n.t('JSON, for programs')]: ['json'], [l10n.t('CSV, for spreadsheets')]: ['csv'] },
  });
  if (!file) {
    throw new CancellationError();
  }
  return file;
}

function asJson(journal: Journal): string {
  const runs = new Set(journal.entries.map(({ run }) => run));
  return journalAsJson(
    journal.entries,
    [...runs].flatMap((run) => journal.runOf(run) ?? []),
  );
}

function describe({ entries, unreadable }: Journal): string {
  return joined(
    [
      entries.length === 1
        ? l10n.t('Exported the journal: 1 entry.')
        : l10n.t('Exported the journal: {0} entries.', entries.length),
      unreadable > 0 ? describeUnreadable(unreadable) : '',
    ],
    ' ',
  );
}

/** Of a journal without entries: what was in unreadable files is not known. */
export function describeEmptyJournal({ unreadable }: Pick<Journal, 'unreadable'>): string {
  return unreadable > 0
    ? l10n.t('The journal has nothing in it that can be read. {0}', describeUnreadable(unreadable))
    : l10n.t('The journal is empty: nothing was deleted, retired, renamed or recolored from here yet.');
}

function describeUnreadable(count: number): string {
  return l10n.t('Files of the journal that could not be read: {0}.', count);
}
