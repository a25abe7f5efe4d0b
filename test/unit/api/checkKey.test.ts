import { describe, expect, it } from 'vitest';
import { checkKey } from '../../../src/api/checkKey';
import { REVOKED_API_KEY, SAMPLE_ORGANIZATION, type Fault } from '../../kirim';
import { cancellationOf, failureOf, setUp } from './support';

const ME = { path: '/me' };
const LIST = { path: '/labels' };
const NOT_FOUND: Fault = { kind: 'status', status: 404, body: '<h1>404 page not found</h1>' };

const STRANGERS: readonly (readonly [string, Fault])[] = [
  ['a 404 of something else', NOT_FOUND],
  ['a gateway’s 401', { kind: 'status', status: 401, body: '<h1>Unauthorized</h1>' }],
  ['a gateway’s 403 in JSON', { kind: 'status', status: 403, body: { message: 'Forbidden' } }],
  ['a captive portal', { kind: 'html' }],
  ['an empty object', { kind: 'json', body: {} }],
  ['an empty list of something', { kind: 'json', body: { data: [] } }],
  ['nothing', { kind: 'status', status: 200, body: '' }],
  ['a redirect', { kind: 'redirect', location: 'https://elsewhere.test/' }],
];

describe('checking a key', () => {
  it('asks whose it is, and for nothing else where that is told', async () => {
    const { client, kirim } = setUp();

    expect((await checkKey(client, {}))?.organization.name).toBe(SAMPLE_ORGANIZATION);
    expect(kirim.requests.all.map(({ path }) => path)).toEqual(['/me']);
  });

  it.each([['KirimChat’s own 404', { kind: 'status', status: 404 }] as const, ...STRANGERS])(
    'asks for labels where %s is all that /me gives',
    async (_, fault) => {
      const { client, kirim } = setUp();
      kirim.faults.add({ match: ME, fault });

      expect(await checkKey(client, {})).toBeUndefined();
      expect(kirim.requests.all.map(({ path }) => path)).toEqual(['/me', '/labels']);
    },
  );

  it.each(STRANGERS)('says that the address is wrong where %s is all that there is', async (_, fault) => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault, times: Infinity });

    expect(await failureOf(checkKey(client, {}))).toMatchObject({ kind: 'wrongAddress' });
    expect(kirim.requests.count()).toBe(2);
  });

  it('says so where KirimChat itself has neither of them', async () => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: { kind: 'status', status: 404 }, times: Infinity });

    expect(await failureOf(checkKey(client, {}))).toMatchObject({ kind: 'wrongAddress', status: 404 });
  });

  it('says so of the stand-in without its /v1', async () => {
    const { client } = setUp({ baseUrl: 'https://api.test' });

    expect(await failureOf(checkKey(client, {}))).toMatchObject({ kind: 'wrongAddress' });
  });

  it('takes an organization without labels for one', async () => {
    const { client, kirim } = setUp();
    kirim.faults.add({ match: ME, fault: { kind: 'status', status: 404 } });
    kirim.faults.add({ match: LIST, fault: { kind: 'json', body: { data: [], has_more: false, next_cursor: null } } });

    expect(await checkKey(client, {})).toBeUndefined();
  });

  it.each<[string, Fault, object]>([
    ['a gateway’s 502', { kind: 'status', status: 502, body: '<h1>Bad Gateway</h1>' }, { kind: 'unreadable' }],
    ['a 500', { kind: 'status', status: 500 }, { kind: 'server' }],
    ['a broken connection', { kind: 'cut' }, { kind: 'network' }],
    ['KirimChat’s 403', { kind: 'status', status: 403 }, { kind: 'forbidden' }],
  ])('blames no address for %s, wherever it comes', async (_, fault, failure) => {
    for (const match of [ME, LIST]) {
      const { client, kirim } = setUp();
      kirim.faults.add({ match, fault, times: Infinity });
      kirim.faults.add({ match: ME, fault: NOT_FOUND, times: Infinity });

      expect(await failureOf(checkKey(client, {}))).toMatchObject(failure);
    }
  });

  it('fails where the list rejects the key', async () => {
    const { client, kirim } = setUp({ apiKey: REVOKED_API_KEY });
    kirim.faults.add({ match: ME, fault: NOT_FOUND });

    expect(await failureOf(checkKey(client, {}))).toMatchObject({ kind: 'unauthorized', code: 'invalid_api_key' });
  });

  it('ends when nobody waits for it any more', async () => {
    const { client } = setUp();

    await cancellationOf(checkKey(client, { signal: AbortSignal.abort() }));
  });
});
