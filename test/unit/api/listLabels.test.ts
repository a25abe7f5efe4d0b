import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/api/errors';
import { ListPosition } from '../../../src/api/pages';
import type { Label, UnreadableRecord } from '../../../src/api/schema';
import type { Fault } from '../../kirim';
import { cancellationOf, collect, failureOf, setUp } from './support';

const FIRST = label('lbl_01ARZ3NDEKTSV4RRFFQ69G5FA0');
const SECOND = label('lbl_01ARZ3NDEKTSV4RRFFQ69G5FA1');
const THIRD = label('lbl_01ARZ3NDEKTSV4RRFFQ69G5FA2');

describe('listLabels', () => {
  it('gives every label once, with all that is known about it', async () => {
    const { client, organization } = setUp();
    addLabels(organization, 240);

    const pages = await collect(client.listLabels());

    const expected = organization.labels();
    expect(pages.flat()).toEqual(expected);
    expect(pages.length).toBe(Math.ceil(expected.length / 100));
  });

  it('asks for a page only when it is wanted', async () => {
    const { client, kirim, organization } = setUp();
    addLabels(organization, 240);

    await client.listLabels().next();

    expect(kirim.requests.all.map(({ path, query }) => ({ path, query }))).toEqual([
      { path: '/labels', query: { limit: '100' } },
    ]);
  });

  it('goes on where it was cancelled, and gives each label once', async () => {
    const { client, kirim, organization } = setUp();
    addLabels(organization, 240);
    const position = new ListPosition();
    const controller = new AbortController();
    const pages = client.listLabels({ signal: controller.signal, position });
    const first = (await pages.next()).value ?? [];
    controller.abort();
    await cancellationOf(pages.next());

    const rest = (await collect(client.listLabels({ position }))).flat();

    expect([...first, ...rest]).toEqual(organization.labels());
    expect(kirim.requests.count()).toBe(Math.ceil(organization.labels().length / 100));
  });

  it('takes a color that it does not know', async () => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: page([{ ...FIRST, color: 'mauve' }], null) });

    expect((await collect(client.listLabels())).flat()[0]?.color).toBe('mauve');
  });

  it('encodes the cursor, and keeps it out of the records', async () => {
    const { client, kirim, records } = setUp();
    kirim.faults.add({ fault: page([FIRST], 'a&limit=1 +/=é') });
    kirim.faults.add({ fault: page([SECOND], null) });

    await collect(client.listLabels());

    expect(kirim.requests.all[1]?.query).toEqual({ limit: '100', cursor: 'a&limit=1 +/=é' });
    expect(records.map(({ path }) => path)).toEqual(['/labels?limit=100', '/labels?limit=100&cursor=…']);
  });

  it.each<[string, Fault[], string[]]>([
    ['there is a cursor, but no more', [page([FIRST], 'b', false)], [FIRST.id]],
    ['pages overlap', [page([FIRST, FIRST], 'a'), page([FIRST, SECOND], null)], [FIRST.id, SECOND.id]],
    ['a page is empty', [page([], 'a'), page([FIRST], null)], [FIRST.id]],
    [
      'a page does not say whether there is more, and has a cursor',
      [odd([FIRST], {}, 'a'), page([], null)],
      [FIRST.id],
    ],
    ['the end has an odd cursor', [odd([FIRST], { has_more: false, next_cursor: 7 })], [FIRST.id]],
  ])('is whole where %s', async (_, faults, ids) => {
    const { client, kirim } = setUp();
    for (const fault of faults) {
      kirim.faults.add({ fault });
    }

    expect(idsOf(await collect(client.listLabels()))).toEqual(ids);
    expect(kirim.requests.count()).toBe(faults.length);
  });

  it.each<[string, Fault[], string[]]>([
    ['more is promised without a cursor', [page([FIRST], null, true)], [FIRST.id]],
    ['the cursor is missing', [odd([FIRST], { has_more: true })], [FIRST.id]],
    ['the cursor is empty', [page([FIRST], '')], [FIRST.id]],
    ['the cursor is no text', [odd([FIRST], { has_more: true, next_cursor: 2 ** 60 })], [FIRST.id]],
    ['a page does not say whether there is more', [odd([FIRST], { next_cursor: null })], [FIRST.id]],
    ['“has_more” is text', [odd([FIRST], { has_more: 'false', next_cursor: null })], [FIRST.id]],
    ['the first page promises more, and is empty', [page([], null, true)], []],
    ['a later page is the one', [page([FIRST], 'a'), page([SECOND], null, true)], [FIRST.id, SECOND.id]],
    ['a cursor comes again', [page([FIRST], 'a'), page([SECOND], 'a')], [FIRST.id, SECOND.id]],
    ['cursors go round', [page([FIRST], 'a'), page([SECOND], 'b'), page([], 'a')], [FIRST.id, SECOND.id]],
  ])('is not complete where %s: gives what there is, and fails', async (_, faults, ids) => {
    const { client, kirim } = setUp();
    for (const fault of faults) {
      kirim.faults.add({ fault });
    }

    const { pages, error } = await read(client.listLabels());

    expect(idsOf(pages)).toEqual(ids);
    expect(error).toMatchObject({ kind: 'incomplete', mayHaveTakenEffect: false });
    expect(error?.requestId).toMatch(/^req_/);
    expect(kirim.requests.count()).toBe(faults.length);
  });

  it('is not complete where cursors never end: ten pages in a row without news are enough', async () => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: page([FIRST], 'start') });
    for (let number = 1; number < 30; number++) {
      kirim.faults.add({ fault: page(number === 5 ? [SECOND] : [FIRST], `cursor ${number}`) });
    }

    const { pages, error } = await read(client.listLabels());

    expect(pages.flat()).toHaveLength(2);
    expect(error?.kind).toBe('incomplete');
    expect(kirim.requests.count()).toBe(16);
  });

  it('starts once more from the first page where a cursor is not taken any more, and gives no label twice', async () => {
    const { client, kirim, organization } = setUp();
    addLabels(organization, 1500);
    refuseCursor(kirim, 14);

    const pages = await collect(client.listLabels());

    expect(pages.flat()).toEqual(organization.labels());
    expect(kirim.requests.all.filter(({ query }) => !('cursor' in query))).toHaveLength(2);
  });

  it('is not complete where that happens again', async () => {
    const { client, kirim, organization } = setUp();
    addLabels(organization, 240);
    refuseCursor(kirim, 1);
    refuseCursor(kirim, 2);

    const { pages, error } = await read(client.listLabels());

    expect(pages.flat()).toHaveLength(100);
    expect(error).toMatchObject({ kind: 'incomplete', status: 400, code: 'invalid_cursor' });
    expect(kirim.requests.count()).toBe(4);
  });

  it.each<[string, Fault]>([
    ['of something else', { kind: 'status', status: 400, body: { error: { code: 'invalid_cursor' } } }],
    ['for another reason', { kind: 'status', status: 400 }],
  ])('fails as it is at a refusal %s', async (_, fault) => {
    const { client, kirim, organization } = setUp();
    addLabels(organization, 240);
    kirim.faults.add({ match: { path: '/labels' }, skip: 1, fault });

    const { pages, error } = await read(client.listLabels());

    expect(pages.flat()).toHaveLength(100);
    expect(error?.kind).toMatch(/^(unreadable|invalidRequest)$/);
    expect(kirim.requests.count()).toBe(2);
  });

  it('is not complete where KirimChat refuses a cursor that it was not given', async () => {
    const { client, kirim } = setUp();
    refuseCursor(kirim);

    expect(await failureOf(client.listLabels().next())).toMatchObject({ kind: 'incomplete' });
    expect(kirim.requests.count()).toBe(1);
  });

  it('takes KirimChat’s own 404 for the wrong address: no label is asked for that could be gone', async () => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: { kind: 'status', status: 404 } });

    expect(await failureOf(client.listLabels().next())).toMatchObject({ kind: 'wrongAddress', status: 404 });
  });

  it.each<[string, Fault]>([
    ['a page of a captive portal', { kind: 'html' }],
    ['half an answer', { kind: 'truncated_json' }],
    ['no list', { kind: 'json', body: { data: null, has_more: false, next_cursor: null } }],
    ['an object for a list', { kind: 'json', body: { data: { 0: FIRST, length: 1 }, has_more: false } }],
    ['no body', { kind: 'status', status: 200, body: '' }],
    ['an error with status 200', { kind: 'json', body: { error: { type: 'api_error', code: 'internal_error' } } }],
    ['a list with an error', { kind: 'json', body: { data: [FIRST], has_more: false, error: 'some are missing' } }],
  ])('fails on %s', async (_, fault) => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault });

    const error = await failureOf(client.listLabels().next());

    expect(error).toMatchObject({ kind: 'unreadable', status: 200, attempts: 1, mayHaveTakenEffect: false });
    expect(error.requestId).toMatch(/^req_/);
  });
});

