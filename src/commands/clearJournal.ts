import { CancellationError, l10n, type MessageItem, window } from 'vscode';
import { joined } from '../api/joined';
import type { JournalEntry } from '../labels/journal/entry';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { organizationOf } from '../ui/place';
import { tellDone } from '../ui/statusBar';
import { sessionFor } from './chooseLabels';
import type { CommandContext } from './commandContext';

/** Forgets what was deleted and retired in the organization, after asking. */
export async function clearJournal(context: CommandContext): Promise<void> {
  const session = await sessionFor(context, () => clearJournal(context));
  const journal = await session.journal();
  await journal.load();
  if (journal.entries.length === 0) {
    tellDone(l10n.t('The journal is empty: nothing was deleted or retired from here yet.'));
    return;
  }
  await confirm(journal.entries, session);
  try {
    await journal.clear();
  } catch (error) {
    throw new OperationError(l10n.t('The journal was not cleared.'), error);
  }
  tellDone(l10n.t('Cleared the journal.'));
}

/** @throws CancellationError unless the person chose to clear. */
async function confirm(entries: readonly JournalEntry[], session: Session): Promise<void> {
  const question = l10n.t('Clear the journal of {0}?', organizationOf(session));
  const retired = entries.filter(({ act }) => act === 'retire').length;
  const deleted = entries.length - retired;
  const detail = joined(
    [
      deleted > 0
        ? l10n.t('Deleted labels in it: {0}. They can no longer be created again from Recently Deleted.', deleted)
        : '',
      retired > 0
        ? l10n.t(
            'Retired labels in it: {0}. Restoring them no longer brings back their color, or a name that was cut.',
            retired,
          )
        : '',
      l10n.t('Nothing changes at KirimChat. This cannot be undone: you may want to export the journal first.'),
    ],
    '\n\n',
  );
  const clear: MessageItem = { title: l10n.t('Clear Journal') };
  if ((await window.showWarningMessage(question, { modal: true, detail }, clear)) !== clear) {
    throw new CancellationError();
  }
}
