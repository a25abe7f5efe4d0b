import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { settings } from '../fakeVscode';
import { Secrets } from '../../fuzz/model/secrets';
import { openWindow, WhoIsWho } from './windows';

const ADDRESS = 'https://api.kirim.chat/v1';
const API = parseApiBaseUrl(ADDRESS);
const KEY = 'kdv_live_AAAAAAAAAAAAAAAAAAAAAAAA';
const OTHER_KEY = 'kdv_live_BBBBBBBBBBBBBBBBBBBBBBBB';
const ACME = { id: 'org_1', name: 'Acme' };
const RENAMED = { id: 'org_1', name: 'Acme & Co' };

type AnyWindow = ReturnType<typeof openWindow>;

let secrets: Secrets;
let who: WhoIsWho;
let window: AnyWindow;

beforeEach(() => {
  vi.useFakeTimers();
  settings['apiBaseUrl'] = ADDRESS;
  secrets = new Secrets();
  who = new WhoIsWho();
  window = openWindow(secrets, who);
  return () => {
    window.dispose();
    vi.useRealTimers();
  };
});

/** What is under way in the background comes to its end. */
const settled = () => vi.advanceTimersByTimeAsync(1000);

/** A person presses Refresh. */
async function pressRefresh({ labels }: AnyWindow['accounts']['sessions'][number]) {
  const pressed = labels.refreshOnRequest();
  await settled();
  await pressed;
}

async function signIn({ accounts }: AnyWindow, apiKey = KEY) {
  const key = { apiKey, organization: who.organizations.get(apiKey) };
  const session = await accounts.signIn(API, key, (error) => expect.unreachable(String(error)));
  expect.assert(session);
  await session.labels.refresh();
  await settled();
  return session;
}

/** VS Code is started again, and the list is loaded. */
async function restart() {
  window.dispose();
  window = openWindow(secrets, who);
  const [session] = await window.accounts.restore();
  expect.assert(session);
  await session.labels.refresh();
  await settled();
  return session;
}

describe('the name of the organization', () => {
  it('is the one that KirimChat says now, after a list that a person asked for, in the same session', async () => {
    who.organizations.set(KEY, ACME);
    const session = await signIn(window);
    who.organizations.set(KEY, RENAMED);
    await pressRefresh(session);
    expect(session.organizationName).toBe('Acme & Co');
    expect(window.accounts.sessions).toEqual([session]);
    expect(session.ended.aborted).toBe(false);
    expect(window.changes.filter(({ kind }) => kind === 'organization')).toHaveLength(1);
    expect(window.errors).toEqual([]);
  });

  it('is that in other windows as well, and at the next start before anything was asked', async () => {
    who.organizations.set(KEY, ACME);
    const session = await signIn(window);
    const other = openWindow(secrets, who);
    const [same] = await other.accounts.restore();
    who.organizations.set(KEY, RENAMED);
    await pressRefresh(session);
    expect(same?.organizationName).toBe('Acme & Co');
    expect(same?.ended.aborted).toBe(false);
    other.dispose();
    who.error = new Error('no answer');
    expect((await restart()).organizationName).toBe('Acme & Co');
  });

  it('is that at the next start, once the list is there', async () => {
    who.organizations.set(KEY, ACME);
    await signIn(window);
    who.organizations.set(KEY, RENAMED);
    expect((await restart()).organizationName).toBe('Acme & Co');
  });

  it('is asked for once a start and once for each list that was asked for, never before its rows', async () => {
    who.organizations.set(KEY, ACME);
    const { labels } = await signIn(window);
    const pressed = () => labels.refreshOnRequest();
    // It was checked right before.
    expect(who.asked).toEqual([]);
    void Promise.all([pressed(), pressed(), pressed()]);
    await settled();
    expect(who.asked).toHaveLength(1);
    // A list that was loaded because something was deleted.
    await labels.refreshAnew();
    await settled();
    expect(who.asked).toHaveLength(1);

    const session = await restart();
    expect(who.asked).toHaveLength(2);
    await session.labels.refreshAnew();
    await settled();
    expect(who.asked).toHaveLength(2);
    const askedBefore: number[] = [];
    session.labels.onDidChange(() => askedBefore.push(who.asked.length));
    await pressRefresh(session);
    expect(new Set(askedBefore)).toEqual(new Set([2]));
    expect(who.asked).toHaveLength(3);
  });

  it('is not asked for after a list that failed, but after the next one', async () => {
    who.organizations.set(KEY, ACME);
    const session = await signIn(window);
    who.organizations.set(KEY, RENAMED);
    who.listError = new Error('no list');
    await pressRefresh(session);
    expect(who.asked).toEqual([]);
    who.listError = undefined;
    await pressRefresh(session);
    expect(session.organizationName).toBe('Acme & Co');
  });

  it('stays as it is where KirimChat does not say it, and nothing is said about that', async () => {
    who.organizations.set(KEY, ACME);
    const session = await signIn(window);
    for (const error of [new Error('no answer'), undefined]) {
      who.error = error;
      who.organizations.delete(KEY);
      await pressRefresh(session);
    }
    expect(who.asked).toHaveLength(2);
    expect(session.organizationName).toBe('Acme');
    expect(window.errors).toEqual([]);
  });

  it('does not bring back a key that was removed while it was asked for', async () => {
    who.organizations.set(KEY, ACME);
    const session = await signIn(window);
    who.organizations.set(KEY, RENAMED);
    let answer: () => void = () => undefined;
    who.held = new Promise((resolve) => {
      answer = resolve;
    });
    await pressRefresh(session);
    answer();
    await window.accounts.signOut(session);
    await settled();
    expect(window.accounts.sessions).toEqual([]);
    window.dispose();
    window = openWindow(secrets, who);
    expect(await window.accounts.restore()).toEqual([]);
  });

  it('of a key that is another organization’s all of a sudden makes another session', async () => {
    who.organizations.set(KEY, ACME);
    const session = await signIn(window);
    who.organizations.set(KEY, { id: 'org_2', name: 'Other' });
    await pressRefresh(session);
    expect(session.ended.aborted).toBe(true);
    expect(window.accounts.sessions.map(({ organizationName }) => organizationName)).toEqual(['Other']);
    expect(window.accounts.sessionOf(session)).toBeUndefined();
  });
});