describe('a record that cannot be read', () => {
  const { id } = SECOND;

  it.each<[string, unknown, UnreadableRecord]>([
    ['is something else', { ...SECOND, object: 'contact' }, { id, field: 'object' }],
    ['is null', null, { id: undefined, field: 'object' }],
    ['is text', 'label', { id: undefined, field: 'object' }],
    ['is a list', [SECOND], { id: undefined, field: 'object' }],
    ['has no id', { ...SECOND, id: undefined }, { id: undefined, field: 'id' }],
    ['has an id that leads elsewhere', { ...SECOND, id: '../me' }, { id: undefined, field: 'id' }],
    ['has an id that is no text', { ...SECOND, id: [id] }, { id: undefined, field: 'id' }],
    ['has a number for an id', { ...SECOND, id: 2 ** 60 }, { id: undefined, field: 'id' }],
    ['has no name', { ...SECOND, name: null }, { id, field: 'name' }],
    ['has no color', { ...SECOND, color: null }, { id, field: 'color' }],
    ['has no team', { ...SECOND, team_id: 7 }, { id, field: 'team_id' }],
    ['was never created', { ...SECOND, created_at: undefined }, { id, field: 'created_at' }],
    ['was never updated', { ...SECOND, updated_at: null }, { id, field: 'updated_at' }],
    ['was updated at some time', { ...SECOND, updated_at: 'yesterday' }, { id, field: 'updated_at' }],
    ['was updated in the 13th month', { ...SECOND, updated_at: '2026-13-01T00:00:00Z' }, { id, field: 'updated_at' }],
    ['has several odd fields', { ...SECOND, name: 1, updated_at: 1 }, { id, field: 'name' }],
  ])('hides no other one, and is told, where it %s', async (_, record, told) => {
    const { client, kirim, unreadable } = setUp();
    kirim.faults.add({ fault: page([FIRST, record, THIRD], null) });
    const seen: UnreadableRecord[] = [];

    const pages = await collect(client.listLabels({ onUnreadable: (one) => seen.push(one) }));

    expect(pages).toEqual([[FIRST, THIRD]]);
    expect(seen).toEqual([told]);
    expect(unreadable).toEqual([told]);
  });

  it.each(['2026-01-05T02:00:00Z', '2026-01-05T09:00:00.123456+07:00', '2026-01-05t02:00:00z', '2026-01-05 02:00:00Z'])(
    'is not one that was updated at %s',
    async (updated_at) => {
      const { client, kirim } = setUp();
      kirim.faults.add({ fault: page([{ ...FIRST, updated_at }], null) });

      expect(idsOf(await collect(client.listLabels()))).toEqual([FIRST.id]);
    },
  );

  it('may have any id: they are opaque', async () => {
    const { client, kirim, unreadable } = setUp();
    const ids = ['example', '7', 'lbl_1', 'a/b', 'é 🏷'];
    kirim.faults.add({ fault: page(ids.map(label), null) });

    expect(idsOf(await collect(client.listLabels()))).toEqual(ids);
    expect(unreadable).toEqual([]);
  });

  it('is told once, also where the list is begun anew', async () => {
    const { client, kirim } = setUp();
    const bad = [{ ...SECOND, name: null }, null, 7];
    kirim.faults.add({ fault: page([FIRST, ...bad], 'a') });
    refuseCursor(kirim);
    kirim.faults.add({ fault: page([FIRST, ...bad, null], 'b') });
    kirim.faults.add({ fault: page([THIRD, { ...SECOND, name: null }], null) });
    const seen: UnreadableRecord[] = [];

    const pages = await collect(client.listLabels({ onUnreadable: (one) => seen.push(one) }));

    expect(pages).toEqual([[FIRST], [THIRD]]);
    expect(seen.map((one) => one.id)).toEqual([SECOND.id, undefined, undefined, undefined]);
  });

  it('is news: pages of nothing else do not end the list', async () => {
    const { client, kirim } = setUp();
    for (let number = 1; number <= 15; number++) {
      kirim.faults.add({ fault: page([{ ...label(`l${number}`), color: null }], `${number}`) });
    }
    kirim.faults.add({ fault: page([FIRST], null) });

    expect(idsOf(await collect(client.listLabels()))).toEqual([FIRST.id]);
  });
});

