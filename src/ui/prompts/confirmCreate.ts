import { CancellationError, l10n, type MessageItem, window } from 'vscode';
import { labelsOf, type SessionItems } from '../../accounts/sessionItems';
import { joined } from '../../common/joined';
import type { AskedBy } from '../../journal/entry';
import type { NameProblem } from '../../operations/nameCheck';
import { colorName } from '../color';
import { describeAskedBy } from '../messages/askedBy';
import { describeChosen, detailOf } from '../messages/chosenLabels';
import { describeNameProblem } from '../messages/nameProblems';

/**
 * Asks whether a label is to be created that something else than the user has named.
 *
 * @param problem what there is to say about its name.
 * @throws CancellationError unless the person chose to create.
 */
export async function confirmCreate(
  part: SessionItems,
  problem: NameProblem | undefined,
  askedBy: AskedBy,
): Promise<void> {
  const { labels, organizations } = describeChosen([part]);
  const colors = labelsOf([part]).map(({ color }) => l10n.t('Color: {0}', colorName(color)));
  const consequence = l10n.t('The label is attached to nothing at first. Your colleagues see it as well.');
  const detail = joined(
    [
      describeAskedBy(askedBy),
      problem && describeNameProblem(problem),
      detailOf([part], consequence, () => colors.join('\n')),
    ],
    '\n\n',
  );
  const confirm: MessageItem = { title: l10n.t('Create Label') };
  const question = l10n.t('Create {0} in {1}?', labels, organizations);
  if ((await window.showInformationMessage(question, { modal: true, detail }, confirm)) !== confirm) {
    throw new CancellationError();
  }
}
