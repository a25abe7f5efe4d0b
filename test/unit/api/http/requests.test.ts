import { describe, expect, it, vi } from 'vitest';
import { parseApiBaseUrl } from '../../../../src/api/baseUrl';
import { KirimClient } from '../../../../src/api/client';
import { SAMPLE_API_KEY } from '../../../kirim';
import { cancellationOf, collect, setUp } from '../support';

/** Notes what the client hands to fetch, and passes it on. */
function watchFetch(pass: typeof fetch) {
  const seen: { url: URL; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    seen.push({ url: new URL(input), init });
    return pass(input, init);
  });
  return seen;
}

describe('what is sent', () => {
  it('goes to the base URL, with the key in one header and nowhere else', async () => {
    const { client, kirim, label } = setUp({ baseUrl: 'https://api.test:8443/kirim/v1/' });
    const seen = watchFetch(kirim.fetch);

    await client.getMe().catch(() => undefined);
    await client
      .listLabels()
      .next()
      .catch(() => undefined);
    await client.deleteLabel(label.id).catch(() => undefined);

    expect(seen.map(({ url, init }) => `${init.method ?? ''} ${url.href}`)).toEqual([
      'GET https://api.test:8443/kirim/v1/me',
      'GET https://api.test:8443/kirim/v1/labels?limit=100',
      `DELETE https://api.test:8443/kirim/v1/labels/${label.id}`,
    ]);
    for (const { init } of seen) {
      const { authorization, ...others } = Object.fromEntries(new Headers(init.headers));
      expect(authorization).toBe(`Bearer ${SAMPLE_API_KEY}`);
      expect(others).toEqual({ accept: 'application/json' });
      expect(init.body).toBeUndefined();
    }
  });

  it('is never answered from a cache, and never redirected', async () => {
    const { client, kirim } = setUp();
    const seen = watchFetch(kirim.fetch);

    await client.getMe();

    expect(seen[0]?.init).toMatchObject({ cache: 'no-store', redirect: 'error' });
  });

  it('goes through the fetch of that moment', async () => {
    const { client, kirim } = setUp();
    await client.getMe();
    const seen = watchFetch(kirim.fetch);

    await client.getMe();

    expect(seen).toHaveLength(1);
  });

  it('is taken back when a read is cancelled, so that nothing stays open', async () => {
    const { client } = setUp();
    const seen = watchFetch(() => new Promise(() => undefined));
    const controller = new AbortController();
    const cancelled = cancellationOf(client.getMe({ signal: controller.signal }));
    await vi.waitUntil(() => seen.length > 0);

    controller.abort();

    await cancelled;
    expect(seen[0]?.init.signal?.aborted).toBe(true);
  });

  it('leaves no timer behind', async () => {
    const { client } = setUp();
    await client.getMe();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

    await client.getMe();

    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('needs nobody who writes it down', async () => {
    const { label } = setUp();
    const baseUrl = parseApiBaseUrl('https://api.test/v1');
    const client = new KirimClient({ baseUrl, apiKey: SAMPLE_API_KEY, timeoutSeconds: () => 30 });

    expect(await client.getLabel(label.id)).toEqual(label);
  });

  it('is written down, attempt by attempt', async () => {
    const { client, clock, kirim, label, records } = setUp();
    kirim.faults.add({ fault: { kind: 'status', status: 503 } });
    const answer = kirim.fetch;
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      clock.advance(12);
      return answer(input, init);
    });

    await client.deleteLabel(label.id);
    await collect(client.listLabels());

    const requestId = expect.stringMatching(/^req_/) as string;
    const path = `/labels/${label.id}`;
    expect(records).toEqual([
      { method: 'DELETE', path, attempt: 1, status: 503, durationMs: 12, requestId, failure: 'server' },
      { method: 'DELETE', path, attempt: 2, status: 200, durationMs: 12, requestId },
      { method: 'GET', path: '/labels?limit=100', attempt: 1, status: 200, durationMs: 12, requestId },
    ]);
  });
});
