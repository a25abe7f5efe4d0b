import { CancellationError, type MessageItem, window } from 'vscode';
import { l10n } from '../l10n';
import type { SessionItems } from '../../accounts/sessionItems';
import { joined } from '../../common/joined';
import type { AskedBy } from '../../journal/entry';
import type { CreateRequest } from '../../operations/createLabels';
import type { NameProblem } from '../../operations/nameCheck';
import { colorName } from '../color';
import { describeAskedBy } from '../messages/askedBy';
import { detailOf } from '../messages/chosenLabels';
import { describeNameProblem } from '../messages/nameProblems';
import { organizationOf } from '../messages/place';
import { quoted } from '../messages/plainText';

/**
 * Asks whether a label is to be created that something else than the user has named.
 *
 * @param problem what there is to say about its name.
 * @throws CancellationError unless the person chose to create.
 */
export async function confirmCreate(
  part: SessionItems<CreateRequest>,
  problem: NameProblem | undefined,
  askedBy: AskedBy,
): Promise<void> {
  const { session, items } = part;
  // As it was typed: the id of what is not created yet is none of KirimChat's.
  const names = items.map(({ label }) => quoted(label.name)).join();
  const colors = items.map(({ label }) => l10n.t('Color: {0}', colorName(label.color))).join();
  const consequence = l10n.t('The label is attached to nothing at first. Your colleagues see it as well.');
  const detail = joined(
    [describeAskedBy(askedBy), problem && describeNameProblem(problem), detailOf([part], consequence, () => colors)],
    '\n\n',
  );
  const confirm: MessageItem = { title: l10n.t('Create Label') };
  const question = l10n.t('Create label {0} in {1}?', names, organizationOf(session));
  if ((await window.showInformationMessage(question, { modal: true, detail }, confirm)) !== confirm) {
    throw new CancellationError();
  }
}
