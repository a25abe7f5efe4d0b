import { CancellationError, l10n, type MessageItem, window } from 'vscode';
import type { Session } from '../../accounts/session';
import type { Label } from '../../api/schema';
import { joined } from '../../common/joined';
import type { CopyPlan } from '../../operations/planCopy';
import { describeLeftOut } from '../messages/describeLeftOut';
import { namesIn } from '../messages/names';
import { organizationOf, placeOf } from '../messages/place';
import { teamLine } from '../messages/teamNames';

/** Where labels are copied from, and to. */
export interface CopyPlaces {
  readonly source: Session;
  readonly target: Session;
  /** Of `target`; undefined where there is one alone, and none of its labels tells which. */
  readonly teamId: string | undefined;
}

/**
 * Asks once, and says what is created where, and what is left out.
 *
 * @throws CancellationError unless the person chose to create.
 */
export async function confirmCopy(plan: CopyPlan, { source, target, teamId }: CopyPlaces): Promise<void> {
  const names = namesIn(source, plan.wanted);
  const isOne = plan.wanted.length === 1;
  const question = l10n.t('Copy {0} from {1} to {2}?', names.orCount, organizationOf(source), organizationOf(target));
  const list = isOne ? '' : names.some.join('\n');
  const existing = describeLeftOut(plan.existing, target);
  const place = joined([teamId === undefined ? '' : teamLine(teamId, target.labels.labels), placeOf([], target)], '\n');
  const detail = joined([list, consequence(isOne, source), existing, describeTwins(plan.twins, source), place], '\n\n');
  const confirm: MessageItem = {
    title: isOne ? l10n.t('Create Label') : l10n.t('Create {0} Labels', plan.wanted.length),
  };
  if ((await window.showInformationMessage(question, { modal: true, detail }, confirm)) !== confirm) {
    throw new CancellationError();
  }
}

function consequence(isOne: boolean, source: Session): string {
  return isOne
    ? l10n.t(
        'It is created with the same name and color. It gets an ID of its own, and is attached to no contact and no conversation. Nothing changes in {0}.',
        organizationOf(source),
      )
    : l10n.t(
        'They are created with the same names and colors. They get IDs of their own, and are attached to no contact and no conversation. Nothing changes in {0}.',
        organizationOf(source),
      );
}

function describeTwins(twins: readonly Label[], source: Session): string {
  const names = namesIn(source, twins);
  const [only] = twins.length === 1 ? twins : [];
  if (twins.length === 0) {
    return '';
  }
  return only
    ? l10n.t('A team can have each name once, so {0} is left out.', names.of(only))
    : l10n.t('A team can have each name once, so these are left out: {0}.', names.some.join(', '));
}
