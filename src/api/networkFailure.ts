import type { ApiErrorDetails, NetworkCause } from './errors';

/** Codes of Node, OpenSSL, undici and Chromium; the first line that matches wins. */
const CAUSES: readonly (readonly [RegExp, NetworkCause])[] = [
  [/^E(RR_CONNECTION_|CONN)REFUSED$/, 'refused'],
  [/^(ENOTFOUND|EAI_[A-Z]+|ERR_NAME_\w+|ERR_DNS_\w+)$/, 'hostNotFound'],
  [/^(ETIMEDOUT|UND_ERR_\w+_TIMEOUT|ERR_(CONNECTION_)?TIMED_OUT|ERR_TLS_HANDSHAKE_TIMEOUT)$/, 'timedOut'],
  [/CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^INVALID_CA$/, 'certificate'],
  [/PROXY|TUNNEL|SOCKS/, 'proxy'],
  [/REDIRECT/, 'redirected'],
  [/^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE)$/, 'offline'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|ERR_CONNECTION_\w+|ERR_SOCKET_\w+|ERR_NETWORK_\w+)$/, 'reset'],
  [/^ERR_(EMPTY_RESPONSE|CONTENT_LENGTH_MISMATCH|INCOMPLETE_\w+|HTTP2_\w+|QUIC_\w+)$/, 'reset'],
];

/** Failures without a code of their own, as undici and Electron word them. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/unexpected redirect|redirect policy was 'error'/, 'UNEXPECTED_REDIRECT'],
  [/^Proxy response/, 'PROXY_RESPONSE'],
];

const NEVER_SENT: ReadonlySet<NetworkCause> = new Set(['refused', 'hostNotFound', 'certificate', 'proxy']);

/** More would be a loop. */
const MAX_DEPTH = 8;

interface Symptom {
  readonly code: string;
  /** It happened on the way to the host, before anything was sent. */
  readonly connecting: boolean;
}

/**
 * Why `fetch` failed. Only codes are taken from the error, never its text: a FetchError, and what lies below it, knows
 * the request's headers.
 */
export function describeNetworkFailure(error: unknown): ApiErrorDetails {
  const symptoms = collectSymptoms(error);
  const known = symptoms.find(({ code }) => causeOf(code) !== 'unknown') ?? symptoms[0];
  const networkCause = known ? causeOf(known.code) : 'unknown';
  return {
    kind: 'network',
    networkCause,
    networkCode: known?.code,
    mayHaveTakenEffect: !(known?.connecting === true || NEVER_SENT.has(networkCause)),
  };
}

function causeOf(code: string): NetworkCause {
  return CAUSES.find(([pattern]) => pattern.test(code))?.[1] ?? 'unknown';
}

/** "fetch failed" has its reason below it, in `cause` or, where several addresses were tried, in `errors`. */
function collectSymptoms(error: unknown, depth = 0): Symptom[] {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) {
    return [];
  }
  const { code, message, syscall, cause, errors } = error as Record<string, unknown>;
  const found = codeIn(code, message);
  const own =
    found === undefined
      ? []
      : [{ code: found, connecting: syscall === 'connect' || /CONNECT(ION)?_TIME|HANDSHAKE_TIME/.test(found) }];
  const below = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  return [...own, ...below.flatMap((next) => collectSymptoms(next, depth + 1))];
}

function codeIn(code: unknown, message: unknown): string | undefined {
  if (typeof message === 'string') {
    const worded = WORDINGS.find(([pattern]) => pattern.test(message))?.[1];
    // Electron's fetch has its code in the message alone: "net::ERR_NAME_NOT_RESOLVED".
    const spoken = worded ?? /\bnet::(ERR_[A-Z0-9_]{1,60})/.exec(message)?.[1];
    if (spoken !== undefined) {
      return spoken;
    }
  }
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : undefined;
}
