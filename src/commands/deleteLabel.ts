import { CancellationError, l10n } from 'vscode';
import { ApiError, RequestCancelledError } from '../api/errors';
import { deleteLabel as deleteFromKirimChat, type Deletion } from '../labels/deletion';
import { confirmDelete } from '../ui/confirmDelete';
import { DeletionProgress } from '../ui/deletionProgress';
import { OperationError } from '../ui/errors';
import { quoted } from '../ui/plainText';
import { tellDone } from '../ui/statusBar';
import { chooseLabel, type ChosenLabel } from './chooseLabel';
import type { CommandContext } from './commandContext';

/** Deletes one label, after asking. */
export async function deleteLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const chosen = await chooseLabel(context, args, l10n.t('Delete Label'), () => deleteLabel(context, []));
  const { label, session } = chosen;
  const { labels } = session;
  const ask = async () => {
    if (!labels.isDeleted(label.id)) {
      await confirmDelete(label, session);
    }
  };
  if (labels.activities.of(label.id) || !(await session.questions.run(label.id, ask))) {
    return;
  }
  if (labels.isDeleted(label.id)) {
    tellOutcome(label.name, { outcome: 'alreadyGone' });
  } else {
    await deleteConfirmed(chosen, false);
  }
}

/** @param wasInDoubt an earlier attempt may have deleted it, so that a failure now does not mean that it is there. */
async function deleteConfirmed(chosen: ChosenLabel, wasInDoubt: boolean): Promise<void> {
  const { label, session } = chosen;
  const progress = new DeletionProgress(label.name, session.ended);
  try {
    const deletion = await deleteFromKirimChat(label, session.client, session.labels, {
      signal: progress.cancelled,
      onWait: (wait) => {
        void progress.onWait(wait);
      },
    });
    tellOutcome(label.name, deletion);
    // In the background: the row is gone already, and the rest of the list may have changed too.
    void session.labels.refreshAnew();
  } catch (error) {
    throw describeFailure(error, chosen, wasInDoubt);
  } finally {
    progress.dispose();
  }
}

function tellOutcome(name: string, { outcome }: Deletion): void {
  switch (outcome) {
    case 'deleted':
      tellDone(l10n.t('Deleted label {0}.', quoted(name)));
      break;
    case 'alreadyGone':
      tellDone(l10n.t('Label {0} was already deleted.', quoted(name)));
      break;
    case 'inProgress':
      break;
  }
}

function describeFailure(error: unknown, chosen: ChosenLabel, wasInDoubt: boolean): Error {
  const name = quoted(chosen.label.name);
  const reason = error instanceof RequestCancelledError ? error.lastError : error;
  const isInDoubt = wasInDoubt || (reason instanceof ApiError && reason.mayHaveTakenEffect);
  if (isInDoubt || (reason instanceof ApiError && reason.kind === 'unauthorized')) {
    // The list knows whether the label is still there, and the view says when the key is rejected.
    void chosen.session.labels.refreshAnew();
  } else if (error instanceof RequestCancelledError) {
    tellDone(l10n.t('Cancelled. Label {0} was not deleted.', name));
    return new CancellationError();
  }
  const message = isInDoubt
    ? l10n.t('It is not certain that label {0} was deleted.', name)
    : l10n.t('Label {0} was not deleted.', name);
  return new OperationError(message, reason ?? error, () => deleteConfirmed(chosen, isInDoubt));
}
