import { l10n } from 'vscode';
import { joined } from '../../common/joined';
import type { LabelChanges } from '../../operations/labelChanges';
import type { LabelUpdate } from '../../operations/retirement';
import type { Session } from '../../accounts/session';
import { askToRename } from './askToRename';
import { describeChanges } from '../messages/describeChanges';
import { namesIn } from '../messages/names';
import { organizationOf, placeOf } from '../messages/place';
import { quoted } from '../messages/plainText';
import { changeWords, describeProblems } from '../messages/renamingProblems';

/**
 * Asks once, and says what labels will be called, what they keep, and which names have to be others than expected.
 *
 * @param changes since the same was asked before.
 * @param filterNote what is said of the filter of the view; nothing where none is on.
 * @returns what is to be renamed: without the labels with a problem, where the person leaves those out.
 * @throws CancellationError unless the person chose to retire.
 */
export async function confirmRetire(
  plan: readonly LabelUpdate[],
  session: Session,
  prefix: string,
  changes: LabelChanges | undefined,
  filterNote: string,
): Promise<readonly LabelUpdate[]> {
  const labels = plan.map(({ label }) => label);
  const names = namesIn(session, labels);
  const question = l10n.t('Retire {0} in {1}?', names.orCount, organizationOf(session));
  const changed = changes && describeChanges(changes, session);
  const list = labels.length === 1 ? '' : names.some.join('\n');
  const place = placeOf(labels, session);
  const detail = joined(
    [changed, list, consequence(plan, prefix), describeProblems(plan, names), filterNote, place],
    '\n\n',
  );
  return askToRename(plan, question, detail, title(plan));
}

function consequence(plan: readonly LabelUpdate[], prefix: string): string {
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

function title(plan: readonly LabelUpdate[]): string {
  const words = changeWords(plan);
  if (words) {
    return l10n.t('{0} and Retire', words);
  }
  return plan.length === 1 ? l10n.t('Retire Label') : l10n.t('Retire {0} Labels', plan.length);
}
