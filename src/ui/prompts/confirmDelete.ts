import { CancellationError, l10n, type MessageItem, window } from 'vscode';
import { joined } from '../../common/joined';
import type { Label } from '../../api/schema';
import type { LabelChanges } from '../../operations/labelChanges';
import { readTypesName, readWriteReservePercent } from '../../accounts/configuration';
import type { Session } from '../../accounts/session';
import { describeChanges } from '../messages/describeChanges';
import { duration } from '../messages/duration';
import { namesIn } from '../messages/names';
import { organizationOf, placeOf } from '../messages/place';
import { askToType, textToType } from './typedConfirmation';

/**
 * Asks once, and names what is deleted, from where, what goes with it and how long it takes.
 *
 * @param changes since the same was asked before.
 * @param filterNote what is said of the filter of the view; nothing where none is on.
 * @throws CancellationError unless the person chose to delete.
 */
export async function confirmDelete(
  labels: readonly Label[],
  session: Session,
  changes: LabelChanges | undefined,
  filterNote: string,
): Promise<void> {
  const [only] = labels.length === 1 ? labels : [];
  const names = namesIn(session, labels);
  const question = l10n.t('Delete {0} from {1}?', names.orCount, organizationOf(session));
  const changed = changes && describeChanges(changes, session);
  if (readTypesName()) {
    const list = only ? '' : `${names.some.join(', ')}.`;
    const place = placeOf(labels, session).replaceAll('\n', ', ');
    const prompt = joined(
      [changed, list, consequence(labels), time(labels, session), filterNote, place && `${place}.`],
      ' ',
    );
    await askToType(question, prompt, only ? textToType(only) : String(labels.length));
    return;
  }
  const list = only ? '' : names.some.join('\n');
  const detail = joined(
    [changed, list, consequence(labels), time(labels, session), filterNote, placeOf(labels, session)],
    '\n\n',
  );
  const title = only ? l10n.t('Delete Label') : l10n.t('Delete {0} Labels', labels.length);
  const confirm: MessageItem = { title };
  if ((await window.showWarningMessage(question, { modal: true, detail }, confirm)) !== confirm) {
    throw new CancellationError();
  }
}

function consequence({ length }: readonly Label[]): string {
  return length === 1
    ? l10n.t(
        'It will be removed from every contact and conversation that has it. The contacts and conversations stay. This cannot be undone.',
      )
    : l10n.t(
        'They will be removed from every contact and conversation that has one of them. The contacts and conversations stay. This cannot be undone.',
      );
}

/** Nothing for a run that takes a moment, or where the limit is not known. */
function time({ length }: readonly Label[], { client }: Session): string {
  const { writeBudget } = client;
  const reserve = readWriteReservePercent();
  const seconds = writeBudget.secondsFor(length, reserve);
  if (length === 1 || seconds === undefined || seconds < 10) {
    return '';
  }
  if (writeBudget.headers.areMissing) {
    return l10n.t(
      'This takes about {0}: KirimChat does not say how much of your organization’s limit is left, so most of it is left to your messages to customers.',
      duration(seconds),
    );
  }
  const long = l10n.t(
    'This takes about {0} at {1} a minute, KirimChat’s limit for your organization.',
    duration(seconds),
    writeBudget.limitPerMinute,
  );
  return reserve > 0 ? joined([long, l10n.t('A part of it is left to your messages to customers.')], ' ') : long;
}
