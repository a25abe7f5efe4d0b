import { describe, expect, it } from 'vitest';
import { EXPIRED_API_KEY, type Fault, REVOKED_API_KEY, SAMPLE_ORGANIZATION } from '../../kirim';
import { failureOf, setUp } from './support';

describe('getMe', () => {
  it('tells whose key it is', async () => {
    const { client } = setUp();

    expect((await client.getMe())?.organization.name).toBe(SAMPLE_ORGANIZATION);
  });

  it.each([
    ['nothing else', {}],
    ['nulls', { api_key: null, rate_limits: { tier: 'enterprise', write_per_minute: 'configurable' } }],
  ])('is content with the organization and %s', async (_, rest) => {
    const { client, kirim } = setUp();
    kirim.faults.add({
      fault: { kind: 'json', body: { data: { organization: { id: 'org_1', name: 'A' }, ...rest } } },
    });

    expect((await client.getMe())?.organization).toEqual({ id: 'org_1', name: 'A' });
  });

  it('gives nothing where KirimChat has no such thing', async () => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: { kind: 'status', status: 404 } });

    expect(await client.getMe()).toBeUndefined();
  });

  it.each<[string, Fault]>([
    ['a 404 of something else', { kind: 'status', status: 404, body: '<h1>404 page not found</h1>' }],
    ['a page', { kind: 'html' }],
    ['another shape', { kind: 'json', body: { data: { organization: { id: 'org_1' } } } }],
  ])('fails on %s', async (_, fault) => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault });

    expect(await failureOf(client.getMe())).toMatchObject({ kind: 'unreadable' });
  });

  it.each([
    [REVOKED_API_KEY, 'invalid_api_key'],
    [EXPIRED_API_KEY, 'expired_api_key'],
  ])('fails where the key is rejected: %s', async (apiKey, code) => {
    const { client } = setUp({ apiKey });

    expect(await failureOf(client.getMe())).toMatchObject({ kind: 'unauthorized', status: 401, code, attempts: 1 });
  });
});
