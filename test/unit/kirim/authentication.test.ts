import { describe, expect, it } from 'vitest';
import { EXPIRED_API_KEY, REVOKED_API_KEY, SAMPLE_API_KEY, SECOND_API_KEY } from '../../kirim';
import { errorOf, setUp } from './support';

const INVALID = [401, 'authentication_error', 'invalid_api_key', undefined];
const EXPIRED = [401, 'authentication_error', 'expired_api_key', undefined];

describe('authentication', () => {
  it('tells who is asking', async () => {
    const { call, acme } = setUp();
    const { status, body } = await call('/me');
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        organization: { id: acme.id, object: 'organization', name: 'Acme' },
        api_key: { id: expect.stringMatching(/^key_/) as string, object: 'api_key', label: 'VS Code', last4: '0001' },
        rate_limits: { tier: 'default', write_per_minute: 60, read_per_minute: 600 },
      },
      request_id: expect.stringMatching(/^req_/) as string,
    });
    expect(JSON.stringify(body)).not.toContain(SAMPLE_API_KEY);
  });

  it('refuses no key, an unknown key, a revoked key and another scheme', async () => {
    const { call } = setUp();
    expect(errorOf(await call('/me', { key: null }))).toEqual(INVALID);
    expect(errorOf(await call('/me', { key: 'kdv_live_unknown-key-unknown-0001' }))).toEqual(INVALID);
    expect(errorOf(await call('/me', { key: REVOKED_API_KEY }))).toEqual(INVALID);
    const basic = { Authorization: `Basic ${SAMPLE_API_KEY}` };
    expect(errorOf(await call('/me', { key: null, headers: basic }))).toEqual(INVALID);
  });

  it('tells an expired key', async () => {
    const { call } = setUp();
    expect(errorOf(await call('/labels', { key: EXPIRED_API_KEY }))).toEqual(EXPIRED);
  });

  it('lets a key expire at its time', async () => {
    const { call, acme, clock } = setUp();
    const key = acme.addKey({ label: 'one minute', expires_at: clock.now() + 60_000 });
    clock.advance(59_999);
    expect((await call('/me', { key })).status).toBe(200);
    clock.advance(1);
    expect(errorOf(await call('/me', { key }))).toEqual(EXPIRED);
  });

  it('refuses a key once it is revoked or expired behind its back', async () => {
    const { call, acme } = setUp();
    acme.expireKey('VS Code');
    expect(errorOf(await call('/me'))).toEqual(EXPIRED);
    acme.revokeKey(SAMPLE_API_KEY);
    expect(errorOf(await call('/me'))).toEqual(INVALID);
    expect((await call('/me', { key: SECOND_API_KEY })).status).toBe(200);
  });

  it('refuses a suspended organization, not its neighbours', async () => {
    const { call, acme } = setUp();
    acme.suspended = true;
    const refused = await call(`/labels/${acme.labels()[0]?.id ?? ''}`, { method: 'DELETE' });
    expect(errorOf(refused)).toEqual([403, 'permission_error', 'permission_error', undefined]);
    expect(acme.labels()).toHaveLength(41);
    expect((await call('/me', { key: SECOND_API_KEY })).status).toBe(200);
  });

  it('refuses keys of the wrong form', () => {
    const { acme } = setUp();
    expect(() => acme.addKey({ label: 'short', secret: 'kdv_live_short' })).toThrow('24 URL-safe');
    expect(() => acme.addKey({ label: 'twice', secret: SAMPLE_API_KEY })).toThrow('exists');
    expect(acme.addKey({ label: 'made up' })).toMatch(/^kdv_live_[\w-]{24}$/);
  });
});

describe('what is not there', () => {
  it('asks no key of /health', async () => {
    const { call } = setUp();
    const { status, headers, body } = await call('/health', { key: null });
    expect([status, body.request_id]).toEqual([200, headers.get('X-Request-Id')]);
  });

  it.each([
    ['GET', '/nothing'],
    ['POST', '/me'],
    ['PUT', '/labels'],
    ['DELETE', '/labels'],
    ['GET', '/labels/'],
    ['OPTIONS', '/labels'],
  ])('answers %s %s with the error envelope', async (method, path) => {
    const { call } = setUp();
    const reply = await call(path, { method });
    expect(errorOf(reply)).toEqual([404, 'not_found', 'resource_not_found', undefined]);
    expect(reply.body.error?.request_id).toBe(reply.headers.get('X-Request-Id'));
  });

  it('does not tell a stranger what is there', async () => {
    const { call } = setUp();
    expect(errorOf(await call('/nothing', { key: null }))).toEqual(INVALID);
  });
});
