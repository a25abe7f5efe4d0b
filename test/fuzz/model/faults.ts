import fc from 'fast-check';
import type { Fault } from '../../kirim';

/** An answer that comes so many seconds later, and from a server that may have done what was asked before that. */
interface Late {
  readonly kind: 'late';
  readonly applied: boolean;
  readonly seconds: number;
}

const applied = fc.boolean();

/** Whatever can go wrong between us and KirimChat. None of it says what is not so: that nobody could survive. */
export const anyFault: fc.Arbitrary<Fault | Late> = fc.oneof(
  fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(500, 502, 503, 504), applied }),
  fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(400, 401, 403, 409, 429) }),
  fc.record({ kind: fc.constant('rate_limited' as const), retryAfter: fc.constantFrom('1', '20', '400') }),
  fc.record({ kind: fc.constant('html' as const), applied }),
  fc.record({ kind: fc.constant('json' as const), body: fc.jsonValue({ maxDepth: 1 }), applied }),
  fc.record({ kind: fc.constant('redirect' as const), location: fc.constant('https://evil.test/') }),
  fc.record({ kind: fc.constant('cut' as const), applied }),
  fc.record({ kind: fc.constant('truncated' as const) }),
  fc.record({ kind: fc.constant('truncated_json' as const) }),
  fc.record({ kind: fc.constant('late' as const), applied, seconds: fc.constantFrom(1, 10, 90) }),
);
