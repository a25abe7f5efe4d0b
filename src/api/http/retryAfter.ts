import { parseHttpDate } from './httpDate';

/** A header that was sent twice arrives as one, with a comma in between; dates have one of their own. */
const ITEM = /\s*(?:[A-Za-z]+, )?[^,]+/g;
/** The longest wait that is read, in seconds. */
const YEAR = 365 * 24 * 60 * 60;

/**
 * How many seconds `Retry-After` asks to wait.
 *
 * Both forms of RFC 9110 §10.2.3 are read: seconds, and an HTTP date. The server's clock and this one may differ by
 * minutes, so a date counts from the answer's own `Date`; from `now` (milliseconds since 1970) only where there is none.
 * Of several the longest counts. Undefined for zero, for what is past and for what cannot be read: none of them says how
 * long to wait.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const answeredAt = parseHttpDate(headers.get('date') ?? '');
  const from = Number.isNaN(answeredAt) ? now : answeredAt;
  const items = headers.get('retry-after')?.match(ITEM) ?? [];
  const waits = items.map((item) => secondsIn(item.trim(), from)).filter((seconds) => seconds > 0);
  return waits.length > 0 ? Math.min(Math.max(...waits), YEAR) : undefined;
}

/** NaN for what is neither seconds nor a date. */
function secondsIn(text: string, from: number): number {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : (parseHttpDate(text) - from) / 1000;
}
