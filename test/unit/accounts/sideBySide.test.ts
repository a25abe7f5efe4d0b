import { beforeEach, describe, expect, it } from 'vitest';
import { KeyStore } from '../../../src/accounts/keyStore';
import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { Secrets } from '../../fuzz/model/secrets';
import { settings } from '../fakeVscode';
import { openWindow, WhoIsWho } from './windows';

const ADDRESS = 'https://api.kirim.chat/v1';
const API = parseApiBaseUrl(ADDRESS);
const NAME = 'kirimLabels.apiKey:https://api.kirim.chat';
const ACME = { apiKey: 'kdv_live_AAAAAAAAAAAAAAAAAAAAAAAA', organization: { id: 'org_1', name: 'Acme' } };
const OTHER = { apiKey: 'kdv_live_BBBBBBBBBBBBBBBBBBBBBBBB', organization: { id: 'org_2', name: 'Other' } };
const NEWER = { apiKey: 'kdv_live_CCCCCCCCCCCCCCCCCCCCCCCC', organization: ACME.organization };
const UNKNOWN = { apiKey: 'kdv_live_DDDDDDDDDDDDDDDDDDDDDDDD', journalId: 'a-journal' };
const DAMAGED = [{ apiKey: 5, organization: ACME.organization }, 'nonsense', { version: 2 }, { apiKey: 'no owner' }];

const fails = (error: unknown) => expect.unreachable(String(error));

let secrets: Secrets;
let window: ReturnType<typeof openWindow>;
let other: ReturnType<typeof openWindow>;

beforeEach(() => {
  settings['apiBaseUrl'] = ADDRESS;
  secrets = new Secrets();
  [window, other] = [openWindow(secrets, new WhoIsWho()), openWindow(secrets, new WhoIsWho())];
  return () => {
    window.dispose();
    other.dispose();
  };
});

/** What the storage has, as a window wrote it, perhaps of another version. */
const store = (...entries: readonly unknown[]) => secrets.asStorage().store(NAME, JSON.stringify(entries));
const stored = async () => JSON.parse((await secrets.asStorage().get(NAME)) ?? 'null') as unknown;

describe('the organizations of one API', () => {
  it('have sessions of their own, and what is told is told of one of them', async () => {
    await store(ACME, OTHER, UNKNOWN);
    const [acme, another, unknown] = await window.accounts.restore();
    expect.assert(acme && another && unknown);
    const journals = await Promise.all([acme.journal(), another.journal(), unknown.journal()]);
    for (const parts of [
      [acme.id, another.id, unknown.id],
      [acme.labels, another.labels, unknown.labels],
      [acme.writeLimiter, another.writeLimiter, unknown.writeLimiter],
      journals,
    ]) {
      expect(new Set<unknown>(parts).size).toBe(3);
    }
    window.changes.length = 0;
    await another.labels.refresh();
    await window.accounts.learn(unknown, { id: 'org_3', name: 'Known' });
    const told = window.changes.map((change) => [change.kind, change.kind !== 'sessions' && change.session]);
    expect(told).toEqual([
      ['state', another],
      ['state', another],
      ['organization', unknown],
    ]);
    expect(window.accounts.sessions).toEqual([acme, another, unknown]);
  });

  it('are signed out one by one, in every window', async () => {
    await store(ACME, OTHER);
    const [acme, another] = await window.accounts.restore();
    const [, same] = await other.accounts.restore();
    expect.assert(acme);
    await window.accounts.signOut(acme);
    expect(window.accounts.sessions).toEqual([another]);
    await expect.poll(() => other.accounts.sessions).toEqual([same]);
    expect([acme, another, same].map((session) => session?.ended.aborted)).toEqual([true, false, false]);
    expect(await stored()).toEqual([OTHER]);
  });

  it('come one by one as the person signs in, in every window; a new key takes the place of the old one', async () => {
    const session = await window.accounts.signIn(API, ACME, fails);
    await expect.poll(() => other.accounts.sessions.map(({ id }) => id)).toEqual(['org_1']);
    expect(await other.accounts.signIn(API, ACME, fails)).toBe(other.accounts.sessions[0]);
    expect(await window.accounts.restore()).toEqual([session]);
    await other.accounts.signIn(API, OTHER, fails);
    await expect.poll(() => window.accounts.sessions.map(({ id }) => id)).toEqual(['org_1', 'org_2']);
    expect(window.accounts.sessions[0]).toBe(session);
    await other.accounts.signIn(API, NEWER, fails);
    await expect.poll(() => session?.ended.aborted).toBe(true);
    expect(window.accounts.sessions.map(({ id }) => id)).toEqual(['org_1', 'org_2']);
    expect(await stored()).toEqual([NEWER, OTHER]);
  });

  it('are told apart by their ids where their names look the same, and as long as they do', async () => {
    await store(ACME, { ...OTHER, organization: { id: 'org_2', name: 'Аcme' } });
    const [acme, namesake] = await window.accounts.restore();
    expect([acme?.shortId, namesake?.shortId]).toEqual(['org_1', 'org_2']);
    await window.accounts.learn(namesake ?? expect.unreachable(), { id: 'org_2', name: 'Other' });
    expect([acme?.shortId, namesake?.shortId]).toEqual([undefined, undefined]);
    expect(window.changes.slice(-2).map((change) => change.kind !== 'sessions' && change.session)).toEqual([
      namesake,
      acme,
    ]);
  });

  it('are one where it is not known whose their keys are: the new one may be of the same', async () => {
    await window.accounts.signIn(API, ACME, fails);
    await window.accounts.signIn(API, UNKNOWN, fails);
    const { apiKey } = NEWER;
    await window.accounts.signIn(API, { apiKey }, fails);
    expect(await stored()).toEqual([ACME, { apiKey, journalId: expect.any(String) as string }]);
  });
});

