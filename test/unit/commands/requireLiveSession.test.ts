import { CancellationError } from 'vscode';
import { describe, expect, it } from 'vitest';
import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { KirimClient } from '../../../src/api/client';
import type { CommandContext } from '../../../src/commands/commandContext';
import { requireLiveSession } from '../../../src/commands/requireLiveSession';
import { Session } from '../../../src/accounts/session';
import type { StoredKey } from '../../../src/accounts/storedKey';

const acme: NonNullable<StoredKey['organization']> = { id: 'org_1', name: 'Acme' };

function open(apiKey: string, organization?: StoredKey['organization'], address = 'https://api.kirim.chat/v1') {
  const services = {
    createClient: () => Object.create(KirimClient.prototype) as KirimClient,
    openJournal: () => Promise.reject(new Error('Nobody asked for it')),
  };
  return new Session(parseApiBaseUrl(address), { apiKey, organization }, services, 'en');
}

function ended(session: Session): Session {
  session.dispose();
  return session;
}

function now(current: Session | undefined) {
  const told: unknown[] = [];
  const notify = (...what: unknown[]) => told.push(what);
  const sessionOf = (session: Session) => (current?.isSameOrganization(session) ? current : undefined);
  return { context: { accounts: { sessionOf }, notifications: { notify } } as unknown as CommandContext, told };
}

describe('The session that a button goes on with', () => {
  it('is its own, while that has not ended', () => {
    const session = open('kdv_live_1', acme);
    expect(requireLiveSession(now(undefined).context, session)).toBe(session);
  });

  it('is the present one of the same organization, which has another key and perhaps another name', () => {
    const current = open('kdv_live_2', { ...acme, name: 'Acme Indonesia' });
    const { context, told } = now(current);
    expect(requireLiveSession(context, ended(open('kdv_live_1', acme)))).toBe(current);
    expect(told).toEqual([]);
  });

  it('where KirimChat did not tell the organization, is one with the same key', () => {
    const current = open('kdv_live_1');
    expect(requireLiveSession(now(current).context, ended(open('kdv_live_1')))).toBe(current);
  });

  it.each([
    ['nobody is signed in', undefined],
    ['another organization is', open('kdv_live_2', { id: 'org_2', name: 'Acme' })],
    ['an organization at another address is', open('kdv_live_1', acme, 'https://staging.kirim.chat/v1')],
    ['it is not known whose the other key is', open('kdv_live_2')],
  ])('is none, and that is said, where %s', (_, current) => {
    const { context, told } = now(current);
    expect(() => requireLiveSession(context, ended(open('kdv_live_1', acme)))).toThrow(CancellationError);
    expect(told).toEqual([['partly', 'You are no longer signed in to Acme. Nothing was done.']]);
  });

  it('does not take two organizations for the same because both are unknown', () => {
    const { context, told } = now(open('kdv_live_2'));
    expect(() => requireLiveSession(context, ended(open('kdv_live_1')))).toThrow(CancellationError);
    expect(told).toEqual([['partly', 'You are no longer signed in to your organization. Nothing was done.']]);
  });
});
