import { CancellationError, type MessageItem, window } from 'vscode';
import { joined } from '../../common/joined';
import type { Label } from '../../api/schema';
import type { JournalEntry } from '../../journal/entry';
import type { CreatePlan } from '../../operations/createLabels';
import { nameKey } from '../../labels/names/nameKey';
import type { Session } from '../../accounts/session';
import { describeExisting } from '../messages/results/createWords';
import { deletedNamesIn } from '../messages/names';
import { organizationOf, placeOf } from '../messages/place';
import { teamLine } from '../messages/teamNames';
import { l10n } from '../l10n';

/**
 * Asks once, and says what creating a label again does not bring back.
 *
 * @param deleted all that can be created again: their teams count as well.
 * @throws CancellationError unless the person chose to create.
 */
export async function confirmRecreate(
  plan: CreatePlan,
  session: Session,
  deleted: readonly JournalEntry[],
): Promise<void> {
  const labels = plan.wanted.map(({ label }) => label);
  const names = deletedNamesIn(session, labels);
  const list = labels.length === 1 ? '' : names.some.join('\n');
  const place = joined([teamOf(labels, session, deleted), placeOf([], session)], '\n');
  const detail = joined(
    [list, consequence(labels), leftOut(plan.existing, session), notNewest(plan.older, session), place],
    '\n\n',
  );
  const organization = organizationOf(session);
  const question = names.oneOrMany({
    one: (name) => l10n.t('Create label {0} again in {1}?', name, organization),
    many: (count) => l10n.t('Create {0} labels again in {1}?', count, organization),
  });
  const title = labels.length === 1 ? l10n.t('Create Label') : l10n.t('Create {0} Labels', labels.length);
  const confirm: MessageItem = { title };
  if ((await window.showInformationMessage(question, { modal: true, detail }, confirm)) !== confirm) {
    throw new CancellationError();
  }
}

function leftOut(existing: readonly JournalEntry[], session: Session): string {
  if (existing.length === 0) {
    return '';
  }
  const labels = existing.map(({ label }) => label);
  return existing.length === 1
    ? l10n.t('{0} This is left out.', describeExisting(labels, session))
    : l10n.t('{0} These are left out.', describeExisting(labels, session));
}

function notNewest(older: readonly JournalEntry[], session: Session): string {
  // Each name of a team once: it is the name that is spoken of, not one label of several.
  const labels = [...new Map(older.map(({ label }) => [nameKey(label), label])).values()];
  const [first] = labels;
  if (first === undefined) {
    return '';
  }
  const names = deletedNamesIn(session, labels);
  return labels.length === 1
    ? l10n.t('Several labels {0} were deleted. Only the last one is created again.', names.of(first))
    : l10n.t(
        'Several labels of each of these names were deleted: {0}. Only the last one of each is created again.',
        names.some.join(', '),
      );
}

/** The team of a single label, where there are several: then the name alone does not tell which one it is. */
function teamOf(labels: readonly Label[], { labels: store }: Session, deleted: readonly JournalEntry[]): string {
  const [only] = labels.length === 1 ? labels : [];
  return only ? teamLine(only.team_id, [...store.labels, ...deleted.map(({ label }) => label)]) : '';
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