it('organizations stay where the storage fails for a moment, and follow another window where it stores again', async () => {
  await store(ACME, OTHER);
  const sessions = await window.accounts.restore();
  secrets.failing.add('get').add('store');
  await window.accounts.checkAgain();
  expect(window.accounts.sessions).toBe(sessions);
  await window.accounts.signIn(API, UNKNOWN, (error) => {
    expect(String(error)).toContain('Cannot get');
  });
  expect(window.accounts.sessions.map(({ id }) => id)).toEqual(['org_1', 'org_2', 'a-journal']);
  secrets.failing.clear();
  await other.accounts.signIn(API, OTHER, fails);
  await expect.poll(() => window.accounts.sessions.map(({ id }) => id)).toEqual(['org_1', 'org_2']);
});

describe('keys that are kept together', () => {
  it('stay where another one is stored; that of the same organization gives its place to it', async () => {
    await store(ACME, OTHER, UNKNOWN);
    await new KeyStore(secrets.asStorage()).set(API, NEWER);
    expect(await stored()).toEqual([NEWER, OTHER, UNKNOWN]);
  });

  it('are found and kept beside what cannot be read, which is never lost', async () => {
    await store(DAMAGED[0], ACME, ...DAMAGED.slice(1));
    const [acme] = await window.accounts.restore();
    expect(window.accounts.sessions.map(({ id }) => id)).toEqual(['org_1']);
    await new KeyStore(secrets.asStorage()).set(API, OTHER);
    expect(await stored()).toEqual([ACME, OTHER, ...DAMAGED]);
    await window.accounts.signOut(acme ?? expect.unreachable());
    expect(await stored()).toEqual([OTHER, ...DAMAGED]);
  });

  it.each(['{"apiKey":', '5', '{}'])('are none where all of it is %s, and can be stored again', async (text) => {
    await secrets.asStorage().store(NAME, text);
    expect(await window.accounts.restore()).toEqual([]);
    await window.accounts.signIn(API, ACME, fails);
    expect(await stored()).toEqual([ACME]);
  });

  it('are not lost by a key that could not be stored while they could not be read', async () => {
    await store(OTHER);
    secrets.failing.add('get');
    const keys = new KeyStore(secrets.asStorage());
    await expect(keys.set(API, ACME)).rejects.toThrow('Cannot get');
    expect(await keys.get(API)).toEqual([ACME]);
    secrets.failing.clear();
    expect(await keys.get(API)).toEqual([OTHER, ACME]);
    expect(await stored()).toEqual([OTHER]);
    await keys.set(API, ACME);
    expect(await stored()).toEqual([OTHER, ACME]);
  });
});