function label(id: string) {
  const at = '2026-01-05T02:00:00.000Z';
  return { id, object: 'label', name: 'VIP', color: 'red', team_id: 'team_1', created_at: at, updated_at: at };
}

function page(data: readonly unknown[], next_cursor: string | null, has_more = next_cursor !== null): Fault {
  return { kind: 'json', body: { data, has_more, next_cursor } };
}

/** As documented but for what is after the records. */
function odd(data: readonly unknown[], more: object, next_cursor?: string): Fault {
  return { kind: 'json', body: { data, ...more, ...(next_cursor === undefined ? {} : { next_cursor }) } };
}

/** The next request for the list, or the one after so many, is told that its cursor is not one of KirimChat's any more. */
function refuseCursor({ faults }: ReturnType<typeof setUp>['kirim'], skip = 0): void {
  const error = { type: 'invalid_request_error', code: 'invalid_cursor', message: 'This cursor is not valid.' };
  faults.add({ match: { path: '/labels' }, skip, fault: { kind: 'status', status: 400, body: { error } } });
}

const idsOf = (pages: readonly (readonly { readonly id: string }[])[]) => pages.flat().map(({ id }) => id);

/** The pages, and what the list ended with after them. */
async function read(list: AsyncGenerator<Label[]>): Promise<{ pages: Label[][]; error: ApiError | undefined }> {
  const pages: Label[][] = [];
  try {
    for await (const one of list) {
      pages.push(one);
    }
  } catch (error) {
    return { pages, error: error instanceof ApiError ? error : undefined };
  }
  return { pages, error: undefined };
}

function addLabels(organization: ReturnType<typeof setUp>['organization'], count: number): void {
  for (let number = 0; number < count; number++) {
    organization.addLabel({ name: `Label ${number}` });
  }
}
