import { CancellationError, type MessageItem, window } from 'vscode';
import type { Session } from '../../accounts/session';
import { labelsOf, type SessionItems } from '../../accounts/sessionItems';
import type { Label } from '../../api/schema';
import { joined } from '../../common/joined';
import { NameCheck } from '../../operations/nameCheck';
import type { OperationItem } from '../../operations/operation';
import type { CopyPlan } from '../../operations/planCopy';
import { describeTime } from '../messages/describeBudget';
import { questionAbout } from '../messages/chosenLabels';
import { namesIn } from '../messages/names';
import { organizationOf, placeOf } from '../messages/place';
import { teamLine } from '../messages/teamNames';
import { l10n } from '../l10n';

/** A label, and the organization that it is copied from. */
export interface CopiedLabel extends OperationItem {
  readonly source: Session;
}

/**
 * Asks once, and says what is created where, and what is left out.
 *
 * @param filterNote what is said of the filter of the view; nothing where none is on.
 * @param teamId of the target; undefined where there is one alone, and none of its labels tells which.
 * @throws CancellationError unless the person chose to create.
 */
export async function confirmCopy(
  plan: CopyPlan<CopiedLabel>,
  target: Session,
  teamId: string | undefined,
  filterNote: string,
): Promise<void> {
  const parts = bySource(plan.wanted);
  const isOne = plan.wanted.length === 1;
  const to = organizationOf(target);
  const question = questionAbout(parts, {
    one: (name, organization) => l10n.t('Copy label {0} from {1} to {2}?', name, organization, to),
    many: (count, organization) => l10n.t('Copy {0} labels from {1} to {2}?', count, organization, to),
    across: (count, organizations) =>
      l10n.t('Copy {0} labels from {1} organizations to {2}?', count, organizations, to),
  });
  const team = teamId === undefined ? '' : teamLine(teamId, target.labels.labels);
  const detail = [
    ...(isOne ? [] : parts.map((part) => namesOf(part, parts.length > 1))),
    joined([consequence(isOne), filterNote]),
    describeLeftOut(plan.existing, target),
    describeAlike(plan.wanted, target, teamId),
    target.labels.latest?.isComplete
      ? ''
      : l10n.t('Not all labels of {0} could be read: some of these names may be there already.', to),
    describeTwins(plan.twins),
    describeTime({ session: target, items: plan.wanted }),
    joined([team, placeOf([], target)], '\n'),
  ];
  const title = isOne ? l10n.t('Create Label') : l10n.t('Create {0} Labels', plan.wanted.length);
  const confirm: MessageItem = { title };
  const options = { modal: true, detail: joined(detail, '\n\n') };
  if ((await window.showInformationMessage(question, options, confirm)) !== confirm) {
    throw new CancellationError();
  }
}

/** Which labels an organization has already, so that they are not created; empty where there are none. */
export function describeLeftOut(existing: readonly Label[], target: Session): string {
  const names = namesIn(target, existing);
  const [only] = existing.length === 1 ? existing : [];
  if (existing.length === 0) {
    return '';
  }
  return only
    ? l10n.t('There is a label {0} in {1} already, so it is left out.', names.of(only), organizationOf(target))
    : l10n.t(
        'There are labels with these names in {0} already, so they are left out: {1}.',
        organizationOf(target),
        names.some.join(', '),
      );
}

/** Labels of the other organization that have other names to KirimChat alone. */
function describeAlike(wanted: readonly CopiedLabel[], target: Session, teamId = ''): string {
  const check = new NameCheck(target.labels, { id: '', team_id: teamId });
  const problems = wanted.flatMap(({ label }) => check.problemOf(label.name) ?? []);
  const others = problems.flatMap((problem) => (problem.kind === 'alike' ? problem.other : []));
  if (others.length === 0) {
    return '';
  }
  const names = namesIn(target, others).some.join(', ');
  return wanted.length === 1
    ? l10n.t('This looks like the label {0}, which is there already.', names)
    : l10n.t('Some look like labels that are there already: {0}.', names);
}

/** The same by organization. */
export function bySource(items: readonly CopiedLabel[]): readonly SessionItems[] {
  const sources = [...new Set(items.map(({ source }) => source))];
  return sources.map((session) => ({ session, items: items.filter(({ source }) => source === session) }));
}

function namesOf(part: SessionItems, isOneOfSeveral: boolean): string {
  const { some } = namesIn(part.session, labelsOf([part]));
  return joined([isOneOfSeveral ? l10n.t('{0}:', organizationOf(part.session)) : '', ...some], '\n');
}

function consequence(isOne: boolean): string {
  return isOne
    ? l10n.t(
        'It is created with the same name and color. It gets an ID of its own, and is attached to no contact and no conversation. Where it is copied from nothing changes.',
      )
    : l10n.t(
        'They are created with the same names and colors. They get IDs of their own, and are attached to no contact and no conversation. Where they are copied from nothing changes.',
      );
}

function describeTwins(twins: readonly CopiedLabel[]): string {
  const names = bySource(twins).flatMap((part) => namesIn(part.session, labelsOf([part])).some);
  if (names.length === 0) {
    return '';
  }
  return names.length === 1
    ? l10n.t('A team can have each name once, so another label {0} is left out.', names.join(''))
    : l10n.t('A team can have each name once, so other labels of these names are left out: {0}.', names.join(', '));
}
