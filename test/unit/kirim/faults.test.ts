import { beforeEach, describe, expect, it } from 'vitest';
import { Gate, type Fault, type Kirim, type Organization } from '../../kirim';
import { SAMPLE_API_KEY } from '../../kirim';
import { errorOf, setUp, type Call } from './support';

const DELETE = { method: 'DELETE' };
const headers = { Authorization: `Bearer ${SAMPLE_API_KEY}` };

let call: Call;
let acme: Organization;
let kirim: Kirim;
let path: string;
let id: string;
beforeEach(() => {
  ({ call, acme, kirim } = setUp());
  id = acme.labels()[0]?.id ?? '';
  path = `/labels/${id}`;
});

const fetchRaw = (init: RequestInit = {}) => kirim.fetch(`https://api.example/v1${path}`, { headers, ...init });
const exists = () => acme.labels().some((label) => label.id === id);
const labelCount = () => acme.labels().length;

describe('which requests a fault hits', () => {
  const fault: Fault = { kind: 'status', status: 503 };
  const statuses = async (...paths: string[]) => {
    const seen = [];
    for (const asked of paths) seen.push((await call(asked)).status);
    return seen;
  };

  it('hits the next request once unless told', async () => {
    const script = kirim.faults.add({ fault });
    expect(await statuses('/me', '/me')).toEqual([503, 200]);
    expect(script.used).toBe(1);
  });

  it('hits by method and path, with a text or a pattern', async () => {
    kirim.faults.add({ match: { path: '/labels' }, fault });
    kirim.faults.add({ match: { path: /^\/labels\/lbl_/g }, times: 2, fault });
    kirim.faults.add({ match: { method: 'POST' }, fault });
    expect(await statuses('/me', '/labels', '/labels', path, path, path)).toEqual([200, 503, 200, 503, 503, 200]);
    expect((await call('/labels', { method: 'POST' })).status).toBe(503);
  });

  it('lets some pass before', async () => {
    kirim.faults.add({ skip: 2, times: 2, fault });
    expect(await statuses('/me', '/me', '/me', '/me', '/me')).toEqual([200, 200, 503, 503, 200]);
  });

  it('plays several in the order in which they were added', async () => {
    kirim.faults.add({ fault });
    kirim.faults.add({ fault: { kind: 'status', status: 500 } });
    expect(await statuses('/me', '/me', '/me')).toEqual([503, 500, 200]);
  });

  it('stops when it is removed or all are cleared', async () => {
    const script = kirim.faults.add({ times: Infinity, fault });
    expect(await statuses('/me', '/me')).toEqual([503, 503]);
    script.remove();
    expect(await statuses('/me')).toEqual([200]);
    kirim.faults.add({ fault });
    kirim.faults.clear();
    expect(await statuses('/me')).toEqual([200]);
  });
});

