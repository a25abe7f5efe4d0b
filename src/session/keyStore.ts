import type { SecretStorage } from 'vscode';
import * as v from 'valibot';
import type { ApiBaseUrl } from '../api/baseUrl';

const storedKeySchema = v.object({
  apiKey: v.string(),
  organization: v.optional(v.object({ id: v.string(), name: v.string() })),
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

  async get({ origin }: ApiBaseUrl): Promise<StoredKey | undefined> {
    const stored = await this.#secrets.get(PREFIX + origin);
    return stored === undefined ? undefined : parse(stored);
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

/** Something unreadable counts as no key: signing in again repairs it. */
function parse(stored: string): StoredKey | undefined {
  try {
    const result = v.safeParse(storedKeySchema, JSON.parse(stored));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
