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

/** What has to be done to names, for a button; undefined where every label gets the name that was wanted. */
export function changeWords(plan: readonly FittedUpdate[]): string | undefined {
  const problems = plan.flatMap(({ problem }) => problem ?? []);
  const isOne = problems.length === 1;
  switch (new Set(problems).size) {
    case 0:
      return undefined;
    case 1:
      return problems[0] === 'tooLong'
        ? isOne
          ? l10n.t('Shorten Name')
          : l10n.t('Shorten Names')
        : isOne
          ? l10n.t('Add Number')
          : l10n.t('Add Numbers');
    default:
      return l10n.t('Change Names');
  }
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
