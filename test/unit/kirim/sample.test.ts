import { describe, expect, it } from 'vitest';
import {
  addSample,
  EMPTY_API_KEY,
  EMPTY_ORGANIZATION,
  Kirim,
  LABEL_COLORS,
  SAMPLE_ORGANIZATION,
  SECOND_API_KEY,
  SECOND_ORGANIZATION,
} from '../../kirim';
import { listAll, setUp } from './support';

const lengthOf = (name: string) => Array.from(name).length;

describe('the sample', () => {
  it('has labels of every color in two teams, each attached to somebody', () => {
    const { acme } = setUp();
    const labels = acme.labels();
    expect(labels).toHaveLength(41);
    expect(new Set(labels.map(({ color }) => color))).toEqual(new Set(LABEL_COLORS));
    expect(new Set(labels.map(({ team_id }) => team_id))).toEqual(new Set(acme.team_ids));
    expect(labels.filter(({ name }) => name === 'VIP')).toHaveLength(1);
    for (const { id } of labels) {
      expect(acme.attachments(id).contacts.length).toBeGreaterThan(0);
      expect(acme.attachments(id).conversations.length).toBeGreaterThan(0);
    }
  });

  it('has names that are hard: the longest, emoji, other scripts, the same in both teams', () => {
    const names = setUp()
      .acme.labels()
      .map(({ name }) => name);
    expect(Math.max(...names.map(lengthOf))).toBe(50);
    expect(Math.min(...names.map(lengthOf))).toBeGreaterThan(0);
    expect(names.some((name) => /\p{Extended_Pictographic}/u.test(name))).toBe(true);
    for (const script of [/\p{Script=Arabic}/u, /\p{Script=Han}/u, /\p{Script=Javanese}/u]) {
      expect(names.some((name) => script.test(name))).toBe(true);
    }
    expect(names.filter((name) => name === 'Selesai')).toHaveLength(2);
  });

  it('is the same in every run, at any time', () => {
    const snapshot = (kirim: Kirim) =>
      [SAMPLE_ORGANIZATION, SECOND_ORGANIZATION, EMPTY_ORGANIZATION].map((name) => {
        const { id, team_ids, contacts, conversations, ...organization } = kirim.organization(name);
        const labels = kirim.organization(name).labels();
        const attachments = labels.map((label) => kirim.organization(name).attachments(label.id));
        return { id, team_ids, contacts, conversations, organization, labels, attachments };
      });
    const now = new Kirim();
    addSample(now);
    const { kirim } = setUp();
    expect(JSON.stringify(snapshot(now))).toBe(JSON.stringify(snapshot(kirim)));
    const other = new Kirim({ seed: 2 });
    addSample(other);
    expect(other.organization('Acme').id).not.toBe(kirim.organization('Acme').id);
  });

  it('has a small organization and an empty one', async () => {
    const { kirim, call } = setUp();
    expect(await listAll(call, 100, SECOND_API_KEY)).toHaveLength(5);
    expect(kirim.organization(SECOND_ORGANIZATION).team_ids).toHaveLength(1);
    const { body } = await call('/labels', { key: EMPTY_API_KEY });
    expect(body).toMatchObject({ data: [], has_more: false, next_cursor: null });
  });
});

describe('changes behind the back of the API', () => {
  it('shows in the next answer', async () => {
    const { call, acme } = setUp();
    const [first, second] = acme.labels();
    acme.removeLabel(first?.id ?? '');
    acme.renameLabel(second?.id ?? '', 'Renamed elsewhere');
    const added = acme.addLabel({ name: 'Added elsewhere' });
    const listed = await listAll(call, 100);
    expect(listed.map(({ id }) => id)).not.toContain(first?.id);
    expect(listed.find(({ id }) => id === second?.id)?.name).toBe('Renamed elsewhere');
    expect(listed.at(-1)).toEqual(added);
  });

  it('keeps the rules of the API', () => {
    const { acme, kirim } = setUp();
    expect(() => acme.addLabel({ name: 'VIP' })).toThrow('already');
    expect(() => {
      acme.removeLabel('lbl_01JNCS44H0A0GZY8KQDZEF4C74');
    }).toThrow('no such label');
    expect(() => {
      acme.attach('lbl_01JNCS44H0A0GZY8KQDZEF4C74', { contacts: [...acme.contacts] });
    }).toThrow('no such label');
    expect(() => kirim.organization('Nobody')).toThrow('Nobody');
    expect(() => {
      acme.revokeKey('Nobody');
    }).toThrow('no such key');
  });
});
