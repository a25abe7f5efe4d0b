import { failureIn, mayBeGone } from '../labels/deletion';
import type { Recheck } from '../labels/recheck';
import { recordSettled, renamingEnding } from '../labels/renamingEndings';
import type { Renaming } from '../labels/retirement';
import { rename, type RenameOutcome } from '../labels/retiring';
import type { RowClaim } from '../labels/rowActivities';
import { runAll } from '../labels/run';
import { hasSameNameAndColor } from '../labels/sameLabel';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { RunNotice } from '../ui/runProgress';
import type { CommandContext } from './commandContext';
import type { RenameAgain, RenamingAct } from './renamingAct';
import { tellRenamings } from './tellRenamings';

/** Renames labels, which were claimed in the store, each in its turn, and says at the end how each ended. */
export async function renameMany(
  context: CommandContext,
  session: Session,
  act: RenamingAct,
  plan: readonly Renaming[],
  { claim, recheck, again }: { readonly claim: RowClaim; readonly recheck: Recheck; readonly again: RenameAgain },
): Promise<void> {
  const { client, labels: store, ended } = session;
  const { activity, words } = act;
  const labels = plan.map(({ label }) => label);
  const planned = new Map(plan.map((renaming) => [renaming.label.id, renaming]));
  const notice = new RunNotice(words.doing(labels, session), labels.length, ended);
  try {
    // Up to here nothing is sent, and only the journal can fail.
    const recorder = await act.startRun(labels, session).catch((error: unknown) => {
      throw new OperationError(words.failed(labels, session), error, () => again(plan));
    });
    const parts = { activity, claim, client, labels: store, recorder };
    notice.cancelled.addEventListener('abort', claim.releaseWaiting);
    const { outcomes, stoppedBy } = await runAll<RenameOutcome>(
      labels,
      (label, options) => {
        const { name, color } = planned.get(label.id) ?? label;
        return rename({ label, name, color }, parts, recheck.guard(label, hasSameNameAndColor, options));
      },
      { pace: await session.pace(), signal: notice.cancelled, onProgress: notice.onProgress },
    );
    const refreshed = store.refreshAnew();
    const isSomeInDoubt = outcomes.some(({ error }) => mayBeGone(failureIn(error)));
    const result = isSomeInDoubt ? await refreshed : undefined;
    const endings = outcomes.flatMap((outcome) => {
      const renaming = planned.get(outcome.label.id);
      return renaming ? renamingEnding(renaming, outcome, result) : [];
    });
    recordSettled(recorder, endings);
    // The command does not wait for it: what was to be sent is on disk already.
    void recorder?.finish().catch(context.record);
    await context.view.rowsDrawn();
    tellRenamings(context, session, act, { endings, stoppedBy, again });
  } finally {
    notice.cancelled.removeEventListener('abort', claim.releaseWaiting);
    notice.dispose();
  }
}
