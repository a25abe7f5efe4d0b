import { CancellationError, type MessageItem, window } from 'vscode';
import type { SessionItems } from '../../accounts/sessionItems';
import type { FittedUpdate } from '../../operations/retirement';
import { l10n } from '../l10n';

/**
 * Asks once whether labels are to be renamed. Those that cannot have the name that was wanted can be left out, where there
 * are others.
 *
 * @returns what is to be renamed.
 * @throws CancellationError unless the person chose one or the other.
 */
export async function askToRename(
  parts: readonly SessionItems<FittedUpdate>[],
  question: string,
  detail: string,
  title: string,
): Promise<readonly SessionItems<FittedUpdate>[]> {
  const plan = parts.flatMap(({ items }) => items);
  const withoutProblem = plan.filter(({ problem }) => !problem);
  const problems = plan.length - withoutProblem.length;
  const all: MessageItem = { title };
  const others: MessageItem = { title: problems === 1 ? l10n.t('Leave That Out') : l10n.t('Leave Those Out') };
  const buttons = problems > 0 && withoutProblem.length > 0 ? [all, others] : [all];
  const answer = await window.showInformationMessage(question, { modal: true, detail }, ...buttons);
  if (!answer) {
    throw new CancellationError();
  }
  return answer === all
    ? parts
    : parts.map(({ session, items }) => ({ session, items: items.filter(({ problem }) => !problem) }));
}
