import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import type { ApiError } from '../../../src/api/errors';
import type { Fault } from '../../kirim';
import { cancellationOf, collect, failureOf, setUp, watchWaits } from './support';

const CANARY = 'kdv_live_CanaryCanaryCanary_00001';

/** Everything that is reachable from a value, getters and hidden properties included. */
function everythingIn(...values: unknown[]): string {
  return inspect(values, {
    depth: Infinity,
    showHidden: true,
    getters: true,
    maxStringLength: null,
    maxArrayLength: null,
  });
}

/** What a server could repeat the key in. */
const ECHO = {
  error: { type: CANARY, code: CANARY, message: `Bearer ${CANARY} is wrong: ${CANARY}`, request_id: CANARY },
};
const ECHO_HEADERS = { 'X-Request-Id': `req-${CANARY}` };

describe('the key', () => {
  it.each<[string, Fault]>([
    ['a refusal that repeats it', { kind: 'status', status: 401, body: ECHO, headers: ECHO_HEADERS }],
    ['a server error that repeats it', { kind: 'status', status: 500, body: CANARY, headers: ECHO_HEADERS }],
    ['a rate limit', { kind: 'rate_limited', retryAfter: '1', headers: ECHO_HEADERS }],
    ['an unreadable answer', { kind: 'html', body: `<p>${CANARY}</p>` }],
    ['a broken connection', { kind: 'cut' }],
    ['an answer that breaks off', { kind: 'truncated' }],
    ['a redirect', { kind: 'redirect', location: `https://elsewhere.test/?key=${CANARY}` }],
  ])('is in no error, record or wait after %s', async (_, fault) => {
    const { client, kirim, label, records } = setUp({ apiKey: CANARY });
    kirim.faults.add({ fault, times: Infinity });
    const options = watchWaits();

    const errors: ApiError[] = [
      await failureOf(client.deleteLabel(label.id, options)),
      await failureOf(client.listLabels(options).next()),
    ];

    expect(everythingIn(errors, records, options.waits)).not.toContain('Canary');
    expect(errors.map(({ stack, message }) => `${stack ?? ''}${message}`).join()).not.toContain('Canary');
    expect(errors.map(({ cause }) => cause)).toEqual([undefined, undefined]);
  });

  it.each([
    [
      'a fetch that names it',
      CANARY,
      new TypeError(CANARY, { cause: Object.assign(new Error(CANARY), { code: CANARY }) }),
    ],
    ['a key that fits in no header', `${CANARY}\n${CANARY}`, undefined],
  ])('is in no error or record after %s', async (_, apiKey, thrown) => {
    const { client, label, records } = setUp({ apiKey });
    if (thrown !== undefined) {
      vi.stubGlobal('fetch', () => Promise.reject(thrown));
    }

    const error = await failureOf(client.deleteLabel(label.id));

    expect(error).toMatchObject({ kind: 'network', networkCode: undefined });
    expect(everythingIn(error, records)).not.toContain('Canary');
  });

  it('leaves a mark where it was', async () => {
    const { client, kirim } = setUp({ apiKey: CANARY });
    const error = { ...ECHO.error, type: 'authentication_error', code: 'invalid_api_key' };
    kirim.faults.add({ fault: { kind: 'status', status: 401, body: { error } } });

    expect(await failureOf(client.getMe())).toMatchObject({
      kind: 'unauthorized',
      serverMessage: 'Bearer … is wrong: …',
    });
  });

  it('is in no record where the server has put it into an id, nor where that record is left out', async () => {
    const { client, kirim, label, records, unreadable } = setUp({ apiKey: CANARY });
    const data = [{ ...label, id: CANARY, updated_at: null }];
    kirim.faults.add({ fault: { kind: 'json', body: { data, has_more: false } } });
    await collect(client.listLabels());
    await failureOf(client.getLabel(CANARY));

    expect(records).toHaveLength(2);
    expect(unreadable).toEqual([{ id: '…', field: 'updated_at' }]);
    expect(everythingIn(records)).not.toContain('Canary');
  });

  it('is in no cancellation, and not to be seen in the client', async () => {
    const { client, kirim, label, records } = setUp({ apiKey: CANARY });
    const controller = new AbortController();
    kirim.faults.add({ fault: { kind: 'cut' }, times: Infinity });
    const onWait = (): void => {
      controller.abort();
    };

    const cancelled = await cancellationOf(client.deleteLabel(label.id, { signal: controller.signal, onWait }));

    expect(cancelled.lastError).toBeDefined();
    expect(everythingIn(cancelled, records, client)).not.toContain('Canary');
  });
});
