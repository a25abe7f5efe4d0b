import { CancellationError, type MessageItem, window } from 'vscode';
import { joined } from '../../common/joined';
import type { LabelChanges } from '../../operations/recheck/labelChanges';
import type { LabelUpdate } from '../../operations/updateLabels';
import type { SessionItems } from '../../accounts/sessionItems';
import { colorName } from '../color';
import { detailOf, questionAbout } from '../messages/chosenLabels';
import { describeTime } from '../messages/describeBudget';
import { describeChanges } from '../messages/describeChanges';
import { l10n } from '../l10n';

/**
 * Asks once, and names what gets another color, where that is, and how long it takes.
 *
 * @param changes since the same was asked before.
 * @param filterNote what is said of the filter of the view; nothing where none is on.
 * @throws CancellationError unless the person chose to change the color.
 */
export async function confirmRecolor(
  parts: readonly SessionItems<LabelUpdate>[],
  changes: LabelChanges | undefined,
  filterNote: string,
): Promise<void> {
  const [first] = parts;
  const color = colorName(first?.items[0]?.color ?? '');
  const question = questionAbout(parts, {
    one: (name, organization) => l10n.t('Change the color of label {0} in {1} to {2}?', name, organization, color),
    many: (count, organization) => l10n.t('Change the color of {0} labels in {1} to {2}?', count, organization, color),
    across: (count, organizations) =>
      l10n.t('Change the color of {0} labels in {1} organizations to {2}?', count, organizations, color),
  });
  const changed = changes && first && describeChanges(changes, first.session);
  const detail = joined([changed, detailOf(parts, filterNote, describeTime)], '\n\n');
  const confirm: MessageItem = { title: l10n.t('Change Color') };
  if ((await window.showInformationMessage(question, { modal: true, detail }, confirm)) !== confirm) {
    throw new CancellationError();
  }
}
