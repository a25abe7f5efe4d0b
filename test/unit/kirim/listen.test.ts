import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Gate, listen, SAMPLE_API_KEY, type Kirim, type Listening, type Organization } from '../../kirim';
import { setUp } from './support';

/** As they are before anything listens. */
const globals = { Request, Response };
const headers = { Authorization: `Bearer ${SAMPLE_API_KEY}` };

describe('on a port', () => {
  let kirim: Kirim;
  let acme: Organization;
  let listening: Listening;
  let id: string;
  beforeEach(async () => {
    ({ kirim, acme } = setUp());
    id = acme.labels()[0]?.id ?? '';
    listening = await listen(kirim);
  });
  afterEach(() => listening.close());

  const ask = (path: string, init: RequestInit = {}) => fetch(`${listening.baseUrl}${path}`, { headers, ...init });
  const deleteLabel = () => ask(`/labels/${id}`, { method: 'DELETE' });

  it('answers on the loopback interface', async () => {
    const { url, baseUrl, port } = listening;
    expect([url, baseUrl]).toEqual([`http://127.0.0.1:${port}`, `http://127.0.0.1:${port}/v1`]);
    const response = await ask('/labels?limit=3');
    expect([response.status, response.headers.get('X-RateLimit-Remaining')]).toEqual([200, '599']);
    expect(await response.json()).toMatchObject({ data: acme.labels().slice(0, 3), has_more: true });
    expect(kirim.requests.all.at(-1)).toMatchObject({ path: '/labels', host: `127.0.0.1:${port}`, key: 'VS Code' });
  });

  it('reads bodies', async () => {
    const body = JSON.stringify({ name: 'Hampers 🎁', team_id: acme.team_ids[0] });
    expect((await ask('/labels', { method: 'POST', body })).status).toBe(201);
    expect(acme.labels().at(-1)?.name).toBe('Hampers 🎁');
  });

  it('leaves the global Request and Response alone', () => {
    expect([Request === globals.Request, Response === globals.Response]).toEqual([true, true]);
  });

  it('takes the port that it is told, and says so when it is taken', async () => {
    const other = await listen(kirim);
    await expect(listen(kirim, { port: other.port })).rejects.toThrow('EADDRINUSE');
    await other.close();
    const again = await listen(kirim, { port: other.port });
    expect(again.port).toBe(other.port);
    await again.close();
  });

  it('resets the connection before or after the request is carried out', async () => {
    kirim.faults.add({ fault: { kind: 'cut' } });
    expect(await deleteLabel().catch((reason: unknown) => reason)).toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(acme.label(id).name).toBe('VIP');
    kirim.faults.add({ fault: { kind: 'cut', applied: true } });
    await expect(deleteLabel()).rejects.toThrow('fetch failed');
    expect(acme.labels().some((label) => label.id === id)).toBe(false);
    expect((await deleteLabel()).status).toBe(404);
  });

  it('breaks off in the middle of the body', async () => {
    kirim.faults.add({ fault: { kind: 'truncated' } });
    const response = await deleteLabel();
    expect([response.status, response.headers.get('Content-Length')]).toEqual([200, '126']);
    expect(await response.text().catch((reason: unknown) => reason)).toMatchObject({ message: 'terminated' });
  });

  it('sends half the JSON as a complete response', async () => {
    kirim.faults.add({ fault: { kind: 'truncated_json' } });
    const response = await deleteLabel();
    expect(await response.text()).toMatch(/^\{"data":\{"object":"label","id":"lbl_\w*"?$/);
  });

  it('sends the head and stalls in the body', async () => {
    const gate = new Gate();
    kirim.faults.add({ fault: { kind: 'stalled_body', gate } });
    const response = await deleteLabel();
    expect(response.status).toBe(200);
    gate.open();
    expect(await response.json()).toMatchObject({ data: { deleted: true } });
  });

  it('redirects', async () => {
    kirim.faults.add({ fault: { kind: 'redirect', location: `${listening.url}/v1/me`, status: 307 } });
    await expect(ask('/labels', { redirect: 'error' })).rejects.toThrow('fetch failed');
  });

  it('carries out what was held although the client has gone', async () => {
    const gate = kirim.faults.hold({ method: 'DELETE' });
    const controller = new AbortController();
    const deleting = ask(`/labels/${id}`, { method: 'DELETE', signal: controller.signal });
    await gate.reached();
    controller.abort();
    await expect(deleting).rejects.toThrow('aborted');
    gate.open();
    await expect.poll(() => acme.labels().some((label) => label.id === id)).toBe(false);
  });

  it('closes at once with requests that hang and connections that are kept alive', async () => {
    await ask('/me').then((response) => response.text());
    const gate = kirim.faults.hold({ method: 'DELETE' });
    const hanging = deleteLabel().catch((reason: unknown) => reason);
    await gate.reached();
    await listening.close();
    expect(await hanging).toBeInstanceOf(TypeError);
    await expect(ask('/me')).rejects.toThrow('fetch failed');
    const free = createServer().listen(listening.port, '127.0.0.1');
    await once(free, 'listening');
    free.close();
  });
});
