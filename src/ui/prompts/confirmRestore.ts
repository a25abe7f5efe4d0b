import { l10n } from 'vscode';
import { joined } from '../../common/joined';
import type { FittedUpdate } from '../../operations/retirement';
import type { Session } from '../../accounts/session';
import { askToRename } from './askToRename';
import { namesIn } from '../messages/names';
import { organizationOf, placeOf } from '../messages/place';
import { changeWords, describeProblems } from '../messages/renamingProblems';

/**
 * Asks only where a label cannot have its old name back.
 *
 * @returns what is to be renamed: without the labels with a problem, where the person leaves those out.
 * @throws CancellationError unless the person chose to restore.
 */
export async function confirmRestore(
  plan: readonly FittedUpdate[],
  session: Session,
): Promise<readonly FittedUpdate[]> {
  const words = changeWords(plan);
  if (!words) {
    return plan;
  }
  const labels = plan.map(({ label }) => label);
  const names = namesIn(session, labels);
  const question = l10n.t('Restore {0} in {1}?', names.orCount, organizationOf(session));
  const detail = joined([describeProblems(plan, names), placeOf(labels, session)], '\n\n');
  return askToRename(plan, question, detail, l10n.t('{0} and Restore', words));
}
