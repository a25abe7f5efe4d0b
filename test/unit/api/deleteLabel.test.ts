import { describe, expect, it } from 'vitest';
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
    ...['', '../me', 'lbl_', 'LBL_1', 'lbl_01ARZ3NDEKTSV4RRFFQ69G5FAI'],
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

function confirmation(id: string, deleted: unknown, status = 200): Fault {
  return { kind: 'json', status, body: { data: { object: 'label', id, deleted }, request_id: 'req_1' } };
}
