/**
 * Reads a `Retry-After` header: how many seconds to wait from `now` (milliseconds since 1970).
 *
 * Both forms of RFC 9110 §10.2.3 are read: seconds, and an HTTP date. Undefined for zero, for what is past and for what
 * cannot be read: none of them says how long to wait.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  const text = header ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) {
    return positive(Number(text));
  }
  // Only real HTTP dates: Date.parse alone also finds a date in "-5".
  return /^[A-Z][a-z]+, .+ GMT$/.test(text) ? positive((Date.parse(text) - now) / 1000) : undefined;
}

function positive(seconds: number): number | undefined {
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}
