import { joined } from '../../common/joined';
import type { AskedBy } from '../../journal/entry';
import type { LabelChanges } from '../../operations/recheck/labelChanges';
import type { FittedUpdate } from '../../operations/retirement';
import type { SessionItems } from '../../accounts/sessionItems';
import { askToRename } from './askToRename';
import { describeAskedBy } from '../messages/askedBy';
import { describeTime } from '../messages/describeBudget';
import { describeChanges } from '../messages/describeChanges';
import { detailOf, questionAbout } from '../messages/chosenLabels';
import { quoted } from '../messages/plainText';
import { describeProblems, nameChangesOf } from '../messages/renamingProblems';
import { l10n } from '../l10n';

/**
 * Asks once, and says what labels will be called, what they keep, and which names have to be others than expected.
 *
 * @param changes since the same was asked before.
 * @param filterNote what is said of the filter of the view; nothing where none is on.
 * @param askedBy what asks for it in the place of the user.
 * @returns what is to be renamed: without the labels with a problem, where the person leaves those out.
 * @throws CancellationError unless the person chose to retire.
 */
export async function confirmRetire(
  parts: readonly SessionItems<FittedUpdate>[],
  prefix: string,
  changes: LabelChanges | undefined,
  filterNote: string,
  askedBy?: AskedBy,
): Promise<readonly SessionItems<FittedUpdate>[]> {
  const plan = parts.flatMap(({ items }) => items);
  const question = questionAbout(parts, {
    one: (name, organization) => l10n.t('Retire label {0} in {1}?', name, organization),
    many: (count, organization) => l10n.t('Retire {0} labels in {1}?', count, organization),
    across: (count, organizations) => l10n.t('Retire {0} labels in {1} organizations?', count, organizations),
  });
  const changed = changes && parts[0] && describeChanges(changes, parts[0].session);
  const detail = joined(
    [
      describeAskedBy(askedBy),
      changed,
      detailOf(parts, joined([consequence(plan, prefix), filterNote]), (part) =>
        joined([describeProblems(part), describeTime(part)], '\n\n'),
      ),
    ],
    '\n\n',
  );
  return askToRename(parts, question, detail, title(plan));
}

function consequence(plan: readonly FittedUpdate[], prefix: string): string {
  const [only] = plan.length === 1 ? plan : [];
  return only
    ? l10n.t(
        'It is renamed to {0} and turns gray. It keeps its ID and stays on its contacts and conversations. Your colleagues see the new name. You can restore it.',
        quoted(only.name),
      )
    : l10n.t(
        'They are renamed, with {0} in front, and turn gray. They keep their IDs and stay on their contacts and conversations. Your colleagues see the new names. You can restore them.',
        quoted(prefix),
      );
}

function title(plan: readonly FittedUpdate[]): string {
  switch (nameChangesOf(plan)) {
    case 'none':
      return plan.length === 1 ? l10n.t('Retire Label') : l10n.t('Retire {0} Labels', plan.length);
    case 'shortenOne':
      return l10n.t('Shorten Name and Retire');
    case 'shortenMany':
      return l10n.t('Shorten Names and Retire');
    case 'numberOne':
      return l10n.t('Add Number and Retire');
    case 'numberMany':
      return l10n.t('Add Numbers and Retire');
    case 'both':
      return l10n.t('Change Names and Retire');
  }
}
