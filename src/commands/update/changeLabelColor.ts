import { CancellationError } from 'vscode';
import { recolorOperation } from '../../operations/editLabels';
import type { LabelUpdate } from '../../operations/updateLabels';
import { labelsOf, type SessionItems } from '../../accounts/sessionItems';
import { questionAbout } from '../../ui/messages/chosenLabels';
import { inOrganizations } from '../../ui/messages/place';
import { RECOLOR_WORDS } from '../../ui/messages/results/updateWords';
import { showStatus } from '../../ui/notifications/statusBar';
import { pickColor } from '../../ui/prompts/pickers/colorPicker';
import { confirmRecolor } from '../../ui/prompts/confirmRecolor';
import { chooseLabels } from '../chooseLabels';
import type { CommandContext } from '../commandContext';
import { fetchRateLimit } from '../fetchRateLimit';
import type { OperationCommand } from '../operationCommand';
import { askAndPerform } from '../performOperation';
import { l10n } from '../../ui/l10n';

/** Gives labels, one or many, another color. */
export async function changeLabelColor(context: CommandContext, args: readonly unknown[]): Promise<void> {
  const { chosen } = await chooseLabels(context, args, {
    title: l10n.t('Change Label Color'),
    again: () => changeLabelColor(context, []),
  });
  const parts = chosen.map(({ session, labels }) => ({
    session,
    items: labels.map((label) => ({ label, name: label.name, color: label.color })),
  }));
  await Promise.all(chosen.filter(({ labels }) => labels.length > 1).map(({ session }) => fetchRateLimit(session)));
  await askAndPerform(context, recoloring(context), parts);
}

function recoloring({ query }: CommandContext): OperationCommand<LabelUpdate> {
  return {
    words: RECOLOR_WORDS,
    operation: (_session, updates) => recolorOperation(updates[0]?.color ?? ''),
    confirm: async (parts, changes) => {
      const wanted = changes ? parts : await withColorOf(parts);
      if (changes || labelsOf(parts).length > 1) {
        await confirmRecolor(wanted, changes, query.noteOn(wanted));
      }
      return wanted;
    },
  };
}

/** Those that do not have the color yet that is chosen. @throws CancellationError where none is left, after it was said. */
async function withColorOf(parts: readonly SessionItems<LabelUpdate>[]): Promise<readonly SessionItems<LabelUpdate>[]> {
  const title = questionAbout(parts, {
    one: (name, organization) => l10n.t('Change the color of label {0} in {1}', name, organization),
    many: (count, organization) => l10n.t('Change the color of {0} labels in {1}', count, organization),
    across: (count, organizations) =>
      l10n.t('Change the color of {0} labels in {1} organizations', count, organizations),
  });
  const [current, ...others] = new Set(labelsOf(parts).map(({ color }) => color));
  const [first] = parts;
  const { ended } = first?.session ?? { ended: AbortSignal.abort() };
  const color = await pickColor({ ended }, { title, current: others.length === 0 ? current : undefined });
  const changed = parts
    .map(({ session, items }) => ({
      session,
      items: items.filter(({ label }) => label.color !== color).map((update) => ({ ...update, color })),
    }))
    .filter(({ items }) => items.length > 0);
  if (changed.length === 0) {
    showStatus(inOrganizations(parts, RECOLOR_WORDS.nothingLeft()));
    throw new CancellationError();
  }
  return changed;
}
