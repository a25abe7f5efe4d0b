import type { ApiBaseUrl } from '../../../src/api/baseUrl';
import { KirimClient } from '../../../src/api/client';
import type { Label, Me } from '../../../src/api/schema';
import { KeyStore } from '../../../src/accounts/keyStore';
import type { JournalOwner } from '../../../src/accounts/journalOwner';
import { followOrganizations } from '../../../src/accounts/organizationNews';
import { Accounts, type AccountsChange } from '../../../src/accounts/accounts';
import type { Secrets } from '../../fuzz/model/secrets';

/** KirimChat, as far as it says whose a key is. */
export class WhoIsWho {
  /** What `GET /me` tells of each key; nothing of the others. */
  readonly organizations = new Map<string, Me['organization']>();
  /** The keys that it was asked with. */
  readonly asked: string[] = [];
  /** Holds its answers back. */
  held: Promise<void> = Promise.resolve();
  error: Error | undefined;
  listError: Error | undefined;

  clientOf(apiKey: string): KirimClient {
    const getMe = async () => {
      this.asked.push(apiKey);
      await this.held;
      if (this.error) {
        throw this.error;
      }
      const organization = this.organizations.get(apiKey);
      return organization && { organization };
    };
    return { getMe, listLabels: () => this.#list() } as unknown as KirimClient;
  }

  async *#list(): AsyncGenerator<Label[]> {
    yield await (this.listError ? Promise.reject(this.listError) : Promise.resolve([]));
  }
}

/** One window: which organizations are signed in there, and what was told in it. */
export function openWindow(secrets: Secrets, who: WhoIsWho) {
  const errors: unknown[] = [];
  const changes: AccountsChange[] = [];
  const owners: (() => JournalOwner)[] = [];
  let loads = 0;
  const services = {
    createClient: (baseUrl: ApiBaseUrl, apiKey: string, fetch?: typeof globalThis.fetch) =>
      fetch ? new KirimClient({ baseUrl, apiKey, fetch, timeoutSeconds: () => 30 }) : who.clientOf(apiKey),
    openJournal: (_: unknown, owner: () => JournalOwner) => {
      owners.push(owner);
      const load = () => Promise.resolve((loads += 1));
      return Promise.resolve({ load, dispose: () => undefined } as never);
    },
  };
  const record = (error: unknown) => void errors.push(error);
  const accounts = new Accounts(new KeyStore(secrets.asStorage()), services, record);
  accounts.onDidChange((change) => changes.push(change));
  const news = followOrganizations(accounts, record);
  /** Whose the journal of the session is. */
  const owner = async () => {
    await accounts.sessions[0]?.journal();
    return owners.at(-1)?.();
  };
  const dispose = () => {
    news.dispose();
    accounts.dispose();
  };
  return { accounts, changes, errors, owner, dispose, loads: () => loads };
}
