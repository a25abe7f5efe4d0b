import { describe, expect, it } from 'vitest';
import type { Fault } from '../../kirim';
import { collect, failureOf, setUp } from './support';

const FIRST = label('lbl_01ARZ3NDEKTSV4RRFFQ69G5FA0');
const SECOND = label('lbl_01ARZ3NDEKTSV4RRFFQ69G5FA1');

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

  it('ends as every failure does where the cursor is no text that can be sent', async () => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: page([FIRST], 'a\uD800') });

    expect(await failureOf(collect(client.listLabels()))).toMatchObject({
      kind: 'invalidRequest',
      code: 'invalid_cursor',
    });
  });

  it.each<[string, Fault[], string[]]>([
    ['more is promised without a cursor', [page([FIRST], null, true)], [FIRST.id]],
    ['there is a cursor, but no more', [page([FIRST], 'b', false)], [FIRST.id]],
    ['the cursor is missing', [{ kind: 'json', body: { data: [FIRST], has_more: true } }], [FIRST.id]],
    ['a cursor comes again', [page([FIRST], 'a'), page([SECOND], 'a')], [FIRST.id, SECOND.id]],
    ['cursors go round', [page([FIRST], 'a'), page([SECOND], 'b'), page([], 'a')], [FIRST.id, SECOND.id]],
    ['pages overlap', [page([FIRST, FIRST], 'a'), page([FIRST, SECOND], null)], [FIRST.id, SECOND.id]],
    ['a page is empty', [page([], 'a'), page([FIRST], null)], [FIRST.id]],
  ])('ends where %s', async (_, faults, ids) => {
    const { client, kirim } = setUp();
    for (const fault of faults) {
      kirim.faults.add({ fault });
    }

    const pages = await collect(client.listLabels());

    expect(pages.flat().map(({ id }) => id)).toEqual(ids);
    expect(kirim.requests.count()).toBe(faults.length);
  });

  it('gives up on cursors that never end after ten pages in a row without news', async () => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault: page([FIRST], 'start') });
    for (let number = 1; number < 30; number++) {
      kirim.faults.add({ fault: page(number === 5 ? [SECOND] : [FIRST], `cursor ${number}`) });
    }

    expect((await collect(client.listLabels())).flat()).toHaveLength(2);
    expect(kirim.requests.count()).toBe(16);
  });

  it.each<[string, Fault]>([
    ['a page of a captive portal', { kind: 'html' }],
    ['half an answer', { kind: 'truncated_json' }],
    ['no list', { kind: 'json', body: { data: null, has_more: false, next_cursor: null } }],
    ['no body', { kind: 'status', status: 200, body: '' }],
    ['something that is no label', page([{ ...FIRST, object: 'contact' }], null)],
    ['an id that leads elsewhere', page([{ ...FIRST, id: '../me' }], null)],
    ['an id that is no text', page([{ ...FIRST, id: [FIRST.id] }], null)],
    ['an error with status 200', { kind: 'json', body: { error: { type: 'api_error', code: 'internal_error' } } }],
  ])('fails on %s', async (_, fault) => {
    const { client, kirim } = setUp();
    kirim.faults.add({ fault });

    const error = await failureOf(client.listLabels().next());

    expect(error).toMatchObject({ kind: 'unreadable', status: 200, attempts: 1, mayHaveTakenEffect: false });
    expect(error.requestId).toMatch(/^req_/);
  });
});

function label(id: string) {
  const at = '2026-01-05T02:00:00.000Z';
  return { id, object: 'label', name: 'VIP', color: 'red', team_id: 'team_1', created_at: at, updated_at: at };
}

function page(data: readonly unknown[], next_cursor: string | null, has_more = next_cursor !== null): Fault {
  return { kind: 'json', body: { data, has_more, next_cursor } };
}

function addLabels(organization: ReturnType<typeof setUp>['organization'], count: number): void {
  for (let number = 0; number < count; number++) {
    organization.addLabel({ name: `Label ${number}` });
  }
}
