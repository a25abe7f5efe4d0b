import { beforeEach, describe, expect, it } from 'vitest';
import { LABEL_COLORS, SECOND_API_KEY, type Kirim, type ManualClock, type Organization } from '../../kirim';
import { errorOf, setUp, type Call } from './support';

let call: Call;
let acme: Organization;
let kirim: Kirim;
let clock: ManualClock;
let team_id: string;
beforeEach(() => {
  ({ call, acme, kirim, clock } = setUp());
  team_id = acme.team_ids[1] ?? '';
});

describe('POST /labels', () => {
  const post = (body: unknown, key?: string) => call('/labels', { method: 'POST', body, ...(key ? { key } : {}) });

  it('creates a gray label unless a color is given', async () => {
    const { status, body } = await post({ name: 'Hampers', team_id });
    expect(status).toBe(201);
    expect(body.data).toMatchObject({ name: 'Hampers', color: 'gray', team_id, object: 'label' });
    expect(body.data).toMatchObject({ created_at: '2026-01-05T02:00:00.000Z', updated_at: '2026-01-05T02:00:00.000Z' });
    expect(acme.labels()).toContainEqual(body.data);
  });

  it('takes every color', async () => {
    for (const color of LABEL_COLORS) {
      expect((await post({ name: `in ${color}`, color, team_id })).body.data).toMatchObject({ color });
    }
  });

  it('needs no team in an organization that has one', async () => {
    const { body } = await post({ name: 'Hampers' }, SECOND_API_KEY);
    expect(body.data).toMatchObject({ team_id: kirim.organization('Toko Sinar Jaya').team_ids[0] });
  });

  it('counts characters, not UTF-16 units: 50 emoji are a name', async () => {
    expect((await post({ name: '🌶'.repeat(50), team_id })).status).toBe(201);
    expect((await post({ name: '🌶'.repeat(51), team_id })).status).toBe(400);
  });

  it('takes a name again in another team, not in the same', async () => {
    const first = acme.labels().find((label) => label.name === 'VIP');
    const duplicate = await post({ name: 'VIP', team_id: first?.team_id });
    expect(errorOf(duplicate)).toEqual([400, 'invalid_request_error', 'invalid_field_value', 'name']);
    expect((await post({ name: 'VIP', team_id })).status).toBe(201);
  });

  it.each([
    ['no name', {}, 'missing_required_field', 'name'],
    ['an empty name', { name: '' }, 'invalid_field_value', 'name'],
    ['a long name', { name: 'x'.repeat(51) }, 'invalid_field_value', 'name'],
    ['a name that is no text', { name: 7 }, 'invalid_field_value', 'name'],
    ['an unknown color', { name: 'A', color: 'mauve' }, 'invalid_field_value', 'color'],
    ['no team', { name: 'A', color: 'red' }, 'missing_required_field', 'team_id'],
    ['an unknown team', { name: 'A', team_id: 'team_x' }, 'invalid_field_value', 'team_id'],
    ['a list', [], 'invalid_request', undefined],
    ['null', null, 'invalid_request', undefined],
    ['no JSON', '{"name":', 'invalid_request', undefined],
  ])('refuses %s', async (_, body, code, param) => {
    const before = acme.labels();
    expect(errorOf(await post(body))).toEqual([400, 'invalid_request_error', code, param]);
    expect(acme.labels()).toEqual(before);
  });
});

describe('PATCH /labels/:id', () => {
  const patch = (id: string, body: unknown, key?: string) =>
    call(`/labels/${id}`, { method: 'PATCH', body, ...(key ? { key } : {}) });

  it('changes the name or the color and nothing else', async () => {
    const label = acme.labels()[0];
    const id = label?.id ?? '';
    clock.advance(1000);
    const { status, body } = await patch(id, { name: 'VVIP' });
    expect(status).toBe(200);
    expect(body.data).toEqual({ ...label, name: 'VVIP', updated_at: '2026-01-05T02:00:01.000Z' });
    expect((await patch(id, { color: 'pink' })).body.data).toMatchObject({ name: 'VVIP', color: 'pink' });
    expect(acme.label(id)).toMatchObject({ name: 'VVIP', color: 'pink' });
  });

  it('frees the old name and keeps the new one', async () => {
    const [label, other] = acme.labels().filter(({ team_id: team }) => team === team_id);
    await patch(label?.id ?? '', { name: 'Baru' });
    expect((await patch(other?.id ?? '', { name: 'Baru' })).body.error?.code).toBe('invalid_field_value');
    expect((await patch(other?.id ?? '', { name: label?.name })).status).toBe(200);
  });

  it('takes the name that the label has already', async () => {
    const label = acme.labels()[0];
    expect((await patch(label?.id ?? '', { name: label?.name })).status).toBe(200);
  });

  it('cannot move a label to another team', async () => {
    const id = acme.labels()[0]?.id ?? '';
    expect(errorOf(await patch(id, { team_id }))[3]).toBe('team_id');
  });

  it('does not find the label of another organization', async () => {
    const id = acme.labels()[0]?.id ?? '';
    expect((await patch(id, { name: 'Mine' }, SECOND_API_KEY)).status).toBe(404);
    expect(acme.label(id).name).toBe('VIP');
  });
});
