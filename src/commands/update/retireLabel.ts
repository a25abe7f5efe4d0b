import type { Label } from '../../api/schema';
import type { Session } from '../../accounts/session';
import { isRetired } from '../../labels/retired';
import { type FittedUpdate, planRetirement } from '../../operations/retirement';
import { updateOperation } from '../../operations/updateLabels';
import { readRetiredPrefix } from '../../accounts/configuration';
import { confirmRetire } from '../../ui/prompts/confirmRetire';
import { inOrganizations } from '../../ui/messages/place';
import { RETIRE_WORDS } from '../../ui/messages/results/updateWords';
import { showStatus } from '../../ui/notifications/statusBar';
import { chooseLabels } from '../chooseLabels';
import type { ChosenRows } from '../chosenLabels';
import type { CommandContext } from '../commandContext';
import type { OperationCommand, WriteRequest } from '../operationCommand';
import { askAndPerform } from '../performOperation';
import { requireList } from '../requireList';
import { requireLiveSession } from '../requireLiveSession';
import { restore } from './restoreLabel';
import { l10n } from '../../ui/l10n';

/** Marks labels as no longer in use, by their names: what has them keeps them, and it can be undone. */
export async function retireLabel(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const prefix = readRetiredPrefix();
  const rows = await chooseLabels(context, args, {
    title: l10n.t('Retire Label'),
    again: () => retireLabel(context, []),
    accepts: (label) => !isRetired(label, prefix),
    none: l10n.t('There are no labels to retire'),
  });
  await retireChosen(context, rows, prefix);
}

/**
 * As the command, for labels that are chosen already.
 *
 * @param prefix that marks them as retired.
 */
export async function retireChosen(
  context: CommandContext,
  { chosen, leave }: ChosenRows,
  prefix: string,
  request?: WriteRequest,
): Promise<void> {
  const parts = chosen
    .map(({ session, labels }) => ({ session, items: planRetirement(labels, session.labels.labels, prefix) }))
    .filter(({ items }) => items.length > 0);
  if (parts.length === 0) {
    showStatus(inOrganizations(chosen, RETIRE_WORDS.nothingLeft()));
  } else {
    await askAndPerform(context, retirement(context, prefix, leave, request), parts);
  }
}

function retirement(
  context: CommandContext,
  prefix: string,
  leave: ChosenRows['leave'],
  request: WriteRequest | undefined,
): OperationCommand<FittedUpdate> {
  return {
    words: RETIRE_WORDS,
    request,
    operation: (session) =>
      updateOperation({
        activity: 'retiring',
        plan: (current) => planRetirement(current, session.labels.labels, prefix),
        isAgreed: ({ name }, agreed) => name === agreed.name,
        startRun: (labels, journal, options) => journal.startRun('retire', labels, options),
      }),
    confirm: (parts, changes) => confirmRetire(parts, prefix, changes, context.query.noteOn(parts), request?.askedBy),
    leave,
    next: (session, { results }) => {
      const retired = results.filter(({ status }) => status === 'done').map(({ item }) => item.label.id);
      if (retired.length === 0) {
        return [];
      }
      const restoreAll = async () => {
        const live = requireLiveSession(context, session);
        const labels = await knownLabels(live, new Set(retired));
        await restore(context, [{ session: live, labels }], prefix);
      };
      return [{ title: l10n.t('Restore'), run: restoreAll }];
    },
  };
}

/** Those labels as they are now. */
async function knownLabels(session: Session, ids: ReadonlySet<string>): Promise<readonly Label[]> {
  const known = () => session.labels.labels.filter(({ id }) => ids.has(id));
  if (known().length < ids.size) {
    await requireList(session);
  }
  return known();
}
