import { describe, expect, it, vi } from 'vitest';
import { SECOND_API_KEY } from '../../kirim';
import { failureOf, setUp } from './support';

describe('one label', () => {
  it('is read by its id', async () => {
    const { client, label } = setUp();
    expect(await client.getLabel(label.id)).toEqual(label);
  });

  it('is undefined where there is none any more', async () => {
    const { client, label, organization } = setUp();
    organization.removeLabel(label.id);
    expect(await client.getLabel(label.id)).toBeUndefined();
  });

  it('is undefined as well where KirimChat says 410', async () => {
    const { client, kirim, label } = setUp();
    kirim.faults.add({ fault: { kind: 'status', status: 410 } });
    expect(await client.getLabel(label.id)).toBeUndefined();
  });

  it('is not taken for another one', async () => {
    const { client, kirim, label, organization } = setUp();
    const other = organization.labels()[1];
    kirim.faults.add({ fault: { kind: 'json', body: { data: other } } });
    expect(await failureOf(client.getLabel(label.id))).toMatchObject({ kind: 'unreadable' });
  });
});

describe('creating a label', () => {
  const vip = { name: 'Sangat penting', color: 'amber' };

  it('sends name, color and team, and gives back what KirimChat made of it', async () => {
    const { client, organization } = setUp();
    const [, team_id = ''] = organization.team_ids;
    const { label, requestId } = await client.createLabel({ ...vip, team_id }, 'key-1');
    expect(label).toMatchObject({ ...vip, team_id });
    expect(requestId).toMatch(/^req_/);
    expect(organization.label(label.id)).toEqual(label);
  });

  it('sends nothing else of an old label: no id, no times', async () => {
    const { client, kirim, label } = setUp();
    const bodies: unknown[] = [];
    vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
      bodies.push(JSON.parse(init.body as string));
      expect(new Headers(init.headers).get('content-type')).toBe('application/json');
      return kirim.fetch(input, init);
    });
    await client.createLabel({ ...label, name: 'Another' }, 'key-1');
    expect(bodies).toEqual([{ name: 'Another', color: label.color, team_id: label.team_id }]);
  });

  it('needs no team where there is only one', async () => {
    const { client, kirim } = setUp({ apiKey: SECOND_API_KEY });
    const [only] = kirim.organization('Toko Sinar Jaya').team_ids;
    expect((await client.createLabel(vip, 'key-1')).label.team_id).toBe(only);
  });

  it.each([
    ['name', { name: 'VIP' }],
    ['team', { team_id: 'team_other' }],
  ])('does not take a label of another %s for it', async (_, other) => {
    const { client, kirim, label } = setUp();
    const asked = { ...label, name: 'Sangat penting' };
    kirim.faults.add({ match: { method: 'POST' }, fault: { kind: 'json', body: { data: { ...asked, ...other } } } });
    expect(await failureOf(client.createLabel(asked, 'key-1'))).toMatchObject({
      kind: 'unreadable',
      mayHaveTakenEffect: true,
    });
  });

  it.each([
    ['trimmed', ' Padded ', 'Padded'],
    ['with its accents composed', 'Cafe\u0301', 'Caf\u00e9'],
    ['with one blank for several', 'Sangat \t  penting', 'Sangat penting'],
    ['as it was sent', ' Padded ', ' Padded '],
  ])('takes it with the name that it got: %s', async (_, name, given) => {
    const { client, kirim, label } = setUp();
    const body = { data: { ...label, name: given }, request_id: 'req_1' };
    kirim.faults.add({ fault: { kind: 'json', status: 201, body } });
    expect(await client.createLabel({ ...label, name }, 'key-1')).toMatchObject({ label: { name: given } });
    kirim.faults.add({ fault: { kind: 'json', body } });
    expect(await client.updateLabel(label.id, { name, color: 'gray' })).toMatchObject({ label: { name: given } });
  });

  it.each(['VIPS', 'vip', 'VI P', 'V\u0130P', 'VIP\u200b', 'VÍP'])('does not take “%s” for “VIP”', async (name) => {
    const { client, kirim, label } = setUp();
    const doubt = { kind: 'unreadable', mayHaveTakenEffect: true };
    kirim.faults.add({ fault: { kind: 'json', body: { data: { ...label, name } } }, times: 2 });
    expect(await failureOf(client.createLabel({ ...label, name: 'VIP' }, 'key-1'))).toMatchObject(doubt);
    expect(await failureOf(client.updateLabel(label.id, { name: 'VIP', color: 'gray' }))).toMatchObject(doubt);
  });

  it('creates it once when the answer was lost', async () => {
    const { client, kirim, organization } = setUp();
    const before = organization.labels().length;
    kirim.faults.add({ match: { method: 'POST' }, fault: { kind: 'truncated' } });
    await client.createLabel({ ...vip, team_id: organization.team_ids[0] ?? '' }, 'key-1');
    expect(kirim.requests.count({ method: 'POST' })).toBe(2);
    expect(organization.labels()).toHaveLength(before + 1);
  });

  it('fails with what KirimChat said of a name that is taken', async () => {
    const { client, label } = setUp();
    expect(await failureOf(client.createLabel(label, 'key-1'))).toMatchObject({
      kind: 'invalidRequest',
      code: 'invalid_field_value',
      mayHaveTakenEffect: false,
    });
  });
});

describe('changing a label', () => {
  it('gives it the name and color, and it keeps its id and what it is attached to', async () => {
    const { client, label, organization } = setUp();
    const attached = organization.attachments(label.id);
    const { label: changed } = await client.updateLabel(label.id, { name: 'Other', color: 'gray' });
    expect(changed).toMatchObject({ id: label.id, name: 'Other', color: 'gray' });
    expect(organization.attachments(label.id)).toEqual(attached);
  });

  it('sends what is to change alone, and leaves the rest to others', async () => {
    const { client, label, organization } = setUp();
    expect((await client.updateLabel(label.id, { name: 'Other' })).label).toEqual({
      ...label,
      name: 'Other',
      updated_at: expect.any(String) as string,
    });
    organization.renameLabel(label.id, 'Renamed');
    expect((await client.updateLabel(label.id, { color: 'teal' })).label).toMatchObject({
      name: 'Renamed',
      color: 'teal',
    });
  });

  it('does not take a label of another color for a new color', async () => {
    const { client, kirim, label } = setUp();
    kirim.faults.add({ fault: { kind: 'json', body: { data: { ...label, color: 'red' } } } });
    expect(await failureOf(client.updateLabel(label.id, { color: 'teal' }))).toMatchObject({ kind: 'unreadable' });
  });

  it('is in doubt when another label came back', async () => {
    const { client, kirim, label, organization } = setUp();
    const other = organization.labels()[1];
    kirim.faults.add({ fault: { kind: 'json', body: { data: other } } });
    expect(await failureOf(client.updateLabel(label.id, { name: 'Other', color: 'gray' }))).toMatchObject({
      kind: 'unreadable',
      mayHaveTakenEffect: true,
    });
  });

  it('sends nothing for what is no id of a label', async () => {
    const { client, kirim } = setUp();
    await failureOf(client.updateLabel('../me', { name: 'a', color: 'gray' }));
    expect(kirim.requests.count()).toBe(0);
  });
});
