import type { TokenBucket } from './tokenBucket';

export type RateClass = 'read' | 'write';

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Which of the organization's two buckets a request is taken from. */
export function rateClass(method: string): RateClass {
  return WRITES.has(method) ? 'write' : 'read';
}

/** The headers that every success and every 4xx carries. */
export function rateLimitHeaders(bucket: TokenBucket): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(bucket.limit),
    'X-RateLimit-Remaining': String(Math.floor(bucket.level())),
    'X-RateLimit-Reset': String(Math.ceil(bucket.fullAt() / 1000)),
  };
}

/** Whole seconds to wait for the next token, at least one. */
export function retryAfter(bucket: TokenBucket): string {
  return String(Math.max(1, Math.ceil(bucket.nextTokenIn() / 1000)));
}
