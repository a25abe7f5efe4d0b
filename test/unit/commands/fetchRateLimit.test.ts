import { describe, expect, it } from 'vitest';
import type { RequestOptions } from '../../../src/api/client';
import { systemClock } from '../../../src/common/clock';
import { WriteBudget } from '../../../src/api/rateLimit/writeBudget';
import { fetchRateLimit } from '../../../src/commands/fetchRateLimit';
import type { Session } from '../../../src/accounts/session';

/** A session whose GET /me is never answered. */
function setUp() {
  const ended = new AbortController();
  const asked: RequestOptions[] = [];
  const getMe = (options: RequestOptions) => {
    asked.push(options);
    return new Promise(() => undefined);
  };
  const client = { writeBudget: new WriteBudget(systemClock), getMe };
  const session = { ended: ended.signal, client } as unknown as Session;
  return {
    session,
    asked,
    signOut: () => {
      ended.abort();
    },
  };
}

describe('asking for the limit before a question', () => {
  it('ends with the session: the key is not sent once more after signing out', async () => {
    const { session, asked, signOut } = setUp();
    const learned = fetchRateLimit(session);
    signOut();
    expect(asked.map(({ signal }) => signal?.aborted)).toEqual([true]);
    await learned;
  });

  it('does not begin in a session that has ended', async () => {
    const { session, asked, signOut } = setUp();
    signOut();
    await fetchRateLimit(session);
    expect(asked).toEqual([]);
  });
});
