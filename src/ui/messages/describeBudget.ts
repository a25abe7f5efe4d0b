import { readWriteReservePercent } from '../../accounts/configuration';
import type { SessionItems } from '../../accounts/sessionItems';
import type { WriteBudget } from '../../api/rateLimit/writeBudget';
import { joined } from '../../common/joined';
import { timeOfDay } from './dateAndTime';
import { duration } from './duration';
import { l10n } from '../l10n';

/** What is known of an organization's write limit, and when KirimChat said it. */
export function describeBudget(budget: WriteBudget): string {
  const { headers, toldAtMs } = budget;
  if (!headers.isLimitKnown) {
    return l10n.t('KirimChat has not said yet how many writes a minute this organization has.');
  }
  const limit = headers.limitPerMinute;
  const left = tokensLeft(budget);
  if (left === undefined || toldAtMs === undefined) {
    return l10n.t('Writes a minute: {0}. How many are left KirimChat says with the next change.', limit);
  }
  const time = timeOfDay(new Date(toldAtMs));
  return l10n.t('Writes a minute: {0}. Left, by what KirimChat said at {2}: about {1}.', limit, left, time);
}

/** How long it takes, and why; nothing for a run that takes a moment, or where the limit is not known. */
export function describeTime({ items: { length }, session: { client } }: SessionItems): string {
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
  const limit = writeBudget.limitPerMinute;
  const left = tokensLeft(writeBudget);
  return joined([
    left !== undefined && left < Math.min(length, limit / 2)
      ? l10n.t('Only {0} of the {1} writes a minute can be sent right now.', left, limit)
      : '',
    long,
    reserve > 0 ? l10n.t('A part of it is left to your messages to customers.') : '',
  ]);
}

/** Undefined while no answer has told. */
function tokensLeft({ level, limitPerMinute }: WriteBudget): number | undefined {
  return level === undefined ? undefined : Math.max(0, Math.min(limitPerMinute, Math.floor(level)));
}
