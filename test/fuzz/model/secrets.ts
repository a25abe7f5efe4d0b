import type { SecretStorage, SecretStorageChangeEvent } from 'vscode';

/** The secret storage that all windows share: each hears what any of them stores. It can fail, like a keyring. */
export class Secrets {
  /** What does not work just now. */
  readonly failing = new Set<'get' | 'store' | 'delete'>();
  readonly #values = new Map<string, string>();
  readonly #listeners = new Set<(event: SecretStorageChangeEvent) => void>();

  get keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  asStorage(): SecretStorage {
    const tell = (key: string) => {
      for (const listener of [...this.#listeners]) {
        listener({ key });
      }
    };
    const storage = {
      get: async (key: string) => {
        await this.#work('get');
        return this.#values.get(key);
      },
      store: async (key: string, value: string) => {
        await this.#work('store', value);
        this.#values.set(key, value);
        tell(key);
      },
      delete: async (key: string) => {
        await this.#work('delete');
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

  /** Says more than it should where it fails: VS Code does not say what such an error has in it. */
  #work(what: 'get' | 'store' | 'delete', value = ''): Promise<void> {
    return this.failing.has(what)
      ? Promise.reject(new Error(`Cannot ${what} ${value}: the name org.freedesktop.secrets was not provided`))
      : Promise.resolve();
  }
}
