import { beforeEach, describe, expect, it } from 'vitest';
import { SECOND_API_KEY, type Kirim, type ManualClock, type Organization } from '../../kirim';
import { errorOf, setUp, type Call, type Reply } from './support';

const DAY = 24 * 60 * 60 * 1000;

describe('Idempotency-Key', () => {
  let call: Call;
  let acme: Organization;
  let kirim: Kirim;
  let clock: ManualClock;
  let post: (name: string, key: string, team_id?: string) => Promise<Reply>;
  beforeEach(() => {
    ({ call, acme, kirim, clock } = setUp());
    post = (name, key, team_id = acme.team_ids[0] ?? '') =>
      call('/labels', { method: 'POST', body: { name, team_id }, headers: { 'Idempotency-Key': key } });
  });

  it('answers a repeated POST with the label of the first', async () => {
    const first = await post('Hampers', 'k');
    const count = acme.labels().length;
    const second = await post('Hampers', 'k');
    expect(second.status).toBe(201);
    expect(second.body.data).toEqual(first.body.data);
    expect(second.body.request_id).toBe(second.headers.get('X-Request-Id'));
    expect(acme.labels()).toHaveLength(count);
  });

  it('refuses another body', async () => {
    await post('Hampers', 'k');
    expect(errorOf(await post('Parcel', 'k')).slice(0, 3)).toEqual([
      422,
      'invalid_request_error',
      'idempotency_key_reuse',
    ]);
  });

  it('keeps a key for 24 hours', async () => {
    await post('Hampers', 'k');
    clock.advance(DAY - 1);
    expect((await post('Parcel', 'k')).status).toBe(422);
    clock.advance(1);
    expect((await post('Parcel', 'k')).status).toBe(201);
  });

  it('is in progress until the first answer has left', async () => {
    const gate = kirim.faults.hold({ method: 'POST' }, { applied: true });
    const first = post('Hampers', 'k');
    await gate.reached();
    expect(errorOf(await post('Hampers', 'k')).slice(0, 3)).toEqual([409, 'conflict', 'idempotency_in_progress']);
    gate.open();
    expect((await first).status).toBe(201);
    expect(gate.arrived).toBe(1);
    expect((await post('Hampers', 'k')).body.data).toEqual((await first).body.data);
  });

  it('lets a refused request be mended under the same key', async () => {
    expect((await post('VIP', 'k')).status).toBe(400);
    expect((await post('VVIP', 'k')).status).toBe(201);
  });

  it('belongs to one organization', async () => {
    await post('Hampers', 'k');
    const headers = { 'Idempotency-Key': 'k' };
    const other = await call('/labels', { method: 'POST', body: { name: 'X' }, headers, key: SECOND_API_KEY });
    expect(other.status).toBe(201);
  });

  it('has at most 255 characters', async () => {
    expect((await post('A', 'k'.repeat(255))).status).toBe(201);
    expect(errorOf(await post('B', 'k'.repeat(256)))[2]).toBe('invalid_field_value');
  });

  it('is ignored on PATCH', async () => {
    const path = `/labels/${acme.labels()[0]?.id ?? ''}`;
    const headers = { 'Idempotency-Key': 'k' };
    await call(path, { method: 'PATCH', body: { name: 'A' }, headers });
    expect((await call(path, { method: 'PATCH', body: { name: 'B' }, headers })).body.data).toMatchObject({
      name: 'B',
    });
  });

  it('finds the label that a lost answer did not show', async () => {
    kirim.faults.add({ match: { method: 'POST' }, fault: { kind: 'cut', applied: true } });
    await expect(post('Hampers', 'k')).rejects.toThrow('fetch failed');
    expect((await post('Hampers', 'k')).status).toBe(201);
    expect(acme.labels().filter((label) => label.name === 'Hampers')).toHaveLength(1);
  });
});
