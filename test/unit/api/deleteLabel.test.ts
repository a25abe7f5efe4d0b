import { describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../kirim';
import { failureOf, setUp } from './support';

describe('deleteLabel', () => {
  it('deletes that label alone', async () => {
    const { client, organization, label } = setUp();
    const others = organization.labels().filter(({ id }) => id !== label.id);

    const outcome = await client.deleteLabel(label.id);

    expect(outcome).toEqual({ requestId: expect.stringMatching(/^req_/) as string });
    expect(organization.labels()).toEqual(others);
  });

  it('leaves to the list whether a label is gone that KirimChat says it does not have', async () => {
    const { client, label } = setUp();
    await client.deleteLabel(label.id);

    expect(await failureOf(client.deleteLabel(label.id))).toMatchObject({
      kind: 'notFound',
      mayHaveTakenEffect: false,
      requestId: expect.stringMatching(/^req_/) as string,
    });
  });

  it('remembers with a 404 that an attempt before it, whose answer was lost, may have deleted the label', async () => {
    const { client, kirim, label, organization } = setUp();
    kirim.faults.add({ fault: { kind: 'cut', applied: true } });

    expect(await failureOf(client.deleteLabel(label.id))).toMatchObject({ kind: 'notFound', mayHaveTakenEffect: true });
    expect(organization.labels()).not.toContainEqual(label);
  });

  it.each<[string, (id: string) => Fault]>([
    ['a page of a captive portal', () => ({ kind: 'html' })],
    ['half an answer', () => ({ kind: 'truncated_json' })],
    ['no body', () => ({ kind: 'status', status: 200, body: '' })],
    ['another label', () => confirmation('lbl_01ARZ3NDEKTSV4RRFFQ69G5FAV', true)],
    ['deleted: false', (id) => confirmation(id, false)],
    ['deleted: "true"', (id) => confirmation(id, 'true')],
    ['something else of that id', (id) => deletion({ object: 'contact', id, deleted: true })],
    ['something without an id that is no label', () => deletion({ object: 'contact', deleted: true })],
    ['something without an id or a type', () => deletion({ deleted: true })],
    ['an id that is null', () => deletion({ object: 'label', id: null, deleted: true })],
    ['a failure beside it', (id) => deletion({ object: 'label', id, deleted: true }, { error: { type: 'api_error' } })],
    ['an empty 202', () => ({ kind: 'status', status: 202, body: '' })],
    ['the label itself', (id) => ({ kind: 'json', body: { data: { id, object: 'label', name: 'VIP' } } })],
    ['not modified', () => ({ kind: 'json', status: 399, body: {} })],
    ['a choice of answers', (id) => confirmation(id, true, 300)],
  ])('does not take %s for a confirmation', async (_, fault) => {
    const { client, kirim, label } = setUp();
    kirim.faults.add({ fault: fault(label.id) });

    const error = await failureOf(client.deleteLabel(label.id));

    expect(error).toMatchObject({ kind: 'unreadable', mayHaveTakenEffect: true, attempts: 1 });
    expect(kirim.requests.count()).toBe(1);
  });

  it.each([204, 205])('does not take a %i for a confirmation, which has nothing to read', async (status) => {
    const { client, label } = setUp();
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status })));

    expect(await failureOf(client.deleteLabel(label.id))).toMatchObject({
      kind: 'unreadable',
      status,
      mayHaveTakenEffect: true,
      attempts: 1,
    });
  });

  it.each<[string, (id: string) => Fault]>([
    ['the documentation’s own example', () => deletion({ object: 'label', deleted: true })],
    [
      'an answer behind a byte order mark',
      (id) => text(`\uFEFF \r\n${answer({ object: 'label', id, deleted: true })}`),
    ],
    ['no error beside it', (id) => deletion({ object: 'label', id, deleted: true }, { error: null })],
    ['more than is documented', (id) => deletion({ object: 'label', id, deleted: true, at: 2n ** 60n })],
  ])('takes %s for a confirmation', async (_, fault) => {
    const { client, kirim, label } = setUp();
    kirim.faults.add({ fault: fault(label.id) });

    await client.deleteLabel(label.id);
  });

  it.each<[string, Fault, boolean]>([
    ['400', { kind: 'status', status: 400 }, false],
    ['401', { kind: 'status', status: 401 }, false],
    ['403', { kind: 'status', status: 403 }, false],
    ['500', { kind: 'status', status: 500 }, true],
    ['429 with a long break', { kind: 'rate_limited', retryAfter: '3600' }, false],
    ['a redirect', { kind: 'redirect', location: 'https://elsewhere.test/' }, true],
  ])('knows whether the label may be gone after %s', async (_, fault, mayHaveTakenEffect) => {
    const { client, kirim, label } = setUp();
    kirim.faults.add({ fault });

    expect(await failureOf(client.deleteLabel(label.id))).toMatchObject({ mayHaveTakenEffect });
  });

  it('remembers that an earlier attempt may have worked', async () => {
    const { client, kirim, label } = setUp();
    kirim.faults.add({ fault: { kind: 'status', status: 503 } });
    kirim.faults.add({ fault: { kind: 'status', status: 401 } });

    expect(await failureOf(client.deleteLabel(label.id))).toMatchObject({
      kind: 'unauthorized',
      attempts: 2,
      mayHaveTakenEffect: true,
    });
  });

  it.each([
    ...[
      'example',
      '7',
      'lbl_01jncs44h0a0gzy8kqdzef4c74',
      'VIP #1?x=y&z',
      'a/b',
      'a%2Fb',
      '%2e%2e',
      '...',
      '.a',
      'é🏷\n',
    ],
    'x'.repeat(256),
  ])('sends one segment of a path for %j, whatever it looks like, and logs it like that', async (id) => {
    const { client, records } = setUp();
    const urls: URL[] = [];
    vi.stubGlobal('fetch', (input: string) => {
      urls.push(new URL(input));
      return Promise.resolve(Response.json({ data: { object: 'label', id, deleted: true } }));
    });

    await client.deleteLabel(id);
    const [url] = urls;
    expect(url?.pathname.split('/')).toEqual(['', 'v1', 'labels', encodeURIComponent(id)]);
    expect([url?.search, url?.hash]).toEqual(['', '']);
    expect(records[0]?.path).toBe(`/labels/${encodeURIComponent(id)}`);
  });

  it.each([
    ...['', '.', '..', '../me', 'a/../b', 'a\\..', './a', '\uD800', 'a\uDC00b', 'x'.repeat(257)],
    ...['lbl_01ARZ3NDEKTSV4RRFFQ69G5FAV/..', '../lbl_01ARZ3NDEKTSV4RRFFQ69G5FAV'],
  ])('sends nothing for %j, which is no label’s id', async (id) => {
    const { client, kirim } = setUp();

    expect(await failureOf(client.deleteLabel(id))).toMatchObject({
      kind: 'invalidRequest',
      attempts: 0,
      mayHaveTakenEffect: false,
    });
    expect(kirim.requests.count()).toBe(0);
  });
});

function answer(data: object, more: object = {}): string {
  return JSON.stringify({ data, ...more }, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value));
}

function text(body: string): Fault {
  return { kind: 'status', status: 200, body };
}

function deletion(data: object, more?: object): Fault {
  return text(answer(data, more));
}

function confirmation(id: string, deleted: unknown, status = 200): Fault {
  return { kind: 'json', status, body: { data: { object: 'label', id, deleted }, request_id: 'req_1' } };
}
