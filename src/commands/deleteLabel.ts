import { l10n } from 'vscode';
import type { Label } from '../api/schema';
import type { Session } from '../session/session';
import { confirmDelete } from '../ui/confirmDelete';
import { chooseLabels } from './chooseLabels';
import type { CommandContext } from './commandContext';
import { deleteConfirmed } from './deleteConfirmed';
import { learnLimit } from './learnLimit';
import { tellAlreadyGone } from './tellAlreadyGone';

/** Deletes labels, one or many, after asking once. */
export async function deleteLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const title = l10n.t('Delete Label');
  const again = () => deleteLabel(context, []);
  const { labels, session, leave } = await chooseLabels(context, args, { title, again });
  const confirmed = await session.questions.run(
    labels.map(({ id }) => id),
    (free) =>
      ask(
        labels.filter(({ id }) => free.has(id)),
        session,
      ),
  );
  if (confirmed?.length === 0) {
    tellAlreadyGone(session, labels);
  } else if (confirmed) {
    leave(confirmed);
    await deleteConfirmed(context, { session, labels: confirmed });
  }
}

/** @returns the labels that are to be deleted; none where all of them are deleted already. */
async function ask(labels: readonly Label[], session: Session): Promise<readonly Label[]> {
  const present = labels.filter(({ id }) => !session.labels.isDeleted(id));
  if (present.length > 1) {
    await learnLimit(session);
  }
  if (present.length > 0) {
    await confirmDelete(present, session, undefined);
  }
  return present;
}
