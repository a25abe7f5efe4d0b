import { CancellationError, type MessageItem, window } from 'vscode';
import { joined } from '../../common/joined';
import type { LabelChanges } from '../../operations/recheck/labelChanges';
import { labelsOf, type SessionItems } from '../../accounts/sessionItems';
import { describeChanges } from '../messages/describeChanges';
import { placeOf } from '../messages/place';

/**
 * Asks again, since labels have changed after the user said what is to become of them.
 *
 * @throws CancellationError unless the person chose to go on.
 */
export async function confirmChanged(
  part: SessionItems,
  changes: LabelChanges,
  { question, title }: { readonly question: string; readonly title: string },
): Promise<void> {
  const { session } = part;
  const detail = joined([describeChanges(changes, session), placeOf(labelsOf([part]), session)], '\n\n');
  const confirm: MessageItem = { title };
  if ((await window.showInformationMessage(question, { modal: true, detail }, confirm)) !== confirm) {
    throw new CancellationError();
  }
}
