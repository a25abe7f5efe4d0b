/** What an answer says of the bucket it was taken from (API: Rate limits). */
export interface RateLimit {
  /** How many tokens the bucket holds, and how many come back in a minute. */
  readonly limit: number;
  /** Whole tokens left, this request taken out. */
  readonly remaining: number;
}

/**
 * Reads `X-RateLimit-Limit` and `X-RateLimit-Remaining`. Undefined unless both are there and possible: half of them
 * would have to be guessed.
 *
 * `X-RateLimit-Reset` is not read: it follows from the two, by the server's clock, which may differ from this one.
 */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const limit = readNumber(headers.get('x-ratelimit-limit'));
  const remaining = readNumber(headers.get('x-ratelimit-remaining'));
  const isPossible = limit >= 1 && remaining <= limit;
  return isPossible ? { limit, remaining: Math.floor(remaining) } : undefined;
}

/** NaN, which no comparison holds for, unless it is a plain number of at most 15 digits. */
function readNumber(text: string | null): number {
  return /^\d{1,15}(\.\d+)?$/.test(text ?? '') ? Number(text) : NaN;
}
