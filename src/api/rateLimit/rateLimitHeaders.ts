/** What an answer says of the bucket it was taken from (API: Rate limits); undefined where it does not say it. */
export interface RateLimitHeaders {
  /** How many tokens the bucket holds, and how many come back in a minute. */
  readonly limit: number | undefined;
  /** Whole tokens left, this request taken out. */
  readonly remaining: number | undefined;
}

/** More a minute is a mistake: that would be twenty thousand a second. */
const MAX_LIMIT = 1_000_000;

export function isPossibleLimit(perMinute: number | undefined): perMinute is number {
  return perMinute !== undefined && perMinute >= 1 && perMinute <= MAX_LIMIT;
}

/**
 * Reads `X-RateLimit-Limit` and `X-RateLimit-Remaining`, each as far as it is possible. A header that was sent twice
 * arrives as one, with a comma in between: the lower one counts. `60;w=60` is how the drafts of a standard write 60 in 60
 * seconds.
 *
 * `X-RateLimit-Reset` is not read: it follows from the two, by the server's clock, which may differ from this one.
 */
export function readRateLimit(headers: Headers): RateLimitHeaders {
  const limit = readNumber(headers.get('x-ratelimit-limit'));
  const remaining = readNumber(headers.get('x-ratelimit-remaining'));
  return {
    limit: isPossibleLimit(limit) ? limit : undefined,
    remaining: remaining === undefined ? undefined : Math.floor(remaining),
  };
}

/** Undefined unless it is made of plain numbers of at most 15 digits. */
function readNumber(text: string | null): number | undefined {
  const items = (text ?? '').split(',').map((item) => /^\s*(\d{1,15}(?:\.\d+)?)\s*(?:;\s*w=60\s*)?$/.exec(item)?.[1]);
  const lowest = Math.min(...items.map(Number));
  return Number.isNaN(lowest) ? undefined : lowest;
}
