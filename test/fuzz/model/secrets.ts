import type { SecretStorage, SecretStorageChangeEvent } from 'vscode';

/** The secret storage that all windows share: each hears what any of them stores. */
export class Secrets {
  readonly #values = new Map<string, string>();
  readonly #listeners = new Set<(event: SecretStorageChangeEvent) => void>();

  asStorage(): SecretStorage {
    const tell = (key: string) => {
      for (const listener of [...this.#listeners]) {
        listener({ key });
      }
    };
    const storage = {
      get: (key: string) => Promise.resolve(this.#values.get(key)),
      store: async (key: string, value: string) => {
        await Promise.resolve();
        this.#values.set(key, value);
        tell(key);
      },
      delete: async (key: string) => {
        await Promise.resolve();
        this.#values.delete(key);
        tell(key);
      },
      onDidChange: (listener: (event: SecretStorageChangeEvent) => unknown) => {
        this.#listeners.add(listener);
        return { dispose: () => this.#listeners.delete(listener) };
      },
    };
    return storage;
  }
}
