import { CancellationError, type MessageItem, window } from 'vscode';
import { joined } from '../../common/joined';
import type { Label } from '../../api/schema';
import type { AskedBy } from '../../journal/entry';
import type { LabelChanges } from '../../operations/recheck/labelChanges';
import { readTypesName } from '../../accounts/configuration';
import { labelsOf, type SessionItems } from '../../accounts/sessionItems';
import { describeAskedBy } from '../messages/askedBy';
import { detailOf, questionAbout } from '../messages/chosenLabels';
import { describeChanges } from '../messages/describeChanges';
import { describeTime } from '../messages/describeBudget';
import { askToType, textToType } from './typedConfirmation';
import { l10n } from '../l10n';

/**
 * Asks once, and names what is deleted, from where, what goes with it and how long it takes.
 *
 * @param changes since the same was asked before.
 * @param filterNote what is said of the filter of the view; nothing where none is on.
 * @param askedBy what asks for it in the place of the user.
 * @throws CancellationError unless the person chose to delete.
 */
export async function confirmDelete(
  parts: readonly SessionItems[],
  changes: LabelChanges | undefined,
  filterNote: string,
  askedBy?: AskedBy,
): Promise<void> {
  const labels = labelsOf(parts);
  const [only] = labels.length === 1 ? labels : [];
  const question = questionAbout(parts, {
    one: (name, organization) => l10n.t('Delete label {0} from {1}?', name, organization),
    many: (count, organization) => l10n.t('Delete {0} labels from {1}?', count, organization),
    across: (count, organizations) => l10n.t('Delete {0} labels from {1} organizations?', count, organizations),
  });
  const changed = changes && parts[0] && describeChanges(changes, parts[0].session);
  const detail = joined(
    [describeAskedBy(askedBy), changed, detailOf(parts, joined([consequence(labels), filterNote]), describeTime)],
    '\n\n',
  );
  if (readTypesName()) {
    await askToType(question, asOneLine(detail), only ? textToType(only) : String(labels.length));
    return;
  }
  const title = only ? l10n.t('Delete Label') : l10n.t('Delete {0} Labels', labels.length);
  const confirm: MessageItem = { title };
  if ((await window.showWarningMessage(question, { modal: true, detail }, confirm)) !== confirm) {
    throw new CancellationError();
  }
}

/** The box to type in has one line: lines without an end become parts of a list. */
function asOneLine(detail: string): string {
  return detail
    .split('\n\n')
    .map((paragraph) => paragraph.replaceAll(':\n', ': ').replaceAll('\n', ', '))
    .map((paragraph) => (/[.…?!]$/.test(paragraph) ? paragraph : `${paragraph}.`))
    .join(' ');
}

function consequence({ length }: readonly Label[]): string {
  return length === 1
    ? l10n.t(
        'It will be removed from every contact and conversation that has it. The contacts and conversations stay. This cannot be undone.',
      )
    : l10n.t(
        'They will be removed from every contact and conversation that has one of them. The contacts and conversations stay. This cannot be undone.',
      );
}
