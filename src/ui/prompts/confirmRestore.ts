import type { FittedUpdate } from '../../operations/retirement';
import type { SessionItems } from '../../accounts/sessionItems';
import { askToRename } from './askToRename';
import { detailOf, questionAbout } from '../messages/chosenLabels';
import { describeProblems, type NameChanges, nameChangesOf } from '../messages/renamingProblems';
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
  const changes = nameChangesOf(parts.flatMap(({ items }) => items));
  if (changes === 'none') {
    return parts;
  }
  const question = questionAbout(parts, {
    one: (name, organization) => l10n.t('Restore label {0} in {1}?', name, organization),
    many: (count, organization) => l10n.t('Restore {0} labels in {1}?', count, organization),
    across: (count, organizations) => l10n.t('Restore {0} labels in {1} organizations?', count, organizations),
  });
  return askToRename(parts, question, detailOf(parts, '', describeProblems), title(changes));
}

function title(changes: Exclude<NameChanges, 'none'>): string {
  switch (changes) {
    case 'shortenOne':
      return l10n.t('Shorten Name and Restore');
    case 'shortenMany':
      return l10n.t('Shorten Names and Restore');
    case 'numberOne':
      return l10n.t('Add Number and Restore');
    case 'numberMany':
      return l10n.t('Add Numbers and Restore');
    case 'both':
      return l10n.t('Change Names and Restore');
  }
}
