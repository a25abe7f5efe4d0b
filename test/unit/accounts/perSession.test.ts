import { describe, expect, it } from 'vitest';
import type { AccountsChange } from '../../../src/accounts/accounts';
import { PerSession } from '../../../src/accounts/perSession';
import type { Session } from '../../../src/accounts/session';

/** Sessions that are their own names. */
function opened(...first: readonly string[]) {
  let listener: ((change: AccountsChange) => void) | undefined;
  let isSubscribed = true;
  const accounts = {
    sessions: first as unknown as readonly Session[],
    onDidChange: (onChange: (change: AccountsChange) => void) => {
      listener = onChange;
      return { dispose: () => (isSubscribed = false) };
    },
  };
  const created: string[] = [];
  const disposed: string[] = [];
  const things = new PerSession(accounts, (session) => {
    const name = session as unknown as string;
    created.push(name);
    return { name, dispose: () => disposed.push(name) };
  });
  const change = (kind: 'sessions' | 'rows', ...sessions: readonly string[]) => {
    accounts.sessions = sessions as unknown as readonly Session[];
    listener?.({ kind } as AccountsChange);
  };
  return { things, created, disposed, change, isSubscribed: () => isSubscribed };
}

describe('something for each session', () => {
  it('is made once, and is gone with it', () => {
    const { things, created, disposed, change } = opened('acme');
    change('sessions', 'acme', 'warung');
    change('sessions', 'warung');
    expect(created).toEqual(['acme', 'warung']);
    expect(disposed).toEqual(['acme']);
    expect(things.all).toMatchObject([{ name: 'warung' }]);
  });

  it('is left alone where only labels have changed', () => {
    const { created, change } = opened('acme');
    change('rows', 'acme', 'warung');
    expect(created).toEqual(['acme']);
  });

  it('is gone with all of them at the end', () => {
    const { things, disposed, isSubscribed } = opened('acme', 'warung');
    things.dispose();
    expect(disposed).toEqual(['acme', 'warung']);
    expect(things.all).toEqual([]);
    expect(isSubscribed()).toBe(false);
  });
});
