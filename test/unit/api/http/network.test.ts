import { describe, expect, it, vi } from 'vitest';
import { failureOf, setUp } from '../support';

const FETCH_FAILED = 'fetch failed';

/** How undici words it: "fetch failed", and the reason below. */
function undici(code: string, details: object = {}): Error {
  return new TypeError(FETCH_FAILED, { cause: Object.assign(new Error(code), { code }, details) });
}

async function failureAfter(thrown: unknown) {
  const { client, label, records } = setUp();
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(thrown));
  return { error: await failureOf(client.deleteLabel(label.id)), records };
}

describe('a request without an answer', () => {
  it.each<[kind: string, networkCode: string | undefined, thrown: unknown]>([
    ['refused', 'ECONNREFUSED', undici('ECONNREFUSED')],
    ['refused', 'ERR_CONNECTION_REFUSED', new Error('net::ERR_CONNECTION_REFUSED')],
    ['hostNotFound', 'ENOTFOUND', undici('ENOTFOUND')],
    ['hostNotFound', 'EAI_AGAIN', undici('EAI_AGAIN')],
    ['hostNotFound', 'ERR_NAME_NOT_RESOLVED', new Error('net::ERR_NAME_NOT_RESOLVED')],
    ['hostNotFound', 'ERR_DNS_SERVER_FAILED', new Error('net::ERR_DNS_SERVER_FAILED')],
    ['timeout', 'ETIMEDOUT', undici('ETIMEDOUT')],
    ['timeout', 'UND_ERR_CONNECT_TIMEOUT', undici('UND_ERR_CONNECT_TIMEOUT')],
    ['timeout', 'UND_ERR_HEADERS_TIMEOUT', undici('UND_ERR_HEADERS_TIMEOUT')],
    ['timeout', 'ERR_CONNECTION_TIMED_OUT', new Error('net::ERR_CONNECTION_TIMED_OUT')],
    ['timeout', 'ERR_TIMED_OUT', new Error('net::ERR_TIMED_OUT')],
    ['timeout', 'ERR_TLS_HANDSHAKE_TIMEOUT', undici('ERR_TLS_HANDSHAKE_TIMEOUT')],
    ['certificate', 'CERT_HAS_EXPIRED', undici('CERT_HAS_EXPIRED')],
    ['certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT', undici('DEPTH_ZERO_SELF_SIGNED_CERT')],
    ['certificate', 'SELF_SIGNED_CERT_IN_CHAIN', undici('SELF_SIGNED_CERT_IN_CHAIN')],
    ['certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', undici('UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
    ['certificate', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', undici('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')],
    ['certificate', 'ERR_TLS_CERT_ALTNAME_INVALID', undici('ERR_TLS_CERT_ALTNAME_INVALID')],
    ['certificate', 'ERR_CERT_AUTHORITY_INVALID', new Error('net::ERR_CERT_AUTHORITY_INVALID')],
    ['certificate', 'HOSTNAME_MISMATCH', undici('HOSTNAME_MISMATCH')],
    ['certificate', 'INVALID_CA', undici('INVALID_CA')],
    ['network', 'ECONNRESET', undici('ECONNRESET')],
    [
      'network',
      'UND_ERR_SOCKET',
      new TypeError('terminated', { cause: Object.assign(new Error(), { code: 'UND_ERR_SOCKET' }) }),
    ],
    ['network', 'ERR_EMPTY_RESPONSE', new Error('net::ERR_EMPTY_RESPONSE')],
    ['network', 'ERR_NETWORK_CHANGED', new Error('net::ERR_NETWORK_CHANGED')],
    ['offline', 'ENETUNREACH', undici('ENETUNREACH')],
    ['offline', 'ERR_INTERNET_DISCONNECTED', new Error('net::ERR_INTERNET_DISCONNECTED')],
    ['proxy', 'PROXY_RESPONSE', proxyRefusal()],
    ['proxy', 'ERR_TUNNEL_CONNECTION_FAILED', new Error('net::ERR_TUNNEL_CONNECTION_FAILED')],
    ['redirected', 'UNEXPECTED_REDIRECT', new TypeError(FETCH_FAILED, { cause: new Error('unexpected redirect') })],
    ['redirected', 'UNEXPECTED_REDIRECT', new Error("Attempted to redirect, but redirect policy was 'error'")],
    ['refused', 'ECONNREFUSED', new TypeError(FETCH_FAILED, { cause: new AggregateError([undici('ECONNREFUSED')]) })],
    ['offline', 'ENETUNREACH', new AggregateError([undici('ECONNRESET'), undici('ENETUNREACH')])],
    ['network', 'HPE_INVALID_CONSTANT', undici('HPE_INVALID_CONSTANT')],
    ['network', undefined, new TypeError('Failed to fetch')],
    ['network', undefined, undici('not a code: kdv_live_')],
    ['network', undefined, undici('not a CODE')],
    ['network', undefined, undici('CODE that is none')],
    ['network', undefined, new TypeError(FETCH_FAILED, { cause: null })],
    ['network', undefined, 'a string'],
    ['network', undefined, new TypeError(FETCH_FAILED, { cause: { code: Object.create(null) as unknown } })],
    ['network', undefined, new TypeError(FETCH_FAILED, { cause: { message: Object.create(null) as unknown } })],
    ['network', undefined, loop()],
  ])('is %s: %s, and is tried again where that may help', async (kind, networkCode, thrown) => {
    const { error, records } = await failureAfter(thrown);

    const attempts = ['timeout', 'certificate', 'redirected'].includes(kind) ? 1 : 5;
    expect(error).toMatchObject({ kind, networkCode, status: undefined, attempts });
    expect(records[0]?.failure).toBe([kind, networkCode].filter((word) => word).join(' '));
  });

  it.each([
    ['refused', undici('ECONNREFUSED'), false],
    ['not found', undici('ENOTFOUND'), false],
    ['distrusted', undici('CERT_HAS_EXPIRED'), false],
    ['not reached', undici('ENETUNREACH', { syscall: 'connect' }), false],
    ['connected to in time', undici('UND_ERR_CONNECT_TIMEOUT'), false],
    ['answering in time', new Error('net::ERR_CONNECTION_TIMED_OUT'), false],
    ['greeting in time', undici('ERR_TLS_HANDSHAKE_TIMEOUT'), false],
    ['behind a proxy that refuses', proxyRefusal(), false],
    ['cut off', undici('ECONNRESET'), true],
    ['slow to answer', undici('UND_ERR_HEADERS_TIMEOUT'), true],
    ['unclear', new TypeError('Failed to fetch'), true],
  ])('to a host that is %s leaves no doubt about a delete, or some', async (_, thrown, mayHaveTakenEffect) => {
    expect((await failureAfter(thrown)).error).toMatchObject({ mayHaveTakenEffect });
  });
});

function proxyRefusal(): Error {
  const refusal = Object.assign(new Error('Proxy response (407) !== 200 when HTTP Tunneling'), {
    code: 'UND_ERR_ABORTED',
  });
  return new TypeError(FETCH_FAILED, { cause: refusal });
}

function loop(): Error {
  const error = new Error('Round and round');
  error.cause = error;
  return error;
}
