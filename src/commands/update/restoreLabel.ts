import type { Label } from '../../api/schema';
import type { JournalEntry } from '../../journal/entry';
import { isRetired } from '../../labels/retired';
import { RestorationRecorder } from '../../operations/restorationRecorder';
import { type FittedUpdate, planRestoration } from '../../operations/retirement';
import { updateOperation } from '../../operations/updateLabels';
import { readRetiredPrefix } from '../../accounts/configuration';
import type { Session } from '../../accounts/session';
import { confirmRestore } from '../../ui/prompts/confirmRestore';
import { OperationError } from '../../ui/errors';
import { inOrganizations } from '../../ui/messages/place';
import { RESTORE_WORDS } from '../../ui/messages/results/updateWords';
import { showStatus } from '../../ui/notifications/statusBar';
import { chooseLabels } from '../chooseLabels';
import type { ChosenLabels, ChosenRows } from '../chosenLabels';
import type { CommandContext } from '../commandContext';
import type { OperationCommand } from '../operationCommand';
import { askAndPerform } from '../performOperation';
import { l10n } from '../../ui/l10n';

interface RestoreOptions {
  readonly leave?: ChosenRows['leave'];
  /** Whether to ask also where each label can have its old name back: see `ChosenRows.isPointedAt`. */
  readonly asks: boolean;
}

/** Gives retired labels their names and colors back. */
export async function restoreLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const prefix = readRetiredPrefix();
  const { chosen, leave, isPointedAt } = await chooseLabels(context, args, {
    title: l10n.t('Restore Label'),
    again: () => restoreLabel(context, []),
    accepts: (label) => isRetired(label, prefix),
    none: l10n.t('There are no labels to restore'),
  });
  await restore(context, chosen, prefix, { leave, asks: !isPointedAt });
}

/**
 * As the command, for labels that are chosen already.
 *
 * @param prefix that the labels were retired with.
 */
export async function restore(
  context: CommandContext,
  chosen: readonly ChosenLabels[],
  prefix: string,
  { leave, asks }: RestoreOptions = { asks: false },
): Promise<void> {
  const planned = chosen.map(async ({ session, labels }) => ({ session, items: await plan(labels, session, prefix) }));
  const parts = (await Promise.all(planned)).filter(({ items }) => items.length > 0);
  if (parts.length === 0) {
    showStatus(inOrganizations(chosen, RESTORE_WORDS.nothingLeft()));
  } else {
    await askAndPerform(context, restoration(prefix, { leave, asks }), parts);
  }
}

function restoration(prefix: string, { leave, asks }: RestoreOptions): OperationCommand<FittedUpdate> {
  return {
    words: RESTORE_WORDS,
    operation: (session) =>
      updateOperation({
        activity: 'restoring',
        plan: (current) => plan(current, session, prefix),
        isAgreed: ({ problem, name }, agreed) => !problem || name === agreed.name,
        startRun: (current, journal) => Promise.resolve(new RestorationRecorder(current, journal, journal.entries)),
      }),
    confirm: (parts) => confirmRestore(parts, asks),
    leave,
  };
}

/** What labels were before is read again: another window may have retired them meanwhile. */
async function plan(labels: readonly Label[], session: Session, prefix: string): Promise<readonly FittedUpdate[]> {
  return planRestoration(labels, session.labels.labels, prefix, await readEntries(session));
}

/** @throws OperationError */
async function readEntries(session: Session): Promise<readonly JournalEntry[]> {
  try {
    const journal = await session.journal();
    await journal.load();
    return journal.entries;
  } catch (error) {
    throw new OperationError(l10n.t('The old names and colors could not be read from the journal.'), error);
  }
}
