import type { LabelChanges } from '../labels/labelChanges';
import type { Renaming } from '../labels/retirement';
import type { Session } from '../session/session';
import { tellDone } from '../ui/statusBar';
import { type ClaimedLabels, claimLabels } from './claimLabels';
import type { ChosenLabels } from './chooseLabels';
import type { CommandContext } from './commandContext';
import { presentSession } from './presentSession';
import { renameMany } from './renameMany';
import { renameOne } from './renameOne';
import type { RenamingAct } from './renamingAct';
import { reread } from './reread';
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
  const plan = await act.plan(labels, session);
  if (plan.length === 0) {
    tellDone(act.words.nothingLeft());
  } else {
    await askAndRename(context, session, act, { plan, changes: undefined });
  }
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
  const { claim, claimed } = claimLabels(session, agreed, act.activity);
  if (claimed.length === 0) {
    return;
  }
  const other = await renameUnchanged(context, session, act, { claim, claimed }).finally(() => {
    claim.release();
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
  { claim, claimed }: ClaimedLabels<Renaming>,
): Promise<Plan | undefined> {
  const again = (renamings: readonly Renaming[]) =>
    renameAgreed(context, presentSession(context, session), act, renamings);
  const shown = claimed.map(({ label }) => label);
  const { words } = act;
  const said = {
    doing: words.doing(shown, session),
    cancelled: words.cancelled(),
    failed: words.failed(shown, session),
  };
  const { changes, recheck } = await reread(context, session, shown, said, () => again(claimed));
  if (changes.gone.length > 0) {
    tellAlreadyGone(session, changes.gone);
  }
  const plan = await act.plan(changes.now, session);
  const names = new Map(claimed.map(({ label, name }) => [label.id, name]));
  const isAgreed = plan.every((renaming) => act.isExpected(renaming) || names.get(renaming.label.id) === renaming.name);
  if (plan.length === 0 || !isAgreed || changes.unreadable.length > 0) {
    return { plan, changes };
  }
  const [only] = plan.length === 1 ? plan : [];
  await (only
    ? renameOne(context, session, act, only, { claim, recheck, isListed: changes.isListed, again })
    : renameMany(context, session, act, plan, { claim, recheck, again }));
  return undefined;
}

function idsOf(renamings: readonly Renaming[]): readonly string[] {
  return renamings.map(({ label }) => label.id);
}
