import { CancellationError, l10n } from 'vscode';
import { recolorOperation } from '../../operations/editLabels';
import type { LabelUpdate } from '../../operations/updateLabels';
import type { Session } from '../../accounts/session';
import { colorName } from '../../ui/color';
import { namesIn } from '../../ui/messages/names';
import { organizationOf } from '../../ui/messages/place';
import { RECOLOR_WORDS } from '../../ui/messages/updateWords';
import { showStatus } from '../../ui/notifications/statusBar';
import { pickColor } from '../../ui/prompts/colorPicker';
import { confirmChanged } from '../../ui/prompts/confirmChanged';
import { chooseLabels } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import type { OperationCommand } from '../operationCommand';
import { askAndPerform } from '../performOperation';

/** Gives labels, one or many, another color. */
export async function changeLabelColor(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const { labels, session } = await chooseLabels(context, args, {
    title: l10n.t('Change Label Color'),
    again: () => changeLabelColor(context, []),
  });
  const updates = labels.map((label) => ({ label, name: label.name, color: label.color }));
  await askAndPerform(context, session, RECOLORING, updates);
}

const RECOLORING: OperationCommand<LabelUpdate> = {
  words: RECOLOR_WORDS,
  operation: (_session, updates) => recolorOperation(updates[0]?.color ?? ''),
  confirm: async (updates, session, changes) => {
    const names = namesIn(
      session,
      updates.map(({ label }) => label),
    );
    const organization = organizationOf(session);
    if (changes) {
      const color = colorName(updates[0]?.color ?? '');
      const question = l10n.t('Change the color of {0} in {1} to {2}?', names.orCount, organization, color);
      await confirmChanged(updates, session, changes, { question, title: l10n.t('Change Color') });
      return updates;
    }
    return withColorOf(updates, session, l10n.t('Change the Color of {0} in {1}', names.orCount, organization));
  },
};

/** Those that do not have the color yet that is chosen. @throws CancellationError where none is left, after it was said. */
async function withColorOf(
  updates: readonly LabelUpdate[],
  session: Session,
  title: string,
): Promise<readonly LabelUpdate[]> {
  const [current, ...others] = new Set(updates.map(({ label }) => label.color));
  const color = await pickColor(session, title, others.length === 0 ? current : undefined);
  const changed = updates.filter(({ label }) => label.color !== color).map((update) => ({ ...update, color }));
  if (changed.length === 0) {
    showStatus(RECOLOR_WORDS.nothingLeft());
    throw new CancellationError();
  }
  return changed;
}
