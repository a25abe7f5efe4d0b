import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Fault, Gate, listen, type Listening } from '../../../kirim';
import { failureOf, setUp } from '../support';

/** Through the real fetch: what it does with broken connections is not up to the stand-in. */
describe('over a real connection', () => {
  let server: Listening;
  let setting: ReturnType<typeof setUp>;

  beforeEach(async () => {
    const { kirim } = (setting = setUp());
    server = await listen(kirim);
    connect(server.baseUrl);
  });

  afterEach(() => server.close());

  function connect(baseUrl: string, timeoutSeconds = 30): void {
    const { client, records } = setUp({ baseUrl, timeoutSeconds });
    vi.unstubAllGlobals();
    setting = { ...setting, client, records };
  }

  it('lists and deletes', async () => {
    const { client, label, organization } = setting;

    expect((await client.listLabels().next()).value).toHaveLength(organization.labels().length);
    expect(await client.deleteLabel(label.id)).toEqual({ requestId: expect.stringMatching(/^req_/) as string });
    expect(organization.labels()).not.toContainEqual(label);
  });

  it('recovers from an answer that breaks off', async () => {
    const { client, kirim, label, organization } = setting;
    kirim.faults.add({ fault: { kind: 'truncated' } });

    expect(await failureOf(client.deleteLabel(label.id))).toMatchObject({ kind: 'notFound', mayHaveTakenEffect: true });
    expect(organization.labels()).not.toContainEqual(label);
  });

  it('recovers from a connection that is cut', async () => {
    const { client, kirim, label, records } = setting;
    kirim.faults.add({ fault: { kind: 'cut' } });

    expect(await client.deleteLabel(label.id)).toEqual({ requestId: expect.stringMatching(/^req_/) as string });
    expect(records[0]?.failure).toMatch(/^network (ECONNRESET|UND_ERR_SOCKET)$/);
  });

  it('says so when nobody is there', async () => {
    await server.close();

    expect(await failureOf(setting.client.getMe())).toMatchObject({
      kind: 'refused',
      networkCode: 'ECONNREFUSED',
      attempts: 5,
    });
  });

  it('does not follow a redirect, with the key or without', async () => {
    const { client, kirim, label, organization } = setting;
    const visitors: string[] = [];
    const elsewhere = createServer((request, response) => {
      visitors.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    for (const target of [location, `${server.baseUrl}/labels/${label.id}`]) {
      kirim.faults.add({ fault: { kind: 'redirect', location: target, status: 307 } });
      expect(await failureOf(client.deleteLabel(label.id))).toMatchObject({ kind: 'redirected', attempts: 1 });
    }
    elsewhere.close();

    expect(visitors).toEqual([]);
    expect(organization.labels()).toContainEqual(label);
  });

  it.each<[string, (gate: Gate) => Fault]>([
    ['no answer', (gate) => ({ kind: 'hold', gate })],
    ['half an answer', (gate) => ({ kind: 'stalled_body', gate })],
  ])('gives up when time is over and there is %s, once', async (_, fault) => {
    connect(server.baseUrl, 0.05);
    const { client, kirim, label, records } = setting;
    const gate = new Gate();
    kirim.faults.add({ fault: fault(gate), times: Infinity });

    const error = await failureOf(client.deleteLabel(label.id));
    gate.open();

    expect(error).toMatchObject({ kind: 'timeout', status: undefined, attempts: 1, mayHaveTakenEffect: true });
    expect(records).toMatchObject([{ failure: 'timeout' }]);
  });

  it('gives up in time even while memory is being tidied up', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    connect(server.baseUrl, 0.2);
    const { client, kirim } = setting;
    kirim.faults.add({ fault: { kind: 'hold', gate: new Gate() }, times: Infinity });
    const tidying = setInterval(collectGarbage, 20);

    const error = await failureOf(client.getMe({ signal: new AbortController().signal }));
    clearInterval(tidying);

    expect(error).toMatchObject({ kind: 'timeout', mayHaveTakenEffect: false });
  });
});
