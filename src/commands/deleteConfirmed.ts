import { CancellationError, l10n } from 'vscode';
import { RequestCancelledError } from '../api/errors';
import type { Label } from '../api/schema';
import { changesSince, type LabelChanges } from '../labels/labelChanges';
import type { Session } from '../session/session';
import { confirmDelete } from '../ui/confirmDelete';
import { OperationError } from '../ui/errors';
import { nameOrCount } from '../ui/names';
import { quoted } from '../ui/plainText';
import { ProgressNotice } from '../ui/progressNotice';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';
import { deleteMany } from './deleteMany';
import { deleteOne } from './deleteOne';
import { tellAlreadyGone } from './tellAlreadyGone';
import { waitForUndo } from './waitForUndo';

/** Deletes labels that a person said yes to, after the time to undo it. */
export async function deleteConfirmed(
  context: CommandContext,
  session: Session,
  labels: readonly Label[],
): Promise<void> {
  const claimed = claim(session, labels);
  const { kept, undone } = await waitForUndo(context, session, claimed);
  if (kept.length > 0) {
    await deleteUnchanged(context, session, kept, undone);
  } else if (claimed.length > 0) {
    tellDone(l10n.t('Undone: nothing was deleted.'));
  }
}

/**
 * Deletes labels if they still are what was read on screen, else asks again.
 *
 * @param labels claimed in the store.
 * @param undone aborted when the person wants to stop after all.
 */
async function deleteUnchanged(
  context: CommandContext,
  session: Session,
  labels: readonly Label[],
  undone: AbortSignal,
): Promise<void> {
  const retry = () => deleteUnchanged(context, session, claim(session, labels), undone);
  const changes = await reread(session, labels, undone, retry);
  const { now, renamed, gone, isListed } = changes;
  if (gone.length > 0 && !isListed) {
    for (const { id } of gone) {
      session.labels.remove(id, false);
    }
    void session.labels.refreshAnew();
  }
  if (now.length === 0) {
    release(session, labels);
    tellAlreadyGone(labels);
  } else if (renamed.length > 0 || gone.length > 0) {
    release(session, labels);
    const ids = now.map(({ id }) => id);
    await session.questions.run(ids, () => confirmDelete(now, session, changes));
    await deleteUnchanged(context, session, claim(session, now), undone);
  } else {
    const [only] = now.length === 1 ? now : [];
    const again = (rest: readonly Label[]) => deleteUnchanged(context, session, claim(session, rest), undone);
    await (only
      ? deleteOne(context, session, only, { undone, isListed })
      : deleteMany(context, session, now, { undone, again }));
  }
}

async function reread(
  session: Session,
  labels: readonly Label[],
  undone: AbortSignal,
  retry: () => unknown,
): Promise<LabelChanges> {
  const notice = new ProgressNotice(l10n.t('Deleting {0}', nameOrCount(labels)), session.ended, undone);
  notice.reportWhenSlow();
  try {
    const { onWait, cancelled: signal } = notice;
    return await changesSince(labels, session.client, session.labels, { onWait, signal });
  } catch (error) {
    release(session, labels);
    if (error instanceof RequestCancelledError) {
      tellDone(l10n.t('Cancelled: nothing was deleted.'));
      throw new CancellationError();
    }
    const [only] = labels.length === 1 ? labels : [];
    const message = only
      ? l10n.t('Label {0} was not deleted.', quoted(only.name))
      : l10n.t('The {0} labels were not deleted.', labels.length);
    throw new OperationError(message, error, retry);
  } finally {
    notice.dispose();
  }
}

/** @returns those labels that nobody else is busy with. */
function claim({ labels: store }: Session, labels: readonly Label[]): readonly Label[] {
  const kind = labels.length === 1 ? 'deleting' : 'waiting';
  const ids = new Set(
    store.activities.claim(
      labels.map(({ id }) => id),
      { kind },
    ),
  );
  return labels.filter(({ id }) => ids.has(id));
}

function release({ labels: store }: Session, labels: readonly Label[]): void {
  store.activities.release(labels.map(({ id }) => id));
}
