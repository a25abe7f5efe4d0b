import type { SecretStorage } from 'vscode';
import * as v from 'valibot';
import type { ApiBaseUrl } from '../api/baseUrl';
import { parseJson } from '../api/json';
import { organizationSchema } from '../api/schema';
import { SecretStorageError } from './secretStorageError';

const storedKeySchema = v.object({
  apiKey: v.string(),
  organization: v.nullish(organizationSchema),
  /** Part of a folder's name. */
  journalId: v.fallback(v.optional(v.pipe(v.string(), v.regex(/^[0-9a-z-]{1,40}$/))), undefined),
});

/**
 * A key as it is kept: with the organization's name, so that the view can show it before the first answer. Where `GET /me`
 * did not tell the organization, a random `journalId` stands for it, and stays when the organization is known later.
 */
export type StoredKey = v.InferOutput<typeof storedKeySchema>;

type Organization = NonNullable<StoredKey['organization']>;

/** The key with a journal of its own, where it is not known whose key it is. */
export function withJournal(key: StoredKey): StoredKey {
  return key.organization || key.journalId !== undefined ? key : { ...key, journalId: crypto.randomUUID() };
}

/** The key as it is known now, when it was given before: it is of one organization for ever, and keeps its journal. */
export function asBefore(key: StoredKey, before: StoredKey | undefined): StoredKey {
  const isSame = before?.apiKey === key.apiKey && !areOthers(before.organization, key.organization);
  return isSame ? { ...before, organization: key.organization ?? before.organization } : key;
}

/** Whether both are known, and not the same. */
export function areOthers(one: Organization | null | undefined, other: Organization | null | undefined): boolean {
  return one?.id !== undefined && other?.id !== undefined && one.id !== other.id;
}

const PREFIX = 'kirimLabels.apiKey:';

/**
 * API keys in VS Code's SecretStorage, each under the origin that it was given for.
 *
 * What the storage could not take, be it a key or that there is none any more, counts in this window until it is closed.
 */
export class KeyStore {
  readonly #secrets: SecretStorage;
  /** What the storage could not take, by its name there. */
  readonly #untaken = new Map<string, StoredKey | undefined>();
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(secrets: SecretStorage) {
    this.#secrets = secrets;
  }

  /**
   * Something unreadable counts as no key: signing in again repairs it.
   *
   * @throws SecretStorageError
   */
  async get({ origin }: ApiBaseUrl): Promise<StoredKey | undefined> {
    const name = PREFIX + origin;
    if (this.#untaken.has(name)) {
      return this.#untaken.get(name);
    }
    const result = v.safeParse(storedKeySchema, parseJson(await orFail(this.#secrets.get(name))));
    return result.success ? result.output : undefined;
  }

  /** @throws SecretStorageError where this window alone knows the key. */
  set({ origin }: ApiBaseUrl, key: StoredKey): Promise<void> {
    const name = PREFIX + origin;
    this.#untaken.set(name, key);
    return this.#inTurn(async () => {
      await orFail(this.#secrets.store(name, JSON.stringify(key)));
      this.#untaken.delete(name);
    });
  }

  /**
   * Writes down what was learned of a key, where that is the one that is kept. What the storage did not take is not tried
   * again for that: the person was told that it is for this window alone.
   *
   * @param change the key as it is to be kept; undefined where another one is kept by now.
   * @throws SecretStorageError
   */
  amend(baseUrl: ApiBaseUrl, change: (key: StoredKey) => StoredKey | undefined): Promise<void> {
    const name = PREFIX + baseUrl.origin;
    return this.#inTurn(async () => {
      const key = await this.get(baseUrl);
      const amended = key && change(key);
      if (amended && this.#untaken.has(name)) {
        this.#untaken.set(name, amended);
      } else if (amended) {
        await orFail(this.#secrets.store(name, JSON.stringify(amended)));
      }
    });
  }

  /** @throws SecretStorageError where the storage may still have the key, although this window does not use it. */
  delete({ origin }: ApiBaseUrl): Promise<void> {
    const name = PREFIX + origin;
    this.#untaken.set(name, undefined);
    return this.#inTurn(async () => {
      await orFail(this.#secrets.delete(name));
      this.#untaken.delete(name);
    });
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

  /** One write after the other: what is written about a key must not bring it back after it was deleted. */
  #inTurn(write: () => Promise<void>): Promise<void> {
    const written = this.#lastWrite.then(write);
    this.#lastWrite = written.catch(() => undefined);
    return written;
  }
}

async function orFail<T>(result: Thenable<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    throw new SecretStorageError(error);
  }
}
