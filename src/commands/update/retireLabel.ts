import { l10n } from 'vscode';
import type { Label } from '../../api/schema';
import type { LabelStore } from '../../labels/labelStore';
import { isRetired } from '../../labels/retired';
import { type LabelUpdate, planRetirement } from '../../operations/retirement';
import { updateOperation } from '../../operations/updateLabels';
import { readRetiredPrefix } from '../../accounts/configuration';
import { confirmRetire } from '../../ui/prompts/confirmRetire';
import { OperationError } from '../../ui/errors';
import { RETIRE_WORDS } from '../../ui/messages/updateWords';
import { showStatus } from '../../ui/notifications/statusBar';
import { chooseLabels, type ChosenRows } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import type { OperationCommand } from '../operationCommand';
import { askAndPerform } from '../performOperation';
import { requireLiveSession } from '../requireLiveSession';
import { restore } from './restoreLabel';

/** Marks labels as no longer in use, by their names: what has them keeps them, and it can be undone. */
export async function retireLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const prefix = readRetiredPrefix();
  const { labels, session, leave } = await chooseLabels(context, args, {
    title: l10n.t('Retire Label'),
    again: () => retireLabel(context, []),
    accepts: (label) => !isRetired(label, prefix),
    none: l10n.t('There are no labels to retire'),
  });
  const updates = planRetirement(labels, session.labels.labels, prefix);
  if (updates.length === 0) {
    showStatus(RETIRE_WORDS.nothingLeft());
  } else {
    await askAndPerform(context, session, retirement(context, prefix, leave), updates);
  }
}

function retirement(
  context: CommandContext,
  prefix: string,
  leave: ChosenRows['leave'],
): OperationCommand<LabelUpdate> {
  return {
    words: RETIRE_WORDS,
    operation: (session) =>
      updateOperation({
        activity: 'retiring',
        plan: (current) => planRetirement(current, session.labels.labels, prefix),
        isExpected: () => false,
        startRun: (labels, journal, begins) => journal.startRun('retire', labels, { begins }),
      }),
    confirm: async (updates, session, changes) => {
      const note = context.query.noteOn(
        session,
        updates.map(({ label }) => label),
      );
      const agreed = await confirmRetire(updates, session, prefix, changes, note);
      if (!changes) {
        leave(agreed.map(({ label }) => label));
      }
      return agreed;
    },
    next: (session, { results }) => {
      const retired = results.filter(({ status }) => status === 'done').map(({ item }) => item.label.id);
      if (retired.length === 0) {
        return [];
      }
      const restoreAll = async () => {
        const live = requireLiveSession(context, session);
        await restore(context, live, await knownLabels(live.labels, new Set(retired)), prefix);
      };
      return [{ title: l10n.t('Restore'), run: restoreAll }];
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