describe('answers that are faults', () => {
  it.each([
    [400, 'invalid_request_error', 'invalid_request'],
    [401, 'authentication_error', 'invalid_api_key'],
    [403, 'permission_error', 'permission_error'],
    [404, 'not_found', 'resource_not_found'],
    [429, 'rate_limit_error', 'rate_limit_exceeded'],
    [500, 'api_error', 'internal_error'],
    [503, 'api_error', 'internal_error'],
  ])('sends the right envelope with a %d', async (status, type, code) => {
    kirim.faults.add({ fault: { kind: 'status', status } });
    const reply = await call(path, DELETE);
    expect(errorOf(reply)).toEqual([status, type, code, undefined]);
    expect(reply.body.error?.request_id).toBe(reply.headers.get('X-Request-Id'));
    expect(reply.headers.get('X-RateLimit-Remaining')).toBe(status < 500 ? '60' : null);
    expect(exists()).toBe(true);
  });

  it('sends the body and the headers that the script wants', async () => {
    const fault: Fault = { kind: 'status', status: 502, body: 'Bad gateway', headers: { 'X-Cache': 'miss' } };
    kirim.faults.add({ fault });
    const response = await fetchRaw();
    expect([response.status, response.headers.get('X-Cache'), await response.text()]).toEqual([
      502,
      'miss',
      'Bad gateway',
    ]);
    kirim.faults.add({ fault: { kind: 'status', status: 418, body: { tea: true } } });
    expect((await call('/me')).body).toEqual({ tea: true });
  });

  it.each<Fault>([{ kind: 'status', status: 500 }, { kind: 'json', body: {} }, { kind: 'html' }, { kind: 'cut' }])(
    'does or does not do what was asked before: $kind',
    async (fault) => {
      kirim.faults.add({ fault });
      await fetchRaw(DELETE).catch(() => undefined);
      expect(exists()).toBe(true);
      expect(acme.bucket('write').level()).toBe(60);
      kirim.faults.add({ fault: { ...fault, applied: true } as Fault });
      await fetchRaw(DELETE).catch(() => undefined);
      expect(exists()).toBe(false);
      expect(acme.bucket('write').level()).toBe(59);
    },
  );

  it.each([['7'], ['-3'], ['Mon, 05 Jan 2026 02:00:30 GMT'], ['soon'], [undefined]])(
    'limits the rate with Retry-After %s',
    async (retryAfter) => {
      kirim.faults.add({ fault: { kind: 'rate_limited', ...(retryAfter === undefined ? {} : { retryAfter }) } });
      const reply = await call(path, DELETE);
      expect(errorOf(reply)).toEqual([429, 'rate_limit_error', 'rate_limit_exceeded', undefined]);
      expect(reply.headers.get('Retry-After')).toBe(retryAfter ?? null);
      expect(reply.headers.get('X-RateLimit-Remaining')).toBe('0');
      expect(exists()).toBe(true);
    },
  );

  it('sends any JSON', async () => {
    kirim.faults.add({ fault: { kind: 'json', body: { data: { object: 'label', deleted: false } } } });
    const { status, body } = await call(path, DELETE);
    expect([status, body]).toEqual([200, { data: { object: 'label', deleted: false } }]);
  });

  it('sends a page like a captive portal', async () => {
    kirim.faults.add({ fault: { kind: 'html' } });
    const response = await fetchRaw(DELETE);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(await response.text()).toContain('<h1>');
  });

  it('cuts the JSON short in a response that is complete', async () => {
    kirim.faults.add({ fault: { kind: 'truncated_json' } });
    const response = await fetchRaw(DELETE);
    const text = await response.text();
    expect([response.status, response.headers.get('X-RateLimit-Remaining')]).toEqual([200, '59']);
    expect(text).toMatch(/^\{"data":/);
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(exists()).toBe(false);
  });
});

describe('connections that fail', () => {
  it('rejects like fetch does when the connection is cut', async () => {
    kirim.faults.add({ fault: { kind: 'cut' } });
    const error = await fetchRaw(DELETE).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNRESET' } });
  });

  it('breaks off in the middle of the body', async () => {
    kirim.faults.add({ fault: { kind: 'truncated' } });
    const response = await fetchRaw(DELETE);
    expect(Number(response.headers.get('Content-Length'))).toBeGreaterThan(50);
    const error = await response.text().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: 'terminated', cause: { code: 'UND_ERR_SOCKET' } });
    expect(exists()).toBe(false);
  });

  it('redirects as the request asks for', async () => {
    const redirect = (location: string) => kirim.faults.add({ fault: { kind: 'redirect', location } });
    redirect('https://portal.example/login');
    await expect(fetchRaw({ ...DELETE, redirect: 'error' })).rejects.toThrow('fetch failed');
    redirect('https://portal.example/login');
    const manual = await fetchRaw({ ...DELETE, redirect: 'manual' });
    expect([manual.status, manual.headers.get('Location')]).toEqual([302, 'https://portal.example/login']);
    redirect('/v1/me');
    expect(await (await fetchRaw()).json()).toHaveProperty('data.organization');
    expect(exists()).toBe(true);
  });

  it('does not take the key along to another origin', async () => {
    kirim.faults.add({ fault: { kind: 'redirect', location: 'https://evil.example/v1/me', status: 307 } });
    expect((await fetchRaw()).status).toBe(401);
    expect(kirim.requests.all.at(-1)).toMatchObject({ host: 'evil.example', authorization: false });
  });

  it('gives up when redirects never end', async () => {
    kirim.faults.add({ times: Infinity, fault: { kind: 'redirect', location: path } });
    const error = await fetchRaw().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ cause: { message: 'redirect count exceeded' } });
  });
});

