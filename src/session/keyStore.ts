import type { SecretStorage } from 'vscode';
import * as v from 'valibot';
import type { ApiBaseUrl } from '../api/baseUrl';
import { parseJson } from '../api/json';
import { organizationSchema } from '../api/schema';

const storedKeySchema = v.object({
  apiKey: v.string(),
  organization: v.nullish(organizationSchema),
});

/** A key as it is kept: with the organization's name, so that the view can show it before the first answer. */
export type StoredKey = v.InferOutput<typeof storedKeySchema>;

const PREFIX = 'kirimLabels.apiKey:';

/** API keys in VS Code's SecretStorage, each under the origin that it was given for. */
export class KeyStore {
  readonly #secrets: SecretStorage;

  constructor(secrets: SecretStorage) {
    this.#secrets = secrets;
  }

  /** Something unreadable counts as no key: signing in again repairs it. */
  async get({ origin }: ApiBaseUrl): Promise<StoredKey | undefined> {
    const result = v.safeParse(storedKeySchema, parseJson(await this.#secrets.get(PREFIX + origin)));
    return result.success ? result.output : undefined;
  }

  async set({ origin }: ApiBaseUrl, key: StoredKey): Promise<void> {
    await this.#secrets.store(PREFIX + origin, JSON.stringify(key));
  }

  async delete({ origin }: ApiBaseUrl): Promise<void> {
    await this.#secrets.delete(PREFIX + origin);
  }

  /** Tells when a key was stored or deleted, in this window or in another one. */
  onDidChange(listener: () => void): { dispose(): void } {
    return this.#secrets.onDidChange(({ key }) => {
      if (key.startsWith(PREFIX)) {
        listener();
      }
    });
  }
}
