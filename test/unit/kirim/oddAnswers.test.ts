import { beforeEach, describe, expect, it } from 'vitest';
import { endsTooEarly, type Kirim, type Label, ODD_RECORDS, type Organization, withOddRecords } from '../../kirim';
import { errorOf, listAll, setUp, type Call } from './support';

const LISTS = { method: 'GET', path: '/labels' };

let call: Call;
let acme: Organization;
let kirim: Kirim;
beforeEach(() => {
  ({ call, acme, kirim } = setUp());
});

const labelCount = () => acme.labels().length;
const names = (headers: Headers) => [...headers.keys()].filter((name) => name.startsWith('x-'));

describe('the answer of a stranger', () => {
  const remove = async () => {
    const response = await kirim.fetch(`https://api.example/v1/labels/${acme.labels()[0]?.id ?? ''}`, {
      method: 'DELETE',
      headers: { Authorization: `Bearer ${acme.addKey({ label: 'other' })}` },
    });
    return { response, text: await response.text() };
  };

  it.each([
    ['<h1>404 page not found</h1>', 'text/html; charset=utf-8', '<h1>404 page not found</h1>'],
    [{ message: 'Not Found' }, 'application/json', '{"message":"Not Found"}'],
    [undefined, 'text/html; charset=utf-8', ''],
  ])('has none of KirimChat’s headers: %j', async (body, type, text) => {
    kirim.faults.add({ fault: { kind: 'stranger', status: 404, body } });
    const before = labelCount();
    const reply = await remove();
    expect([reply.response.status, reply.response.headers.get('Content-Type'), reply.text]).toEqual([404, type, text]);
    expect(names(reply.response.headers)).toEqual([]);
    expect([labelCount(), acme.bucket('write').level()]).toEqual([before, 60]);
  });

  it('may come although the request was carried out', async () => {
    const before = labelCount();
    kirim.faults.add({ fault: { kind: 'stranger', status: 502, headers: { Via: 'proxy' }, applied: true } });
    const { response } = await remove();
    expect([response.status, response.headers.get('Via')]).toEqual([502, 'proxy']);
    expect(labelCount()).toBe(before - 1);
  });
});

describe('an answer with a status', () => {
  it('has the code that is told', async () => {
    kirim.faults.add({ fault: { kind: 'status', status: 400, code: 'invalid_cursor' } });
    expect(errorOf(await call('/labels'))).toEqual([400, 'invalid_request_error', 'invalid_cursor', undefined]);
    kirim.faults.add({ fault: { kind: 'status', status: 410 } });
    expect(errorOf(await call('/labels'))).toEqual([410, 'not_found', 'resource_not_found', undefined]);
  });

  it('tells of the rate limit with a 5xx where it is told to', async () => {
    kirim.faults.add({ fault: { kind: 'status', status: 503 } });
    kirim.faults.add({ fault: { kind: 'status', status: 503, hasRateLimit: true } });
    const remaining = async () => (await call('/me')).headers.get('X-RateLimit-Remaining');
    expect([await remaining(), await remaining()]).toEqual([null, '600']);
  });
});

describe('a list', () => {
  it('can end too early', async () => {
    kirim.faults.add({ match: LISTS, fault: { kind: 'changed', change: endsTooEarly } });
    const { status, body } = await call('/labels?limit=100');
    expect([status, body.has_more, body.next_cursor]).toEqual([200, true, null]);
    expect(body.data).toHaveLength(labelCount());
  });

  it('can fail on a later page alone', async () => {
    const script = kirim.faults.add({
      match: { ...LISTS, laterPage: true },
      fault: { kind: 'status', status: 400, code: 'invalid_cursor' },
    });
    const page = await call('/labels?limit=10');
    expect([page.status, script.used]).toEqual([200, 0]);
    const next = () => call(`/labels?limit=10&cursor=${page.body.next_cursor ?? ''}`);
    expect(errorOf(await next())).toEqual([400, 'invalid_request_error', 'invalid_cursor', undefined]);
    expect([(await next()).status, script.used]).toEqual([200, 1]);
    expect(kirim.requests.count({ ...LISTS, laterPage: true })).toBe(2);
    expect(kirim.requests.count({ ...LISTS, laterPage: false })).toBe(1);
  });

  it.each(Object.keys(ODD_RECORDS) as (keyof typeof ODD_RECORDS)[])('can have %s in it', async (odd) => {
    const label = acme.labels()[0] ?? acme.addLabel({ name: 'Baru' });
    const change = withOddRecords(({ id }) => id === label.id, odd);
    kirim.faults.add({ match: LISTS, fault: { kind: 'changed', change } });
    const { body } = await call('/labels?limit=100');
    const [first, ...others] = body.data as Label[];
    expect(first).toEqual(ODD_RECORDS[odd](label));
    expect(first).not.toEqual(label);
    expect(others).toEqual(acme.labels().slice(1));
    expect(await listAll(call, 100)).toEqual(acme.labels());
  });
});
