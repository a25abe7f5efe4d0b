import { beforeEach, describe, expect, it } from 'vitest';
import { Kirim, SAMPLE_API_KEY, SECOND_API_KEY, type Organization } from '../../kirim';
import { clientOf, errorOf, listAll, setUp, type Call } from './support';

const SHAPE = {
  id: expect.stringMatching(/^lbl_[0-9A-HJKMNP-TV-Z]{26}$/) as string,
  object: 'label',
  name: 'VIP',
  color: 'amber',
  team_id: expect.stringMatching(/^.{1,64}$/) as string,
  created_at: '2025-03-04T01:15:00.000Z',
  updated_at: '2025-03-04T01:15:00.000Z',
};

describe('GET /labels', () => {
  let call: Call;
  let acme: Organization;
  let kirim: Kirim;
  beforeEach(() => {
    ({ call, acme, kirim } = setUp());
  });

  it('answers with 25 labels, a cursor and a request id', async () => {
    const { status, body, headers } = await call('/labels');
    expect(status).toBe(200);
    expect(body.data).toHaveLength(25);
    expect((body.data as unknown[])[0]).toStrictEqual(SHAPE);
    expect(body).toMatchObject({ has_more: true, next_cursor: expect.stringMatching(/^[\w-]+$/) as string });
    expect(body.request_id).toMatch(/^req_\w{26}$/);
    expect(headers.get('X-Request-Id')).toBe(body.request_id);
    expect(Object.keys(body).sort()).toEqual(['data', 'has_more', 'next_cursor', 'request_id']);
  });

  it('gives every label once, whatever the size of the pages', async () => {
    const all = acme.labels();
    for (const limit of [1, 7, 41, 100]) expect(await listAll(call, limit)).toEqual(all);
  });

  it('has no more and no cursor when the last page is full', async () => {
    const { body } = await call(`/labels?limit=${acme.labels().length}`);
    expect(body).toMatchObject({ has_more: false, next_cursor: null });
  });

  it('goes on at the right place when the label under the cursor was deleted', async () => {
    const [first, second, third] = acme.labels();
    const { body } = await call('/labels?limit=2');
    acme.removeLabel(second?.id ?? '');
    acme.removeLabel(first?.id ?? '');
    const next = await call(`/labels?limit=1&cursor=${String(body.next_cursor)}`);
    expect(next.body.data).toEqual([third]);
  });

  it.each(['0', '101', '-1', '1.5', 'ten', '', '1e1', '1000'])('refuses the limit "%s"', async (limit) => {
    expect(errorOf(await call(`/labels?limit=${limit}`))).toEqual([
      400,
      'invalid_request_error',
      'invalid_limit',
      'limit',
    ]);
  });

  it('refuses a cursor that somebody changed', async () => {
    const cursor = String((await call('/labels?limit=3')).body.next_cursor);
    const other = cursor.startsWith('a') ? 'b' : 'a';
    for (const changed of [other + cursor.slice(1), cursor.slice(0, -1), cursor + 'A', cursor.slice(20), 'x', '']) {
      const refused = [400, 'invalid_request_error', 'invalid_cursor', 'cursor'];
      expect(errorOf(await call(`/labels?cursor=${changed}`))).toEqual(refused);
    }
  });

  it('refuses the cursor of another organization', async () => {
    const cursor = String((await call('/labels?limit=3')).body.next_cursor);
    expect((await call(`/labels?cursor=${cursor}`)).status).toBe(200);
    expect((await call(`/labels?cursor=${cursor}`, { key: SECOND_API_KEY })).body.error?.code).toBe('invalid_cursor');
  });

  it('shows each organization its own labels', async () => {
    const own = kirim.organization('Toko Sinar Jaya').labels();
    expect(await listAll(call, 100, SECOND_API_KEY)).toEqual(own);
    expect(await listAll(call, 100, SAMPLE_API_KEY)).toEqual(acme.labels());
  });
});

it('gives each of 10,000 labels once', async () => {
  const kirim = new Kirim();
  const large = kirim.addOrganization({ name: 'Large', read_per_minute: 1_000_000 });
  const key = large.addKey({ label: 'benchmark' });
  for (let index = 0; index < 10_000; index++) large.addLabel({ name: `Label ${index}` });
  const ids = new Set((await listAll(clientOf(kirim), 100, key)).map((label) => label.id));
  expect(ids.size).toBe(10_000);
  expect(kirim.requests.count({ path: '/labels' })).toBe(100);
});

describe('GET /labels/:id', () => {
  it('answers with the label', async () => {
    const { call, acme } = setUp();
    const label = acme.labels()[3];
    const { status, body } = await call(`/labels/${label?.id ?? ''}`);
    expect(status).toBe(200);
    expect(body).toEqual({ data: label, request_id: body.request_id });
  });

  it('does not know the label of another organization', async () => {
    const { call, acme } = setUp();
    const path = `/labels/${acme.labels()[3]?.id ?? ''}`;
    expect(errorOf(await call(path, { key: SECOND_API_KEY }))).toEqual([
      404,
      'not_found',
      'resource_not_found',
      undefined,
    ]);
  });

  it('refuses what is no id', async () => {
    const { call } = setUp();
    for (const id of ['lbl_1', 'lbl_01jncs44h0a0gzy8kqdzef4c74', 'con_01JNCS44H0A0GZY8KQDZEF4C74']) {
      expect(errorOf(await call(`/labels/${id}`))).toEqual([400, 'invalid_request_error', 'invalid_field_value', 'id']);
    }
  });
});