describe('the owner of a journal', () => {
  it('is another one for each key, where KirimChat does not say whose it is', async () => {
    await signIn(window);
    const first = await window.owner();
    await signIn(window, OTHER_KEY);
    const second = await window.owner();
    expect(first?.organizationId).toBeUndefined();
    expect(first?.journalIds).toHaveLength(1);
    expect(second?.journalIds).toHaveLength(1);
    expect(second?.journalIds).not.toEqual(first?.journalIds);
    for (const id of [...(first?.journalIds ?? []), ...(second?.journalIds ?? [])]) {
      expect(KEY + OTHER_KEY).not.toContain(id);
    }
  });

  it('stays when VS Code is started again, in every window, and when the same key is pasted again', async () => {
    await signIn(window);
    const first = await window.owner();
    const other = openWindow(secrets, who);
    await other.accounts.restore();
    expect(await other.owner()).toEqual(first);
    other.dispose();
    await restart();
    expect(await window.owner()).toEqual(first);
    const [before] = window.accounts.sessions;
    await signIn(window);
    expect(await window.owner()).toEqual(first);
    expect(window.accounts.sessions).toEqual([before]);
  });

  it('is the organization as soon as it is known, with what was its journal before, in every window', async () => {
    const session = await signIn(window);
    const before = await window.owner();
    const other = openWindow(secrets, who);
    const [same] = await other.accounts.restore();
    expect(await other.owner()).toEqual(before);
    who.organizations.set(KEY, ACME);
    await pressRefresh(session);
    const after = { ...before, organizationId: 'org_1' };
    expect(await window.owner()).toEqual(after);
    expect(await other.owner()).toEqual(after);
    expect([window.loads(), other.loads()]).toEqual([1, 1]);
    expect([session.ended.aborted, same?.ended.aborted]).toEqual([false, false]);
    other.dispose();
    await restart();
    expect(await window.owner()).toEqual(after);
  });

  it('is the organization where the same key is pasted again, and is not forgotten where that is not told any more', async () => {
    await signIn(window);
    const before = await window.owner();
    who.organizations.set(KEY, ACME);
    const session = await signIn(window);
    const after = { ...before, organizationId: 'org_1' };
    expect(await window.owner()).toEqual(after);
    who.organizations.delete(KEY);
    expect(await signIn(window)).toBe(session);
    expect(session.organizationName).toBe('Acme');
    expect(await window.owner()).toEqual(after);
  });
});
