import { CancellationError, l10n, type MessageItem, window } from 'vscode';
import { joined } from '../api/joined';
import type { Label } from '../api/schema';
import type { RecreationPlan } from '../labels/recreation';
import type { Session } from '../session/session';
import { describeExisting } from './describeRecreations';
import { nameOrCount, nameSome } from './names';
import { organizationOf, placeOf } from './place';

/**
 * Asks once, and says what creating a label again does not bring back.
 *
 * @throws CancellationError unless the person chose to create.
 */
export async function confirmRecreate({ wanted, existing }: RecreationPlan, session: Session): Promise<void> {
  const labels = wanted.map(({ label }) => label);
  const names = labels.length === 1 ? '' : nameSome(labels).join('\n');
  const leftOut = existing.length > 0 && l10n.t('{0} This is left out.', describeExisting(existing));
  const detail = joined([names, consequence(labels), leftOut || '', placeOf(labels, session)], '\n\n');
  const question = l10n.t('Create {0} again in {1}?', nameOrCount(labels), organizationOf(session));
  const title = labels.length === 1 ? l10n.t('Create Label') : l10n.t('Create {0} Labels', labels.length);
  const confirm: MessageItem = { title };
  if ((await window.showInformationMessage(question, { modal: true, detail }, confirm)) !== confirm) {
    throw new CancellationError();
  }
}

function consequence({ length }: readonly Label[]): string {
  return length === 1
    ? l10n.t(
        'It gets a new ID and is attached to no contact and no conversation. KirimChat cannot bring back where it was attached.',
      )
    : l10n.t(
        'They get new IDs and are attached to no contact and no conversation. KirimChat cannot bring back where they were attached.',
      );
}
