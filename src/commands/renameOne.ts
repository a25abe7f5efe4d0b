import { CancellationError, l10n } from 'vscode';
import type { RequestOptions } from '../api/client';
import { RequestCancelledError } from '../api/errors';
import { failureIn, mayBeGone } from '../labels/deletion';
import type { RunRecorder } from '../journal/entry';
import type { Recheck } from '../labels/recheck';
import { recordSettled, renamingEnding, type RenamingEnding } from '../labels/renamingEndings';
import type { Renaming } from '../labels/retirement';
import type { RowClaim } from '../labels/rowActivities';
import { rename } from '../labels/retiring';
import { hasSameNameAndColor } from '../labels/sameLabel';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { ProgressNotice } from '../ui/progressNotice';
import { tellDone } from '../ui/statusBar';
import type { CommandContext } from './commandContext';
import type { RenameAgain, RenamingAct } from './renamingAct';
import { tellAlreadyGone } from './tellAlreadyGone';

interface OneRenaming {
  readonly claim: RowClaim;
  readonly recheck: Recheck;
  /** The list is up to date but for this label. */
  readonly isListed: boolean;
  readonly again: RenameAgain;
}

/**
 * Renames one label, which was claimed in the store. It takes no turn: what a person asked for one label may use the
 * reserve.
 */
export async function renameOne(
  context: CommandContext,
  session: Session,
  act: RenamingAct,
  renaming: Renaming,
  { claim, recheck, isListed, again }: OneRenaming,
): Promise<void> {
  const { label } = renaming;
  const { words } = act;
  const notice = new ProgressNotice(words.doing([label], session), session.ended);
  notice.reportWhenSlow();
  try {
    const { onWait, cancelled: signal } = notice;
    const parts = { renaming, claim, recheck };
    const { ending, error, current } = await renameRecorded(context, session, act, parts, { onWait, signal });
    if (ending === 'renamed') {
      await context.view.rowsDrawn();
      context.notices.tell('done', words.done([renaming], session), ...act.next(context, session, new Set([label.id])));
    } else if (ending === 'alreadyGone') {
      tellAlreadyGone(session, [label]);
    } else if (ending === 'changed') {
      const retry = { title: l10n.t('Retry'), run: () => again([renaming]) };
      context.notices.tell('partly', words.changed(label, current ?? label, session), retry);
    } else if (error instanceof RequestCancelledError && ending === 'failed') {
      tellDone(words.cancelled());
      throw new CancellationError();
    } else {
      const message = ending === 'inDoubt' ? words.inDoubt(label, session) : words.failed([label], session);
      throw new OperationError(message, failureIn(error) ?? error, () => again([renaming]));
    }
    if (!isListed) {
      // In the background: the row is right already, and the rest of the list may have changed too.
      void session.labels.refreshIfShort();
    }
  } finally {
    notice.dispose();
  }
}

async function renameRecorded(
  context: CommandContext,
  session: Session,
  act: RenamingAct,
  { renaming, claim, recheck }: Pick<OneRenaming, 'claim' | 'recheck'> & { readonly renaming: Renaming },
  options: RequestOptions,
): Promise<RenamingEnding> {
  const { client, labels } = session;
  let recorder: RunRecorder | undefined;
  try {
    recorder = await act.startRun([renaming.label], session);
    const guarded = recheck.guard(renaming.label, hasSameNameAndColor, options);
    const result = await rename(renaming, { activity: act.activity, claim, client, labels, recorder }, guarded);
    return renamingEnding(renaming, { status: 'done', result }, undefined);
  } catch (error) {
    const failure = failureIn(error);
    const isAskedFor = mayBeGone(failure) || failure?.kind === 'unauthorized' || failure?.kind === 'invalidRequest';
    // The list knows what the label is called, and who has the name; and the view says when the key is rejected.
    const result = isAskedFor ? await labels.refreshAnew() : undefined;
    const ending = renamingEnding(renaming, { status: 'failed', error }, result);
    recordSettled(recorder, [ending]);
    return ending;
  } finally {
    // Nobody waits for it: that the label was sent is on disk already.
    void recorder?.finish().catch(context.record);
  }
}
