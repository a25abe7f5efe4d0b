import { l10n } from 'vscode';
import type { JournalEntry } from '../journal/entry';
import { RestorationRecorder } from '../labels/restorationRecorder';
import { isRetired } from '../labels/retired';
import { planRestoration } from '../labels/retirement';
import { readRetiredPrefix } from '../session/configuration';
import type { Session } from '../session/session';
import { confirmRestore } from '../ui/confirmRestore';
import { OperationError } from '../ui/errors';
import { RESTORE_WORDS } from '../ui/renamingWords';
import { chooseLabels } from './chooseLabels';
import type { CommandContext } from './commandContext';
import { renameLabels } from './renameLabels';
import { leavingRows, type RenamingAct } from './renamingAct';

/** Gives retired labels their names and colors back. */
export async function restoreLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const prefix = readRetiredPrefix();
  const chosen = await chooseLabels(context, args, {
    title: l10n.t('Restore Label'),
    again: () => restoreLabel(context, []),
    accepts: (label) => isRetired(label, prefix),
    none: l10n.t('There are no labels to restore'),
  });
  await renameLabels(context, chosen, leavingRows(restoration(prefix), chosen));
}

/** @param prefix that the labels were retired with. */
export function restoration(prefix: string): RenamingAct {
  return {
    words: RESTORE_WORDS,
    activity: 'restoring',
    plan: async (labels, session) => planRestoration(labels, session.labels.labels, prefix, await retirements(session)),
    isExpected: ({ problem }) => !problem,
    confirm: confirmRestore,
    startRun: async (labels, session) => {
      const journal = await session.journal();
      return new RestorationRecorder(labels, journal, journal.entries);
    },
    next: () => [],
  };
}

/** What labels were before, also those that another window has retired meanwhile. */
async function retirements(session: Session): Promise<readonly JournalEntry[]> {
  try {
    const journal = await session.journal();
    await journal.load();
    return journal.entries;
  } catch (error) {
    throw new OperationError(l10n.t('The old names and colors could not be read from the journal.'), error);
  }
}
