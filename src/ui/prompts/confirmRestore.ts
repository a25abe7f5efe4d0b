import type { FittedUpdate } from '../../operations/retirement';
import type { SessionItems } from '../../accounts/sessionItems';
import { askToRename } from './askToRename';
import { describeChosen, detailOf } from '../messages/chosenLabels';
import { changeWords, describeProblems } from '../messages/renamingProblems';
import { l10n } from '../l10n';

/**
 * Asks only where a label cannot have its old name back.
 *
 * @returns what is to be renamed: without the labels with a problem, where the person leaves those out.
 * @throws CancellationError unless the person chose to restore.
 */
export async function confirmRestore(
  parts: readonly SessionItems<FittedUpdate>[],
): Promise<readonly SessionItems<FittedUpdate>[]> {
  const words = changeWords(parts.flatMap(({ items }) => items));
  if (!words) {
    return parts;
  }
  const chosen = describeChosen(parts);
  const question = l10n.t('Restore {0} in {1}?', chosen.labels, chosen.organizations);
  return askToRename(parts, question, detailOf(parts, '', describeProblems), l10n.t('{0} and Restore', words));
}
