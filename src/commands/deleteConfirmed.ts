import { l10n } from 'vscode';
import type { Label } from '../api/schema';
import { hasChanged, type LabelChanges } from '../labels/labelChanges';
import type { RowClaim } from '../labels/rowActivities';
import { readUndoSeconds } from '../session/configuration';
import type { Session } from '../session/session';
import { confirmDelete } from '../ui/confirmDelete';
import { OperationError } from '../ui/errors';
import { nameIn, namesIn } from '../ui/names';
import { tellDone } from '../ui/statusBar';
import { claimLabels } from './claimLabels';
import type { CommandContext } from './commandContext';
import { deleteMany } from './deleteMany';
import { deleteOne } from './deleteOne';
import { DeletionRun } from './deletionRun';
import { presentSession } from './presentSession';
import { reread } from './reread';
import { tellAlreadyGone } from './tellAlreadyGone';
import { Undoable } from './undoable';

/** Labels that a person said yes to. */
interface Confirmed {
  readonly session: Session;
  readonly labels: readonly Label[];
  /** An earlier attempt may have deleted the one, so that a failure now does not mean that it is there. */
  readonly wasInDoubt?: boolean;
}

/** Deletes labels that a person said yes to, after the time to undo it, if they still are what was read on screen. */
export async function deleteConfirmed(context: CommandContext, confirmed: Confirmed): Promise<void> {
  const undoable = new Undoable();
  await deleteUndoably(context, confirmed, undoable).finally(() => {
    undoable.end();
  });
}

async function deleteUndoably(context: CommandContext, confirmed: Confirmed, undoable: Undoable): Promise<void> {
  const session = presentSession(context, confirmed.session);
  const wanted = confirmed.labels.map((label) => ({ label }));
  const { claim, claimed } = claimLabels(session, wanted, 'deleting');
  const labels = claimed.map(({ label }) => label);
  let changes: LabelChanges | undefined;
  try {
    changes =
      labels.length > 0 ? await deleteClaimed(context, { ...confirmed, session, labels }, claim, undoable) : undefined;
  } finally {
    claim.release();
  }
  if (changes) {
    await askAgain(context, session, changes, undoable);
  }
}

/** @returns what has changed since the question; then nothing was sent. */
async function deleteClaimed(
  context: CommandContext,
  { session, labels, wasInDoubt = false }: Confirmed,
  claim: RowClaim,
  undoable: Undoable,
): Promise<LabelChanges | undefined> {
  const run = new DeletionRun(session);
  try {
    const kept = await keptAfterUndo();
    return kept.length > 0 ? await deleteKept(kept) : undefined;
  } finally {
    // The command does not wait for it: what was to be sent is on disk already.
    void run.finish().catch(context.record);
  }

  async function keptAfterUndo(): Promise<readonly Label[]> {
    const seconds = readUndoSeconds();
    if (seconds === 0) {
      return labels;
    }
    // Should VS Code be closed before the time is over, the next start says that nothing was deleted.
    await run.start(labels, false).catch((error: unknown) => {
      throw new OperationError(wordsFor(session, labels, wasInDoubt).failed, error, () => retry(labels, wasInDoubt));
    });
    return undoable.wait(context, session, labels, claim, seconds);
  }

  async function deleteKept(kept: readonly Label[]): Promise<LabelChanges | undefined> {
    const { undone } = undoable;
    const again = () => retry(kept, wasInDoubt);
    const { changes, recheck } = await reread(
      context,
      session,
      kept,
      wordsFor(session, kept, wasInDoubt),
      again,
      undone,
    );
    const { now, isListed } = changes;
    const [only] = now.length === 1 ? now : [];
    if (now.length === 0) {
      tellAlreadyGone(session, kept);
    } else if (hasChanged(changes)) {
      return changes;
    } else if (only) {
      await deleteOne(context, session, only, { claim, run, recheck, undone, isListed, retry });
    } else {
      await deleteMany(context, session, now, { claim, run, recheck, undone, retry });
    }
    return undefined;
  }

  function retry(again: readonly Label[], isInDoubt = false): Promise<void> {
    return deleteConfirmed(context, { session, labels: again, wasInDoubt: isInDoubt });
  }
}

async function askAgain(
  context: CommandContext,
  session: Session,
  changes: LabelChanges,
  undoable: Undoable,
): Promise<void> {
  const { now } = changes;
  const agreed = await session.questions.run(
    now.map(({ id }) => id),
    async (free) => {
      const asked = now.filter(({ id }) => free.has(id));
      await confirmDelete(asked, session, changes);
      return asked;
    },
  );
  if (agreed && undoable.undone.aborted) {
    tellDone(l10n.t('Undone: nothing was deleted.'));
  } else if (agreed) {
    await deleteUndoably(context, { session, labels: agreed }, undoable);
  }
}

function wordsFor(session: Session, labels: readonly Label[], wasInDoubt: boolean) {
  const [only] = labels.length === 1 ? labels : [];
  const failed = only
    ? wasInDoubt
      ? l10n.t('It is not certain that label {0} was deleted.', nameIn(session, only))
      : l10n.t('Label {0} was not deleted.', nameIn(session, only))
    : l10n.t('The {0} labels were not deleted.', labels.length);
  const doing = l10n.t('Deleting {0}', namesIn(session, labels).orCount);
  return { doing, cancelled: l10n.t('Cancelled: nothing was deleted.'), failed };
}
