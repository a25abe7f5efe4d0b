import type { ApiErrorDetails, ApiErrorKind } from '../errors';

/** Codes of Node, OpenSSL, undici and Chromium; the first line that matches wins. What is not here is `network`. */
const KINDS: readonly (readonly [RegExp, ApiErrorKind])[] = [
  [/^E(RR_CONNECTION_|CONN)REFUSED$/, 'refused'],
  [/^(ENOTFOUND|EAI_[A-Z]+|ERR_NAME_\w+|ERR_DNS_\w+)$/, 'hostNotFound'],
  [/^(ETIMEDOUT|UND_ERR_\w+_TIMEOUT|ERR_(CONNECTION_)?TIMED_OUT|ERR_TLS_HANDSHAKE_TIMEOUT)$/, 'timeout'],
  [/CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^INVALID_CA$/, 'certificate'],
  [/PROXY|TUNNEL|SOCKS/, 'proxy'],
  [/REDIRECT/, 'redirected'],
  [/^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE)$/, 'offline'],
];

/** Failures without a code of their own, as undici and Electron word them. */
const WORDINGS: readonly (readonly [RegExp, string])[] = [
  [/unexpected redirect|redirect policy was 'error'/, 'UNEXPECTED_REDIRECT'],
  [/^Proxy response/, 'PROXY_RESPONSE'],
];

/** It ended on the way to the host, before anything was sent. */
const NEVER_SENT: ReadonlySet<ApiErrorKind> = new Set(['refused', 'hostNotFound', 'certificate', 'proxy']);

/** More would be a loop. */
const MAX_DEPTH = 8;

/**
 * Why `fetch` failed. Only codes are taken from the error, never its text: a FetchError, and what lies below it, knows
 * the request's headers.
 */
export function describeNetworkFailure(error: unknown): ApiErrorDetails {
  const found = failuresIn(error);
  return found.find(({ kind }) => kind !== 'network') ?? found[0] ?? { kind: 'network', mayHaveTakenEffect: true };
}

/** "fetch failed" has its reason below it, in `cause` or, where several addresses were tried, in `errors`. */
function failuresIn(error: unknown, depth = 0): ApiErrorDetails[] {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) {
    return [];
  }
  const { code, message, syscall, cause, errors } = error as Record<string, unknown>;
  const below = [cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  const failures = below.flatMap((next) => failuresIn(next, depth + 1));
  const networkCode = codeIn(code, message);
  if (networkCode !== undefined) {
    const kind = KINDS.find(([pattern]) => pattern.test(networkCode))?.[1] ?? 'network';
    const connecting = syscall === 'connect' || /CONNECT(ION)?_TIME|HANDSHAKE_TIME/.test(networkCode);
    failures.unshift({ kind, networkCode, mayHaveTakenEffect: !connecting && !NEVER_SENT.has(kind) });
  }
  return failures;
}

function codeIn(code: unknown, message: unknown): string | undefined {
  const text = typeof message === 'string' ? message : '';
  return (
    WORDINGS.find(([pattern]) => pattern.test(text))?.[1] ??
    // Electron's fetch has its code in the message alone: "net::ERR_NAME_NOT_RESOLVED".
    /\bnet::(ERR_[A-Z0-9_]{1,60})/.exec(text)?.[1] ??
    (typeof code === 'string' ? /^[A-Z][A-Z0-9_]{1,60}$/.exec(code)?.[0] : undefined)
  );
}
