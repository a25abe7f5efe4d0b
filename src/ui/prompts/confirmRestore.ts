import type { FittedUpdate } from '../../operations/retirement';
import type { SessionItems } from '../../accounts/sessionItems';
import { askToRename } from './askToRename';
import { detailOf, questionAbout } from '../messages/chosenLabels';
import { quoted } from '../messages/plainText';
import { describeProblems, type NameChanges, nameChangesOf } from '../messages/renamingProblems';
import { l10n } from '../l10n';

/**
 * Asks only where a label cannot have its old name back, or where it is told to.
 *
 * @param asks whether to ask in any case.
 * @returns what is to be renamed: without the labels with a problem, where the person leaves those out.
 * @throws CancellationError unless the person chose to restore.
 */
export async function confirmRestore(
  parts: readonly SessionItems<FittedUpdate>[],
  asks: boolean,
): Promise<readonly SessionItems<FittedUpdate>[]> {
  const plan = parts.flatMap(({ items }) => items);
  const changes = nameChangesOf(plan);
  if (changes === 'none' && !asks) {
    return parts;
  }
  const question = questionAbout(parts, {
    one: (name, organization) => l10n.t('Restore label {0} in {1}?', name, organization),
    many: (count, organization) => l10n.t('Restore {0} labels in {1}?', count, organization),
    across: (count, organizations) => l10n.t('Restore {0} labels in {1} organizations?', count, organizations),
  });
  const detail = detailOf(parts, asks ? consequence(plan) : '', describeProblems);
  return askToRename(parts, question, detail, title(changes, plan.length));
}

function consequence(plan: readonly FittedUpdate[]): string {
  const [only] = plan.length === 1 ? plan : [];
  return only
    ? l10n.t('It is renamed to {0}. Your colleagues see that name.', quoted(only.name))
    : l10n.t('They get the names back that they had before they were retired. Your colleagues see those names.');
}

function title(changes: NameChanges, count: number): string {
  switch (changes) {
    case 'none':
      return count === 1 ? l10n.t('Restore Label') : l10n.t('Restore {0} Labels', count);
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
