import { CancellationError } from 'vscode';
import { RequestCancelledError } from '../api/errors';
import { changesSince, type LabelChanges } from '../labels/labelChanges';
import type { Renaming } from '../labels/retirement';
import type { Session } from '../session/session';
import { OperationError } from '../ui/errors';
import { ProgressNotice } from '../ui/progressNotice';
import { tellDone } from '../ui/statusBar';
import type { ChosenLabels } from './chooseLabels';
import type { CommandContext } from './commandContext';
import { renameMany } from './renameMany';
import { renameOne } from './renameOne';
import type { RenamingAct } from './renamingAct';
import { tellAlreadyGone } from './tellAlreadyGone';

interface Plan {
  readonly plan: readonly Renaming[];
  /** Since the same was asked before. */
  readonly changes: LabelChanges | undefined;
}

/** Gives labels other names, after asking where that is needed. */
export async function renameLabels(
  context: CommandContext,
  { labels, session }: ChosenLabels,
  act: RenamingAct,
): Promise<void> {
  await askAndRename(context, session, act, { plan: await act.plan(labels, session), changes: undefined });
}

async function askAndRename(
  context: CommandContext,
  session: Session,
  act: RenamingAct,
  { plan, changes }: Plan,
): Promise<void> {
  const agreed = await session.questions.run(idsOf(plan), (free) => {
    const asked = plan.filter(({ label }) => free.has(label.id));
    return act.confirm(asked, session, changes);
  });
  if (agreed) {
    await renameAgreed(context, session, act, agreed);
  }
}

/** Renames labels if that still means what was agreed on, else asks again. */
async function renameAgreed(
  context: CommandContext,
  session: Session,
  act: RenamingAct,
  agreed: readonly Renaming[],
): Promise<void> {
  const { activities } = session.labels;
  const kind = agreed.length === 1 ? act.activity : 'waiting';
  const ids = new Set(activities.claim(idsOf(agreed), { kind }));
  const claimed = agreed.filter(({ label }) => ids.has(label.id));
  if (claimed.length === 0) {
    return;
  }
  const other = await renameUnchanged(context, session, act, claimed).finally(() => {
    activities.release([...ids]);
  });
  if (other?.plan.length === 0 && other.changes?.now.length !== 0) {
    tellDone(act.words.nothingLeft());
  } else if (other) {
    await askAndRename(context, session, act, other);
  }
}

/** @returns the plan as it has to be now, where that is not what was agreed on; then nothing was sent. */
async function renameUnchanged(
  context: CommandContext,
  session: Session,
  act: RenamingAct,
  claimed: readonly Renaming[],
): Promise<Plan | undefined> {
  const again = (renamings: readonly Renaming[]) => renameAgreed(context, session, act, renamings);
  const changes = await reread(session, act, claimed, () => again(claimed));
  const plan = await act.plan(changes.now, session);
  const names = new Map(claimed.map(({ label, name }) => [label.id, name]));
  const isAgreed = plan.every((renaming) => act.isExpected(renaming) || names.get(renaming.label.id) === renaming.name);
  if (plan.length === 0 || !isAgreed) {
    return { plan, changes };
  }
  const [only] = plan.length === 1 ? plan : [];
  await (only
    ? renameOne(context, session, act, only, { isListed: changes.isListed, again })
    : renameMany(context, session, act, plan, again));
  return undefined;
}

async function reread(
  { client, labels, ended }: Session,
  { words }: RenamingAct,
  renamings: readonly Renaming[],
  retry: () => unknown,
): Promise<LabelChanges> {
  const shown = renamings.map(({ label }) => label);
  const notice = new ProgressNotice(words.doing(shown), ended);
  notice.reportWhenSlow();
  try {
    const { onWait, cancelled: signal } = notice;
    const changes = await changesSince(shown, client, labels, { onWait, signal });
    for (const { id } of changes.gone) {
      labels.remove(id, false);
    }
    if (changes.gone.length > 0) {
      tellAlreadyGone(changes.gone);
    }
    return changes;
  } catch (error) {
    if (error instanceof RequestCancelledError) {
      tellDone(words.cancelled());
      throw new CancellationError();
    }
    throw new OperationError(words.failed(shown), error, retry);
  } finally {
    notice.dispose();
  }
}

function idsOf(renamings: readonly Renaming[]): readonly string[] {
  return renamings.map(({ label }) => label.id);
}
