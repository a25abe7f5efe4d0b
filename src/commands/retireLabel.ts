import { l10n } from 'vscode';
import type { Label } from '../api/schema';
import type { LabelStore } from '../labels/labelStore';
import { isRetired } from '../labels/retired';
import { planRetirement } from '../labels/retirement';
import { readRetiredPrefix } from '../session/configuration';
import { confirmRetire } from '../ui/confirmRetire';
import { OperationError } from '../ui/errors';
import { RETIRE_WORDS } from '../ui/renamingWords';
import { chooseLabels } from './chooseLabels';
import type { CommandContext } from './commandContext';
import { presentSession } from './presentSession';
import { renameLabels } from './renameLabels';
import { leavingRows, type RenamingAct } from './renamingAct';
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
  await renameLabels(context, chosen, leavingRows(retirement(prefix), chosen));
}

/** @param prefix to retire the labels with. */
export function retirement(prefix: string): RenamingAct {
  return {
    words: RETIRE_WORDS,
    activity: 'retiring',
    plan: (labels, session) => Promise.resolve(planRetirement(labels, session.labels.labels, prefix)),
    isExpected: () => false,
    confirm: (plan, session, changes) => confirmRetire(plan, session, prefix, changes),
    startRun: async (labels, session) => (await session.journal()).startRun('retire', labels, { begins: true }),
    next: (context, session, ids) => {
      const restore = async () => {
        const present = presentSession(context, session);
        const labels = await knownLabels(present.labels, ids);
        await renameLabels(context, { labels, session: present }, restoration(prefix));
      };
      return [{ title: l10n.t('Restore'), run: restore }];
    },
  };
}

/** Those labels as they are now. The list of a session that is new may still be on its way. */
async function knownLabels(store: LabelStore, ids: ReadonlySet<string>): Promise<readonly Label[]> {
  const known = () => store.labels.filter(({ id }) => ids.has(id));
  if (known().length < ids.size && store.state.kind !== 'loaded') {
    const result = await store.refresh();
    if (result.kind === 'failed') {
      throw new OperationError(l10n.t('The labels could not be loaded.'), result.error);
    }
  }
  return known();
}
