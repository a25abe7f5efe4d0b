import { beforeEach, describe, expect, it } from 'vitest';
import {
  Kirim,
  LABEL_IDS,
  type ManualClock,
  type Organization,
  RATE_LIMIT_HEADERS,
  SAMPLE_ORGANIZATION,
  STORED_NAMES,
} from '../../kirim';
import { errorOf, listAll, setUp, type Call } from './support';

const CAFE = { composed: 'Caf\u00e9', decomposed: 'Cafe\u0301' };

let call: Call;
let acme: Organization;
let kirim: Kirim;
let clock: ManualClock;
let team_id: string;
beforeEach(() => {
  ({ call, acme, kirim, clock } = setUp());
  team_id = acme.team_ids[0] ?? '';
});

const post = (name: string) => call('/labels', { method: 'POST', body: { name, team_id } });
const first = () => acme.labels()[0]?.id ?? '';

it('takes variations at the beginning, or later', () => {
  const other = new Kirim({ variations: { createdStatus: 200 } });
  expect([other.variations.createdStatus, other.variations.me]).toEqual([200, 'documented']);
  expect(kirim.variations.createdStatus).toBe(201);
});

describe('names', () => {
  it('are kept as they are unless told', async () => {
    expect((await post(' Padded ')).body.data).toMatchObject({ name: ' Padded ' });
    expect((await post(CAFE.decomposed)).body.data).toMatchObject({ name: CAFE.decomposed });
  });

  it('can be trimmed, and are unique after that', async () => {
    kirim.variations.storedName = STORED_NAMES.trimmed;
    expect((await post(' Padded ')).body.data).toMatchObject({ name: 'Padded' });
    expect(errorOf(await post('Padded  '))).toEqual([400, 'invalid_request_error', 'invalid_field_value', 'name']);
    expect(errorOf(await post('   '))).toEqual([400, 'invalid_request_error', 'invalid_field_value', 'name']);
    const renamed = await call(`/labels/${first()}`, { method: 'PATCH', body: { name: ' Other ' } });
    expect(renamed.body.data).toMatchObject({ name: 'Other' });
  });

  it('can be composed as well', async () => {
    kirim.variations.storedName = STORED_NAMES.composed;
    expect((await post(`${CAFE.decomposed} `)).body.data).toMatchObject({ name: CAFE.composed });
    expect((await post(CAFE.composed)).status).toBe(400);
  });
});

it('answers a POST with 200 where it is told to, also when it is repeated', async () => {
  kirim.variations.createdStatus = 200;
  const options = { method: 'POST', body: { name: 'Baru', team_id }, headers: { 'Idempotency-Key': 'one' } };
  const [once, again] = [await call('/labels', options), await call('/labels', options)];
  expect([once.status, again.status]).toEqual([200, 200]);
  expect(again.body.data).toEqual(once.body.data);
});

it('confirms a deletion as the example of the page does', async () => {
  kirim.variations.deletion = 'example';
  const id = first();
  const reply = await call(`/labels/${id}`, { method: 'DELETE' });
  expect([reply.status, reply.body]).toEqual([200, { data: { object: 'label', deleted: true } }]);
  expect(reply.headers.get('X-Request-Id')).toMatch(/^req_/);
  expect(acme.labels().some((label) => label.id === id)).toBe(false);
});

it.each([
  ['missing', 404, undefined],
  ['failing', 500, undefined],
  ['unreadable', 200, { name: SAMPLE_ORGANIZATION }],
] as const)('has a /me that is %s', async (me, status, data) => {
  kirim.variations.me = me;
  const reply = await call('/me');
  expect([reply.status, reply.body.data]).toEqual([status, data]);
  expect((await call('/labels')).status).toBe(200);
});

it('says the new name of an organization, which keeps its id', async () => {
  const { id } = acme;
  acme.name = 'Acme Jaya';
  expect((await call('/me')).body.data).toMatchObject({ organization: { id, name: 'Acme Jaya' } });
  expect(kirim.organization('Acme Jaya')).toBe(acme);
});

describe.each(Object.keys(LABEL_IDS) as (keyof typeof LABEL_IDS)[])('ids of the shape “%s”', (shape) => {
  it('are good for everything', async () => {
    kirim.variations.labelId = LABEL_IDS[shape];
    const { id } = acme.addLabel({ name: 'Baru' });
    const path = `/labels/${encodeURIComponent(id)}`;
    expect(id).not.toMatch(/^lbl_[0-9A-Z]{26}$/);
    expect((await listAll(call, 10)).map((label) => label.id)).toContain(id);
    expect((await call(path)).body.data).toMatchObject({ id, name: 'Baru' });
    expect((await call(path, { method: 'PATCH', body: { name: 'Lain' } })).body.data).toMatchObject({ id });
    expect((await call(path, { method: 'DELETE' })).body.data).toEqual({ object: 'label', id, deleted: true });
    expect(errorOf(await call(path))).toEqual([404, 'not_found', 'resource_not_found', undefined]);
  });
});

describe('the headers of the rate limit', () => {
  const limits = async (path = '/me') => {
    const { headers } = await call(path);
    return ['Limit', 'Remaining'].map((name) => headers.get(`X-RateLimit-${name}`));
  };

  it.each([
    ['absent', [null, null]],
    ['doubled', ['600, 600', '599, 599']],
    ['odd', ['600;w=60', '599.5']],
    ['nonsense', ['many', 'many']],
  ] as const)('can be %s', async (way, expected) => {
    kirim.variations.rateLimitHeaders = RATE_LIMIT_HEADERS[way];
    expect(await limits()).toEqual(expected);
    const stranger = await call('/labels', { key: null });
    expect(stranger.headers.get('X-RateLimit-Limit')).toBe(expected[0]);
  });

  it('are the same in an answer that is a fault', async () => {
    kirim.variations.rateLimitHeaders = RATE_LIMIT_HEADERS.absent;
    kirim.faults.add({ fault: { kind: 'status', status: 404 } });
    expect(await limits()).toEqual([null, null]);
  });
});

describe('reads that lag behind', () => {
  const listed = async () => (await listAll(call, 100)).map(({ id }) => id);

  it('see the labels as they were so many milliseconds ago', async () => {
    kirim.variations.readLag = { ms: 2_000 };
    const id = first();
    await call(`/labels/${id}`, { method: 'DELETE' });
    expect(await listed()).toContain(id);
    expect((await call(`/labels/${id}`)).status).toBe(200);
    clock.advance(1_999);
    expect(await listed()).toContain(id);
    clock.advance(1);
    expect(await listed()).not.toContain(id);
    expect((await call(`/labels/${id}`)).status).toBe(404);
  });

  it('see the labels as they were so many requests ago, and one change after the other', async () => {
    kirim.variations.readLag = { requests: 2 };
    const [one = '', two = ''] = acme.labels().map(({ id }) => id);
    acme.removeLabel(one);
    await call('/me');
    acme.renameLabel(two, 'Lain');
    const seen = async () => {
      const { body } = await call(`/labels?limit=2`);
      return (body.data as { id: string; name: string }[]).map(({ id, name }) => (name === 'Lain' ? 'Lain' : id));
    };
    expect((await seen())[0]).toBe(one);
    expect(await seen()).toEqual([two, acme.labels()[1]?.id]);
    expect((await seen())[0]).toBe('Lain');
  });

  it('do not change what a write finds', async () => {
    kirim.variations.readLag = { ms: 2_000 };
    const path = `/labels/${first()}`;
    await call(path, { method: 'DELETE' });
    expect((await call(path, { method: 'DELETE' })).status).toBe(404);
  });
});
