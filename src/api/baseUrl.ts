/** The address of the API that a key may be sent to; made by {@link parseApiBaseUrl} alone. */
export interface ApiBaseUrl {
  /** Without a slash at the end: paths are appended as they are. */
  readonly href: string;
  readonly origin: string;
  /** Host name, with the port where it is not the usual one. */
  readonly host: string;
}

type InvalidBaseUrlReason = 'notAUrl' | 'notHttps' | 'credentials' | 'queryOrFragment';

/** The message names the reason only: the refused text may have a password in it. */
export class InvalidBaseUrlError extends Error {
  override readonly name = 'InvalidBaseUrlError';

  constructor(readonly reason: InvalidBaseUrlReason) {
    super(`The API base URL cannot be used: ${reason}`);
  }
}

/**
 * Reads an address that the API key may be sent to: https, or http to this computer.
 *
 * `*.localhost` does not count as this computer: what answers for it is up to the name server.
 *
 * @throws InvalidBaseUrlError
 */
export function parseApiBaseUrl(text: string): ApiBaseUrl {
  const url = parseUrl(text.trim());
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new InvalidBaseUrlError('notHttps');
  }
  if (url.username !== '' || url.password !== '') {
    throw new InvalidBaseUrlError('credentials');
  }
  // Not `search` and `hash`: they are empty for a lone "?" or "#", which would still swallow the path appended later.
  if (/[?#]/.test(url.href)) {
    throw new InvalidBaseUrlError('queryOrFragment');
  }
  return { href: url.href.replace(/\/+$/, ''), origin: url.origin, host: url.host };
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw new InvalidBaseUrlError('notAUrl');
  }
}

/** The URL parser has already brought forms such as "127.1" and "[0:0::1]" to the ones below. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
