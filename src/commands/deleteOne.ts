import { CancellationError, l10n } from 'vscode';
import type { DeleteOutcome, RequestOptions } from '../api/client';
import { RequestCancelledError } from '../api/errors';
import type { Label } from '../api/schema';
import { deleteLabel, failureIn } from '../labels/deletion';
import type { JournalEntry } from '../labels/journal/entry';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { quoted } from '../ui/plainText';
import { ProgressNotice } from '../ui/progressNotice';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';
import { recreate } from './recreateLabel';

interface OneDeletion {
  /** Aborted when the person wants to stop after all. */
  readonly undone: AbortSignal;
  /** The list is up to date but for this label. */
  readonly isListed: boolean;
  /** An earlier attempt may have deleted it, so that a failure now does not mean that it is there. */
  readonly wasInDoubt?: boolean;
}

/**
 * Deletes one label, which was claimed in the store. It takes no turn: a single delete that a person asked for may use the
 * reserve.
 */
export async function deleteOne(
  context: CommandContext,
  session: Session,
  label: Label,
  deletion: OneDeletion,
): Promise<void> {
  const notice = new ProgressNotice(l10n.t('Deleting {0}', quoted(label.name)), session.ended, deletion.undone);
  notice.reportWhenSlow();
  try {
    const { onWait, cancelled: signal } = notice;
    const { outcome, entries } = await deleteRecorded(context, session, label, { onWait, signal });
    tellOutcome(context, session, label, outcome, entries);
    if (!deletion.isListed) {
      // In the background: the row is gone already, and the rest of the list may have changed too.
      void session.labels.refreshAnew();
    }
  } catch (error) {
    throw describeFailure(context, session, label, deletion, error);
  } finally {
    session.labels.activities.release([label.id]);
    notice.dispose();
  }
}

async function deleteRecorded(
  { record }: CommandContext,
  session: Session,
  label: Label,
  options: RequestOptions,
): Promise<DeleteOutcome & { readonly entries: readonly JournalEntry[] }> {
  const { client, labels } = session;
  const journal = await session.journal();
  const recorder = await journal.startRun('delete', [label]);
  try {
    const outcome = await deleteLabel(label, { client, labels, recorder }, options);
    return { ...outcome, entries: journal.entriesOf(recorder.run) };
  } finally {
    // Nobody waits for it: that the label was sent is on disk already.
    void recorder.finish().catch(record);
  }
}

function tellOutcome(
  context: CommandContext,
  session: Session,
  { name }: Label,
  outcome: DeleteOutcome['outcome'],
  entries: readonly JournalEntry[],
): void {
  const message =
    outcome === 'deleted'
      ? l10n.t('Deleted label {0}.', quoted(name))
      : l10n.t('Label {0} was already deleted.', quoted(name));
  context.notices.tell('done', message, {
    title: l10n.t('Create Again'),
    run: () => recreate(context, session, entries),
  });
}

function describeFailure(
  context: CommandContext,
  session: Session,
  label: Label,
  { undone, wasInDoubt }: OneDeletion,
  error: unknown,
): Error {
  const name = quoted(label.name);
  const failure = failureIn(error);
  const isInDoubt = wasInDoubt === true || failure?.mayHaveTakenEffect === true;
  if (isInDoubt || failure?.kind === 'unauthorized') {
    // The list knows whether the label is still there, and the view says when the key is rejected.
    void session.labels.refreshAnew();
  } else if (error instanceof RequestCancelledError) {
    tellDone(l10n.t('Cancelled. Label {0} was not deleted.', name));
    return new CancellationError();
  }
  const message = isInDoubt
    ? l10n.t('It is not certain that label {0} was deleted.', name)
    : l10n.t('Label {0} was not deleted.', name);
  const retry = async () => {
    if (session.labels.activities.claim([label.id], { kind: 'deleting' }).length > 0) {
      await deleteOne(context, session, label, { undone, isListed: false, wasInDoubt: isInDoubt });
    }
  };
  return new OperationError(message, failure ?? error, retry);
}
