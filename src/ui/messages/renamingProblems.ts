import { joined } from '../../common/joined';
import { labelsOf, type SessionItems } from '../../accounts/sessionItems';
import type { FittedUpdate } from '../../operations/retirement';
import { type LabelNames, namesIn } from './names';
import { quoted } from './plainText';
import { l10n } from '../l10n';

/** More would not fit into a dialog. */
const SHOWN = 5;

type Problem = NonNullable<FittedUpdate['problem']>;

/** Which names KirimChat would refuse, and what they would be instead; empty where there is none. */
export function describeProblems({ session, items: plan }: SessionItems<FittedUpdate>): string {
  const names = namesIn(session, labelsOf([{ items: plan }]));
  return joined([section('tooLong', plan, names), section('taken', plan, names)], '\n\n');
}

export type NameChanges = 'none' | 'shortenOne' | 'shortenMany' | 'numberOne' | 'numberMany' | 'both';

/** What has to be done to names, for a button; none where every label gets the name that was wanted. */
export function nameChangesOf(plan: readonly FittedUpdate[]): NameChanges {
  const problems = plan.flatMap(({ problem }) => problem ?? []);
  const [first, ...others] = new Set(problems);
  if (first === undefined) {
    return 'none';
  }
  if (others.length > 0) {
    return 'both';
  }
  const isOne = problems.length === 1;
  return first === 'tooLong' ? (isOne ? 'shortenOne' : 'shortenMany') : isOne ? 'numberOne' : 'numberMany';
}

function section(wanted: Problem, plan: readonly FittedUpdate[], names: LabelNames): string {
  const some = plan.filter(({ problem }) => problem === wanted);
  const more = some.length - SHOWN;
  return joined(
    [
      some.length > 0 ? heading(wanted, some.length) : '',
      ...some
        .slice(0, SHOWN)
        .map(({ label, wanted: name, name: instead }) => `${names.of(label, name)} → ${quoted(instead)}`),
      more > 0 ? l10n.t('…and {0} more', more) : '',
    ],
    '\n',
  );
}

function heading(problem: Problem, count: number): string {
  if (problem === 'tooLong') {
    return count === 1
      ? l10n.t('1 name would have more than 50 characters, which KirimChat does not allow:')
      : l10n.t('{0} names would have more than 50 characters, which KirimChat does not allow:', count);
  }
  return count === 1
    ? l10n.t('1 name is taken by another label:')
    : l10n.t('{0} names are taken by other labels:', count);
}
