import { CancellationError, l10n } from 'vscode';
import type { RequestOptions } from '../api/client';
import { RequestCancelledError } from '../api/errors';
import type { Label } from '../api/schema';
import { deleteLabel, failureIn, mayBeGone } from '../labels/deletion';
import { type LabelEnding, recordSettled, summarize } from '../labels/deletionSummary';
import type { RunRecorder } from '../journal/entry';
import type { Recheck } from '../labels/recheck';
import type { RowClaim } from '../labels/rowActivities';
import { hasSameName } from '../labels/sameLabel';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { nameIn, namesIn } from '../ui/names';
import { quoted } from '../ui/plainText';
import { ProgressNotice } from '../ui/progressNotice';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';
import type { DeletionRun } from './deletionRun';
import { presentSession } from './presentSession';
import { recreate } from './recreateLabel';

interface OneDeletion {
  readonly claim: RowClaim;
  readonly run: DeletionRun;
  readonly recheck: Recheck;
  /** Aborted when the person wants to stop after all. */
  readonly undone: AbortSignal;
  /** The list is up to date but for this label. */
  readonly isListed: boolean;
  readonly retry: (labels: readonly Label[], isInDoubt: boolean) => unknown;
}

/**
 * Deletes one label, which was claimed. It takes no turn: a single delete that a person asked for may use the reserve.
 *
 * @throws OperationError when it was not deleted, or nobody knows; CancellationError
 */
export async function deleteOne(
  context: CommandContext,
  session: Session,
  label: Label,
  deletion: OneDeletion,
): Promise<void> {
  const notice = new ProgressNotice(
    l10n.t('Deleting {0}', namesIn(session, [label]).orCount),
    session.ended,
    deletion.undone,
  );
  notice.reportWhenSlow();
  try {
    const recorder = await deletion.run.start([label], true);
    const { onWait, cancelled: signal } = notice;
    const ending = await deleteRecorded(session, label, recorder, deletion, { onWait, signal });
    if (ending.ending === 'renamed') {
      tellRenamed(context, session, ending, deletion);
      return;
    }
    if (ending.ending !== 'deleted' && ending.ending !== 'alreadyGone') {
      throw describeFailure(session, ending, deletion);
    }
    await context.view.rowsDrawn();
    tellGone(context, session, ending, deletion.run);
    if (!deletion.isListed) {
      // In the background: the row is gone already, and the rest of the list may have changed too.
      void session.labels.refreshIfShort();
    }
  } catch (error) {
    throw error instanceof OperationError || error instanceof CancellationError
      ? error
      : describeFailure(session, { label, ending: 'failed', error }, deletion);
  } finally {
    notice.dispose();
  }
}

/** The list settles what an answer left in doubt. */
async function deleteRecorded(
  { client, labels }: Session,
  label: Label,
  recorder: RunRecorder,
  { claim, recheck }: Pick<OneDeletion, 'claim' | 'recheck'>,
  options: RequestOptions,
): Promise<LabelEnding> {
  try {
    const parts = { client, labels, recorder, claim };
    const { outcome, requestId } = await deleteLabel(label, parts, recheck.guard(label, hasSameName, options));
    return { label, ending: outcome, requestId };
  } catch (error) {
    const failure = failureIn(error);
    const isAskedFor = mayBeGone(failure) || failure?.kind === 'unauthorized';
    // The view says when the key is rejected.
    const result = isAskedFor ? await labels.refreshAnew() : undefined;
    const summary = summarize({ outcomes: [{ label, status: 'failed', error }] }, result);
    recordSettled(recorder, summary);
    return summary.endings[0] ?? { label, ending: 'inDoubt', error };
  }
}

/** While it waited, for the rate limit for one, somebody gave it another name: that one nobody agreed to. */
function tellRenamed(
  { notices }: CommandContext,
  session: Session,
  { label, newName = '' }: LabelEnding,
  { retry }: OneDeletion,
): void {
  const message = l10n.t('Label {0} was not deleted: it is called {1} now.', nameIn(session, label), quoted(newName));
  notices.tell('partly', message, { title: l10n.t('Retry'), run: () => retry([label], false) });
}

function tellGone(context: CommandContext, session: Session, { label, ending }: LabelEnding, run: DeletionRun): void {
  const name = nameIn(session, label);
  const message =
    ending === 'deleted' ? l10n.t('Deleted label {0}.', name) : l10n.t('Label {0} was already deleted.', name);
  const createAgain = async () => {
    await recreate(context, presentSession(context, session), await run.entries());
  };
  context.notices.tell('done', message, { title: l10n.t('Create Again'), run: createAgain });
}

function describeFailure(session: Session, { label, ending, error }: LabelEnding, { retry }: OneDeletion): Error {
  const name = nameIn(session, label);
  const isInDoubt = ending === 'inDoubt';
  if (error instanceof RequestCancelledError && !isInDoubt) {
    tellDone(l10n.t('Cancelled. Label {0} was not deleted.', name));
    return new CancellationError();
  }
  const message = isInDoubt
    ? l10n.t('It is not certain that label {0} was deleted.', name)
    : l10n.t('Label {0} was not deleted.', name);
  return new OperationError(message, failureIn(error) ?? error, () => retry([label], isInDoubt));
}
