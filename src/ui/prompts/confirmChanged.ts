import { CancellationError, type MessageItem, window } from 'vscode';
import { joined } from '../../common/joined';
import type { LabelChanges } from '../../operations/labelChanges';
import type { LabelUpdate } from '../../operations/updateLabels';
import type { Session } from '../../accounts/session';
import { describeChanges } from '../messages/describeChanges';
import { placeOf } from '../messages/place';

/**
 * Asks again, since labels have changed after the user said what is to become of them.
 *
 * @throws CancellationError unless the person chose to go on.
 */
export async function confirmChanged(
  updates: readonly LabelUpdate[],
  session: Session,
  changes: LabelChanges,
  { question, title }: { readonly question: string; readonly title: string },
): Promise<void> {
  const labels = updates.map(({ label }) => label);
  const detail = joined([describeChanges(changes, session), placeOf(labels, session)], '\n\n');
  const confirm: MessageItem = { title };
  if ((await window.showInformationMessage(question, { modal: true, detail }, confirm)) !== confirm) {
    throw new CancellationError();
  }
}
