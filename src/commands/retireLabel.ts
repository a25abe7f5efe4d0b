import { l10n } from 'vscode';
import { isRetired } from '../labels/retired';
import { planRetirement } from '../labels/retirement';
import { readRetiredPrefix } from '../session/configuration';
import { confirmRetire } from '../ui/confirmRetire';
import { RETIRE_WORDS } from '../ui/renamingWords';
import { chooseLabels } from './chooseLabels';
import type { CommandContext } from './commandContext';
import { renameLabels } from './renameLabels';
import type { RenamingAct } from './renamingAct';
import { restoration } from './restoreLabel';

/** Marks labels as no longer in use, by their names: what has them keeps them, and it can be undone. */
export async function retireLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const prefix = readRetiredPrefix();
  const chosen = await chooseLabels(context, args, {
    title: l10n.t('Retire Label'),
    again: () => retireLabel(context, []),
    accepts: (label) => !isRetired(label, prefix),
    none: l10n.t('There are no labels to retire'),
  });
  await renameLabels(context, chosen, retirement(prefix));
}

function retirement(prefix: string): RenamingAct {
  return {
    words: RETIRE_WORDS,
    activity: 'retiring',
    plan: (labels, session) => Promise.resolve(planRetirement(labels, session.labels.labels, prefix)),
    isExpected: () => false,
    confirm: (plan, session, changes) => confirmRetire(plan, session, prefix, changes),
    startRun: async (labels, session) => (await session.journal()).startRun('retire', labels),
    next: (context, session, ids) => {
      const restore = () => {
        const labels = session.labels.labels.filter(({ id }) => ids.has(id));
        return renameLabels(context, { labels, session }, restoration(prefix));
      };
      return [{ title: l10n.t('Restore'), run: restore }];
    },
  };
}