describe('answers that are late', () => {
  it('holds a request before it is carried out', async () => {
    const gate = kirim.faults.hold(DELETE);
    const deleting = fetchRaw(DELETE);
    await gate.reached();
    expect([exists(), acme.bucket('write').level()]).toEqual([true, 60]);
    gate.open();
    expect((await deleting).status).toBe(200);
    expect(exists()).toBe(false);
  });

  it('holds the answer of a request that is carried out', async () => {
    const gate = kirim.faults.hold(DELETE, { applied: true });
    const deleting = fetchRaw(DELETE);
    await gate.reached();
    expect(exists()).toBe(false);
    gate.open();
    expect((await deleting).status).toBe(200);
  });

  it('holds several at one gate', async () => {
    const gate = kirim.faults.hold({ path: '/me' }, { times: 3 });
    const asking = [1, 2, 3].map(() => call('/me'));
    await gate.reached(3);
    expect([gate.arrived, kirim.requests.inFlight]).toEqual([3, 3]);
    gate.open();
    expect((await Promise.all(asking)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it('tells when as many as expected are held, not sooner', async () => {
    const gate = new Gate();
    let told = false;
    const reached = gate.reached(2).then(() => (told = true));
    void gate.enter();
    await Promise.resolve();
    expect(told).toBe(false);
    void gate.enter();
    await reached;
    expect(told).toBe(true);
  });

  it('holds a request that is going to be refused', async () => {
    const gate = kirim.faults.hold({}, { applied: true });
    const asking = call('/me', { key: null });
    await gate.reached();
    gate.open();
    expect((await asking).status).toBe(401);
  });

  it('rejects with the reason when the client gives up, and may carry the request out after that', async () => {
    const gate = kirim.faults.hold(DELETE);
    const controller = new AbortController();
    const deleting = fetchRaw({ ...DELETE, signal: controller.signal });
    await gate.reached();
    const reason = new DOMException('too late', 'TimeoutError');
    controller.abort(reason);
    await expect(deleting).rejects.toBe(reason);
    gate.open();
    await expect.poll(exists).toBe(false);
  });

  it('answers nothing to a client that gave up before', async () => {
    await expect(fetchRaw({ signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    expect(kirim.requests.all).toEqual([]);
  });

  it('waits a while', async () => {
    const before = labelCount();
    kirim.faults.add({ fault: { kind: 'delay', ms: 5, applied: true } });
    const deleting = fetchRaw(DELETE);
    await expect.poll(labelCount).toBe(before - 1);
    expect(kirim.requests.inFlight).toBe(1);
    expect((await deleting).status).toBe(200);
  });

  it('stalls in the middle of the body', async () => {
    const gate = new Gate();
    kirim.faults.add({ fault: { kind: 'stalled_body', gate } });
    const response = await fetchRaw(DELETE);
    const text = response.text();
    await gate.reached();
    gate.open();
    expect(JSON.parse(await text)).toMatchObject({ data: { id, deleted: true } });
  });

  it('lets the client give up on a stalled body', async () => {
    const gate = new Gate();
    kirim.faults.add({ fault: { kind: 'stalled_body', gate } });
    const controller = new AbortController();
    const response = await fetchRaw({ ...DELETE, signal: controller.signal });
    const text = response.text();
    controller.abort();
    await expect(text).rejects.toThrow('aborted');
    gate.open();
  });
});
