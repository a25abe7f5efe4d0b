import type { SecretStorage } from 'vscode';
import type { ApiBaseUrl } from '../api/baseUrl';
import { parseJson } from '../common/json';
import { SecretStorageError } from './secretStorageError';
import { asStoredKey, isSameAccount, type Organization, put, type StoredKey, withJournal } from './storedKey';

/** To the same keys once more it does the same. The same array where there is nothing to change. */
type Change = (keys: readonly StoredKey[]) => readonly StoredKey[];

/** What the storage had when it was read last, and what it could not take since then. */
interface Untaken {
  readonly entries: readonly unknown[];
  readonly changes: readonly Change[];
}

const PREFIX = 'kirimLabels.apiKey:';

/**
 * API keys in VS Code's SecretStorage, which cannot list its keys: those of one origin are one secret, an array with a key for
 * each organization. Entries that cannot be read are left as they are.
 *
 * What the storage could not take, be it a key or that there is none any more, counts in this window until it is closed.
 */
export class KeyStore {
  readonly #secrets: SecretStorage;
  /** By the name of the secret. */
  readonly #untaken = new Map<string, Untaken>();
  /** What the storage had when it could be read last, by the name of the secret. */
  readonly #lastRead = new Map<string, readonly unknown[]>();
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(secrets: SecretStorage) {
    this.#secrets = secrets;
  }

  /**
   * One key for each organization. Something unreadable counts as no key: signing in again repairs it.
   *
   * @throws SecretStorageError
   */
  async get({ origin }: ApiBaseUrl): Promise<readonly StoredKey[]> {
    const name = PREFIX + origin;
    const entries = await this.#read(name).catch((error: unknown) => {
      const untaken = this.#untaken.get(name);
      if (untaken) {
        return untaken.entries;
      }
      throw error;
    });
    return applied(this.#untaken.get(name)?.changes ?? [], readable(entries));
  }

  /**
   * Takes the place of another key of its organization. Of keys whose organization is not known there is one: another one may
   * be of the same.
   *
   * @throws SecretStorageError where this window alone knows the key.
   */
  set(baseUrl: ApiBaseUrl, key: StoredKey): Promise<void> {
    const named = withJournal(key);
    const areKnown = (other: StoredKey) => Boolean(other.organization ?? named.organization);
    const isKept = (other: StoredKey) => isSameAccount(other, named) || areKnown(other);
    return this.#write(baseUrl, (keys) => put(keys.filter(isKept), named));
  }

  /**
   * Writes down whose key it is, where that is still kept. What the storage did not take is not tried again for that: the
   * person was told that it is for this window alone.
   *
   * @throws SecretStorageError
   */
  learn(baseUrl: ApiBaseUrl, apiKey: string, organization: Organization): Promise<void> {
    return this.#inTurn(async () => {
      const name = PREFIX + baseUrl.origin;
      const change: Change = (keys) => {
        const before = keys.find((key) => key.apiKey === apiKey)?.organization;
        const isKnown = before?.id === organization.id && before.name === organization.name;
        return isKnown || keys.every((key) => key.apiKey !== apiKey) ? keys : put(keys, { apiKey, organization });
      };
      const keys = await this.get(baseUrl);
      const untaken = this.#untaken.get(name);
      if (change(keys) === keys) {
        return;
      }
      if (untaken) {
        this.#untaken.set(name, { ...untaken, changes: [...untaken.changes, change] });
      } else {
        await this.#change(name, await this.#read(name), [change]);
      }
    });
  }

  /** @throws SecretStorageError where the storage may still have the key, although this window does not use it. */
  delete(baseUrl: ApiBaseUrl, key: StoredKey): Promise<void> {
    return this.#write(baseUrl, (keys) => keys.filter((other) => !isSameAccount(other, key)));
  }

  /** Tells when a key was stored or deleted, in this window or in another one. */
  onDidChange(listener: () => void): { dispose(): void } {
    return this.#secrets.onDidChange(({ key }) => {
      if (key.startsWith(PREFIX)) {
        // The storage works again, and what it has now is newer.
        this.#untaken.delete(key);
        listener();
      }
    });
  }

  #write({ origin }: ApiBaseUrl, change: Change): Promise<void> {
    const name = PREFIX + origin;
    return this.#inTurn(async () => {
      const untaken = this.#untaken.get(name);
      const changes = [...(untaken?.changes ?? []), change];
      let entries = untaken?.entries ?? this.#lastRead.get(name) ?? [];
      try {
        // Right before: other windows write as well.
        entries = await this.#read(name);
        await this.#change(name, entries, changes);
        this.#untaken.delete(name);
      } catch (error) {
        this.#untaken.set(name, { entries, changes });
        throw error;
      }
    });
  }

  async #read(name: string): Promise<readonly unknown[]> {
    const secret = parseJson(await orFail(this.#secrets.get(name)));
    const entries: readonly unknown[] = Array.isArray(secret) ? secret : [];
    this.#lastRead.set(name, entries);
    return entries;
  }

  async #change(name: string, entries: readonly unknown[], changes: readonly Change[]): Promise<void> {
    const unreadable = entries.filter((entry) => !asStoredKey(entry));
    const changed = [...applied(changes, readable(entries)), ...unreadable];
    await orFail(changed.length > 0 ? this.#secrets.store(name, JSON.stringify(changed)) : this.#secrets.delete(name));
  }

  /** One write after the other: what is written about a key must not bring it back after it was deleted. */
  #inTurn(write: () => Promise<void>): Promise<void> {
    const written = this.#lastWrite.then(write);
    this.#lastWrite = written.catch(() => undefined);
    return written;
  }
}

/** Where two windows stored keys of the same organization at the same moment, the later one counts. */
function readable(entries: readonly unknown[]): readonly StoredKey[] {
  return entries.flatMap((entry) => asStoredKey(entry) ?? []).reduce<readonly StoredKey[]>(put, []);
}

function applied(changes: readonly Change[], keys: readonly StoredKey[]): readonly StoredKey[] {
  return changes.reduce((changed, change) => change(changed), keys);
}

async function orFail<T>(result: Thenable<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    throw new SecretStorageError(error);
  }
}
