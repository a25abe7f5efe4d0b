import type { SecretStorage } from 'vscode';
import * as v from 'valibot';
import type { ApiBaseUrl } from '../api/baseUrl';
import { parseJson } from '../api/json';
import { organizationSchema } from '../api/schema';
import { SecretStorageError } from './secretStorageError';

const storedKeySchema = v.object({
  apiKey: v.string(),
  organization: v.nullish(organizationSchema),
});

/** A key as it is kept: with the organization's name, so that the view can show it before the first answer. */
export type StoredKey = v.InferOutput<typeof storedKeySchema>;

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
  async set({ origin }: ApiBaseUrl, key: StoredKey): Promise<void> {
    const name = PREFIX + origin;
    this.#untaken.set(name, key);
    await orFail(this.#secrets.store(name, JSON.stringify(key)));
    this.#untaken.delete(name);
  }

  /** @throws SecretStorageError where the storage may still have the key, although this window does not use it. */
  async delete({ origin }: ApiBaseUrl): Promise<void> {
    const name = PREFIX + origin;
    this.#untaken.set(name, undefined);
    await orFail(this.#secrets.delete(name));
    this.#untaken.delete(name);
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
}

async function orFail<T>(result: Thenable<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    throw new SecretStorageError(error);
  }
}
