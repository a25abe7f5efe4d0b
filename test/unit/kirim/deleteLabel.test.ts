import { describe, expect, it } from 'vitest';
import { SECOND_API_KEY } from '../../kirim';
import { errorOf, setUp } from './support';

describe('DELETE /labels/:id', () => {
  it('says which label is gone', async () => {
    const { call, acme } = setUp();
    const [label, ...others] = acme.labels();
    const id = label?.id ?? '';
    const { status, body } = await call(`/labels/${id}`, { method: 'DELETE' });
    expect(status).toBe(200);
    expect(body).toEqual({ data: { object: 'label', id, deleted: true }, request_id: body.request_id });
    expect(body.request_id).toMatch(/^req_\w{26}$/);
    expect(acme.labels()).toEqual(others);
  });

  it('removes the join rows and keeps the contacts and conversations', async () => {
    const { call, acme } = setUp();
    const label = acme.labels()[0];
    const id = label?.id ?? '';
    const before = { contacts: [...acme.contacts], conversations: [...acme.conversations] };
    const rows = acme.attachmentCount();
    const { contacts, conversations } = acme.attachments(id);
    expect(contacts.length).toBeGreaterThan(0);
    expect(conversations.length).toBeGreaterThan(0);

    await call(`/labels/${id}`, { method: 'DELETE' });

    expect(acme.attachments(id)).toEqual({ contacts: [], conversations: [] });
    expect(acme.attachmentCount()).toBe(rows - contacts.length - conversations.length);
    expect({ contacts: acme.contacts, conversations: acme.conversations }).toEqual(before);
  });

  it('does not find a label twice, with or without an Idempotency-Key', async () => {
    const { call, acme } = setUp();
    const path = `/labels/${acme.labels()[0]?.id ?? ''}`;
    const headers = { 'Idempotency-Key': 'the same' };
    expect((await call(path, { method: 'DELETE', headers })).status).toBe(200);
    const again = await call(path, { method: 'DELETE', headers });
    expect(errorOf(again)).toEqual([404, 'not_found', 'resource_not_found', undefined]);
  });

  it('leaves the label of another organization alone', async () => {
    const { call, acme } = setUp();
    const before = acme.labels();
    const path = `/labels/${before[0]?.id ?? ''}`;
    expect((await call(path, { method: 'DELETE', key: SECOND_API_KEY })).status).toBe(404);
    expect(acme.labels()).toEqual(before);
  });

  it('refuses what is no id', async () => {
    const { call } = setUp();
    const { status, body } = await call('/labels/everything', { method: 'DELETE' });
    expect([status, body.error?.code, body.error?.param]).toEqual([400, 'invalid_field_value', 'id']);
  });

  it('frees the name; the label that takes it has a new id and no attachments', async () => {
    const { call, acme } = setUp();
    const label = acme.labels()[0];
    await call(`/labels/${label?.id ?? ''}`, { method: 'DELETE' });
    const { name, color, team_id } = label ?? {};
    const { status, body } = await call('/labels', { method: 'POST', body: { name, color, team_id } });
    const created = body.data as { id: string };
    expect(status).toBe(201);
    expect(created.id).not.toBe(label?.id);
    expect(acme.attachments(created.id)).toEqual({ contacts: [], conversations: [] });
  });
});
