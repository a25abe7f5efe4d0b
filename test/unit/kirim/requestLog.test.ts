import { describe, expect, it } from 'vitest';
import { REVOKED_API_KEY, SAMPLE_API_KEY } from '../../kirim';
import { setUp } from './support';

describe('the request log', () => {
  it('tells what was asked, by whom, and how it was answered', async () => {
    const { kirim, call, clock } = setUp();
    clock.advance(500);
    await call('/labels?limit=5&cursor=x', { headers: { Origin: 'vscode-webview://1' } });
    expect(kirim.requests.all).toEqual([
      {
        method: 'GET',
        path: '/labels',
        query: { limit: '5', cursor: 'x' },
        at: clock.now(),
        organization: 'Acme',
        authorization: true,
        key: 'VS Code',
        idempotency_key: false,
        origin: 'vscode-webview://1',
        host: 'api.example',
        fault: null,
        status: 400,
      },
    ]);
  });

  it('tells known keys by name, whether they are valid or not, and never holds one', async () => {
    const { kirim, call } = setUp();
    const unknown = 'kdv_live_unknown-key-unknown-0001';
    await call('/me');
    await call('/me', { key: REVOKED_API_KEY });
    await call('/me', { key: unknown, headers: { 'Idempotency-Key': 'k' } });
    await call('/me', { key: null });
    const seen = kirim.requests.all.map(({ key, organization, authorization }) => [key, organization, authorization]);
    expect(seen).toEqual([
      ['VS Code', 'Acme', true],
      ['Laptop Hilang', 'Acme', true],
      [null, null, true],
      [null, null, false],
    ]);
    expect(kirim.requests.all[2]?.idempotency_key).toBe(true);
    const text = JSON.stringify(kirim.requests.all);
    for (const key of [SAMPLE_API_KEY, REVOKED_API_KEY, unknown]) expect(text).not.toContain(key);
  });

  it('counts by method, path and status, and forgets', async () => {
    const { kirim, call, acme } = setUp();
    await call('/me');
    await call('/labels');
    await call('/labels', { method: 'POST' });
    acme.spendWrites(60);
    await call('/labels/x', { method: 'DELETE' });
    const { requests } = kirim;
    expect([requests.count(), requests.count({ path: '/labels' }), requests.count({ method: 'GET' })]).toEqual([
      4, 2, 2,
    ]);
    expect([requests.count({ status: 429 }), requests.count({ path: /^\/labels/, status: 200 })]).toEqual([1, 1]);
    requests.clear();
    expect([requests.count(), requests.all]).toEqual([0, []]);
  });

  it('has no status while a request is held, and none when its connection was cut', async () => {
    const { kirim, call } = setUp();
    const gate = kirim.faults.hold({}, { times: 2 });
    const asking = [call('/me'), call('/labels')];
    await gate.reached(2);
    expect(kirim.requests.all.map(({ status, fault }) => [status, fault])).toEqual([
      [null, 'hold'],
      [null, 'hold'],
    ]);
    expect([kirim.requests.inFlight, kirim.requests.maxInFlight]).toEqual([2, 2]);
    gate.open();
    await Promise.all(asking);
    expect([kirim.requests.inFlight, kirim.requests.maxInFlight]).toEqual([0, 2]);
    expect(kirim.requests.all.map(({ status }) => status)).toEqual([200, 200]);
    kirim.requests.clear();
    kirim.faults.add({ fault: { kind: 'cut', applied: true } });
    await call('/me').catch(() => undefined);
    expect(kirim.requests.all).toMatchObject([{ status: null, fault: 'cut' }]);
    expect([kirim.requests.inFlight, kirim.requests.maxInFlight]).toEqual([0, 1]);
  });
});
