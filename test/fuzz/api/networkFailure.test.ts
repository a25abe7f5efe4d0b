import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { describeNetworkFailure } from '../../../src/api/http/networkFailure';
import { property } from '../property';
import { anyText } from '../text';

/** Real codes, what each means, and whether nothing was sent for certain. */
const KNOWN = [
  ['ECONNREFUSED', 'refused', true],
  ['ENOTFOUND', 'hostNotFound', true],
  ['EAI_AGAIN', 'hostNotFound', true],
  ['CERT_HAS_EXPIRED', 'certificate', true],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate', true],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate', true],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', true],
  ['ECONNRESET', 'network', false],
  ['EPIPE', 'network', false],
  ['UND_ERR_SOCKET', 'network', false],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout', false],
  ['UND_ERR_BODY_TIMEOUT', 'timeout', false],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout', true],
  ['ETIMEDOUT', 'timeout', false],
  ['ENETUNREACH', 'offline', false],
] as const;

/** Any value that an error may be made of; `inner` is put into one of the places where fetch keeps the reason. */
const wrapped = (inner: fc.Arbitrary<unknown>) =>
  fc.oneof(
    fc.record({ message: anyText, cause: inner }),
    fc.record({ message: fc.constant('fetch failed'), name: anyText, cause: inner }),
    fc.record({ code: fc.constantFrom(undefined, null, 0, '', 'lower', 23), cause: inner, stack: anyText }),
    inner.map((error) => ({ message: '', errors: [error] })),
    inner.map((error) => ({ cause: undefined, errors: [null, 'text', error, {}] })),
    inner.map((cause) => Object.assign(new TypeError('fetch failed'), { cause })),
  );

/** So deep below the first error. */
function nested(inner: fc.Arbitrary<unknown>, depth: number): fc.Arbitrary<unknown> {
  return depth === 0 ? inner : wrapped(nested(inner, depth - 1));
}

const known = fc.constantFrom(...KNOWN);
const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withSparseArray: true, withBigInt: true, withMap: true }),
  fc.object({ key: fc.constantFrom('code', 'message', 'syscall', 'cause', 'errors', 'name'), maxDepth: 6 }),
  fc.object({
    key: fc.constantFrom('code', 'message', 'cause', 'errors'),
    values: [anyText, fc.constantFrom<string>(...KNOWN.map(([code]) => code))],
    withNullPrototype: true,
  }),
);

describe('why fetch failed', () => {
  property(
    'is found wherever the code is, down to where errors end',
    fc.record({ reason: known, depth: fc.nat(8) }).chain(({ reason: [code, kind, isUnsent], depth }) =>
      fc.record({
        error: nested(fc.constant(Object.assign(new Error('x'), { code })), depth),
        expected: fc.constant({ kind, networkCode: code, mayHaveTakenEffect: !isUnsent }),
      }),
    ),
    ({ error, expected }) => {
      expect(describeNetworkFailure(error)).toEqual(expected);
    },
  );

  property(
    'is that nothing was sent, where the connection was never made',
    nested(
      fc.constantFrom('ETIMEDOUT', 'ENETUNREACH', 'EHOSTUNREACH').map((code) => ({ code, syscall: 'connect' })),
      2,
    ),
    (error) => {
      expect(describeNetworkFailure(error).mayHaveTakenEffect).toBe(false);
    },
  );

  property(
    "is told by a code in Electron's message",
    fc.record({
      known: fc.constantFrom(
        ['ERR_NAME_NOT_RESOLVED', 'hostNotFound'],
        ['ERR_CONNECTION_REFUSED', 'refused'],
        ['ERR_INTERNET_DISCONNECTED', 'offline'],
        ['ERR_CERT_AUTHORITY_INVALID', 'certificate'],
        ['ERR_PROXY_CONNECTION_FAILED', 'proxy'],
        ['ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
        ['ERR_TIMED_OUT', 'timeout'],
        ['ERR_CONNECTION_RESET', 'network'],
      ),
      before: anyText,
    }),
    ({ known: [code, kind], before }) => {
      expect(describeNetworkFailure({ message: `${before} net::${code}` })).toMatchObject({ kind, networkCode: code });
    },
  );

  property(
    'is a kind and a code, and no text of the error, whatever was thrown',
    fc.oneof(anything, nested(anything, 2)),
    (error) => {
      const { kind, networkCode, mayHaveTakenEffect, ...more } = describeNetworkFailure(error);
      expect(kind).toMatch(/^(refused|hostNotFound|timeout|certificate|proxy|redirected|offline|network)$/);
      expect(networkCode ?? 'X1').toMatch(/^[A-Z][A-Z0-9_]{1,60}$/);
      expect(typeof mayHaveTakenEffect).toBe('boolean');
      expect(more).toEqual({});
    },
  );

  property('is found in an error that is its own cause', known, ([code, kind]) => {
    const error: Record<string, unknown> = { message: 'fetch failed' };
    error['cause'] = { code, cause: error };
    expect(describeNetworkFailure(error).kind).toBe(kind);
  });
});
