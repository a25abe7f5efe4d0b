import { CancellationError, type MessageItem, window } from 'vscode';
import { joined } from '../../common/joined';
import type { JournalAct } from '../../journal/entry';
import type { Journal } from '../../journal/journal';
import { recentlyDeleted } from '../../labels/recentlyDeleted';
import { restorable } from '../../operations/retirement';
import type { Session } from '../../accounts/session';
import { OperationError } from '../../ui/errors';
import { inOrganization, organizationOf } from '../../ui/messages/place';
import { showStatus } from '../../ui/notifications/statusBar';
import { sessionFor } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { describeEmptyJournal } from './exportJournal';
import { l10n } from '../../ui/l10n';

/** Forgets what was done to labels of the organization, after asking. */
export async function clearJournal(context: CommandContext): Promise<void> {
  const session = await sessionFor(context, () => clearJournal(context));
  const journal = await session.journal();
  await journal.load();
  if (journal.entries.length === 0) {
    showStatus(inOrganization(session, describeEmptyJournal(journal)));
    return;
  }
  await confirm(journal, session);
  try {
    await journal.clear();
  } catch (error) {
    throw new OperationError(l10n.t('The journal was not cleared.'), error);
  }
  showStatus(inOrganization(session, describeCleared(journal)));
}

/** @throws CancellationError unless the person chose to clear. */
async function confirm({ entries }: Journal, session: Session): Promise<void> {
  const question = l10n.t('Clear the journal of {0}?', organizationOf(session));
  const detail = joined(
    [
      deletedWords(recentlyDeleted(entries, session.labels).length),
      retiredWords(restorable(entries).length),
      editedWords(entries.filter(({ act, outcome }) => isEdit(act) && outcome === 'done').length),
      l10n.t('Nothing changes at KirimChat. This cannot be undone: you may want to export the journal first.'),
    ],
    '\n\n',
  );
  const clear: MessageItem = { title: l10n.t('Clear Journal') };
  if ((await window.showWarningMessage(question, { modal: true, detail }, clear)) !== clear) {
    throw new CancellationError();
  }
}

function deletedWords(count: number): string {
  switch (count) {
    case 0:
      return '';
    case 1:
      return l10n.t('1 deleted label can no longer be created again from Recently Deleted.');
    default:
      return l10n.t('{0} deleted labels can no longer be created again from Recently Deleted.', count);
  }
}

function retiredWords(count: number): string {
  switch (count) {
    case 0:
      return '';
    case 1:
      return l10n.t('Restoring 1 retired label no longer brings back its color, or a name that was cut.');
    default:
      return l10n.t('Restoring {0} retired labels no longer brings back their colors, or names that were cut.', count);
  }
}

function isEdit(act: JournalAct): boolean {
  return act === 'rename' || act === 'recolor';
}

function editedWords(count: number): string {
  switch (count) {
    case 0:
      return '';
    case 1:
      return l10n.t('What 1 label was before it was renamed or recolored is forgotten.');
    default:
      return l10n.t('What labels were before they were renamed or recolored is forgotten: {0} changes.', count);
  }
}

/** What is left was not for this to remove: a run that is still on needs it, and what is in an unreadable file is not known. */
function describeCleared({ entries, unreadable }: Journal): string {
  const runs = new Set(entries.map(({ run }) => run)).size;
  const on = runs === 1 ? l10n.t('What is being done right now stays in it.') : '';
  const many = runs > 1 ? l10n.t('{0} runs that are still on stay in it.', runs) : '';
  const files = unreadable > 0 ? l10n.t('Files that could not be read stay: {0}.', unreadable) : '';
  return joined([l10n.t('Cleared the journal.'), on, many, files], ' ');
}
