import * as assert from 'node:assert/strict';
import { KirimClient } from '../../src/api/client';
import { readApiBaseUrl } from '../../src/accounts/configuration';
import { KeyStore } from '../../src/accounts/keyStore';
import { Accounts } from '../../src/accounts/accounts';
import { eventually } from './eventually';
import { SharedSecrets } from './sharedSecrets';

describe('Two windows', () => {
  const key = { apiKey: 'kdv_live_AAAAAAAAAAAAAAAAAAAAAAAA', organization: { id: 'org_1', name: 'Acme' } };
  let secrets: SharedSecrets;
  let first: Accounts;
  let second: Accounts;

  beforeEach(() => {
    secrets = new SharedSecrets();
    [first, second] = [openWindow(), openWindow()];
  });

  afterEach(() => {
    first.dispose();
    second.dispose();
  });

  function openWindow(): Accounts {
    return new Accounts(
      new KeyStore(secrets),
      {
        createClient: (baseUrl, apiKey) => new KirimClient({ baseUrl, apiKey, timeoutSeconds: () => 1 }),
        openJournal: () => Promise.reject(new Error('Nobody asked for the journal')),
      },
      fails,
    );
  }

  function fails(): never {
    throw new Error('The secret storage failed');
  }

  it('follow each other’s sign-in and sign-out', async () => {
    assert.deepEqual(await second.restore(), []);

    const session = await first.signIn(readApiBaseUrl(), key, fails);
    assert.ok(session);
    await eventually(() => {
      assert.equal(second.sessions[0]?.organizationName, 'Acme');
    });

    await second.signOut(second.sessions[0] ?? session);
    await eventually(() => {
      assert.deepEqual(first.sessions, []);
    });
    assert.ok(session.ended.aborted);
  });

  it('leave a session alone that did not change', async () => {
    const session = await first.signIn(readApiBaseUrl(), key, fails);
    await second.signIn(readApiBaseUrl(), key, fails);
    assert.deepEqual(await first.restore(), [session]);
    assert.equal(session?.ended.aborted, false);
  });

  it('keep the key under the origin that it was given for, and nowhere else', async () => {
    await first.signIn(readApiBaseUrl(), key, fails);
    assert.deepEqual(await secrets.keys(), ['kirimLabels.apiKey:https://api-kckit.kirim.chat']);
  });

  it('treat an unreadable secret as no key', async () => {
    await secrets.store('kirimLabels.apiKey:https://api-kckit.kirim.chat', '{"apiKey":');
    assert.deepEqual(await first.restore(), []);
    assert.equal(first.state.kind, 'ready');
  });
});
