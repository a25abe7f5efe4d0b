import type { ApiError } from '../../../api/errors';
import { joined } from '../../../common/joined';
import type { BatchResult, ItemResult, ItemStatus, OperationItem } from '../../../operations/operation';
import type { Session } from '../../../accounts/session';
import type { Organization } from '../names';
import { apiOf, organizationOf } from '../place';
import { isolated } from '../plainText';
import { dateAndTime } from '../dateAndTime';
import { describeError } from '../describeError';
import { namesakesOf, teamTitle } from '../teamNames';
import type { OperationWords } from './operationWords';
import { formatNumber, l10n } from '../../l10n';

/** In the order of the report. */
const STATUSES: readonly ItemStatus[] = [
  'done',
  'alreadyGone',
  'exists',
  'changed',
  'unchecked',
  'busy',
  'failed',
  'inDoubt',
  'notStarted',
];

/** One paragraph: how many labels ended in which way, and why, where one reason says it for all. */
export function summarizeBatch<T extends OperationItem>(
  { results, stoppedBy }: BatchResult<T>,
  words: OperationWords<T>,
  session: Organization & Pick<Session, 'ended'>,
): string {
  const done = countOf('done', results);
  const isCancelled = !stoppedBy && !session.ended.aborted && countOf('notStarted', results) > 0;
  const countHeading = (status: ItemStatus) => words.countHeading?.(status) ?? words.heading(status);
  return joined([
    isCancelled ? l10n.t('Cancelled.') : '',
    done === results.length ? words.done(results, session) : words.partly(done, results),
    ...STATUSES.slice(1)
      .map((status) => ({ status, count: countOf(status, results) }))
      .filter(({ count }) => count > 0)
      .map(({ status, count }) => l10n.t('{0}: {1}.', countHeading(status), count)),
    commonReason(results, stoppedBy),
  ]);
}

/** Line by line: where and when it was, the summary, and each label, by how it ended. */
export function reportBatch<T extends OperationItem>(
  batch: BatchResult<T>,
  words: OperationWords<T>,
  session: Session,
): string[] {
  const { results } = batch;
  const namesakes = namesakesOf(results.map(({ item }) => item.label));
  const line = (result: ItemResult<T>) => {
    const team = namesakes.teamOf(result.item.label);
    const reason = result.error === undefined ? '' : describeError(result.error);
    const request = result.requestId && l10n.t('Request ID: {0}', isolated(result.requestId));
    const parts = [...words.reportLine(result), team && teamTitle(team), reason, request];
    return `  ${joined(parts, '  ')}`;
  };
  const section = (status: ItemStatus) => {
    const some = results.filter((result) => result.status === status);
    return some.length === 0 ? [] : ['', `${words.heading(status)} (${formatNumber(some.length)})`, ...some.map(line)];
  };
  const time = l10n.t('Time: {0}', dateAndTime(new Date()));
  return [...reportHead(session, time, summarizeBatch(batch, words, session)), ...STATUSES.flatMap(section)];
}

/** What each report begins with: where it was, when, and the summary. */
export function reportHead(session: Session, time: string, summary: string): string[] {
  return [l10n.t('Organization: {0}', organizationOf(session, '–')), apiOf(session), time, '', summary];
}

/** Why labels did not end as they were asked to, where one reason says it for all; else the report tells. */
function commonReason(results: readonly ItemResult[], stoppedBy: ApiError | undefined): string {
  if (stoppedBy) {
    return describeError(stoppedBy);
  }
  const failed = results.filter(({ status }) => status === 'failed' || status === 'inDoubt' || status === 'unchecked');
  const [reason = '', ...others] = new Set(
    failed.flatMap(({ error }) => (error === undefined ? [] : describeError(error))),
  );
  return others.length === 0 ? reason : '';
}

function countOf(status: ItemStatus, results: readonly ItemResult[]): number {
  return results.filter((result) => result.status === status).length;
}
