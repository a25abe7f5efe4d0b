import * as vscode from 'vscode';

/** What all windows of desktop VS Code share: one store, and each is told of every change. It can fail, like a keyring. */
export class SharedSecrets implements vscode.SecretStorage {
  /** What does not work just now. */
  readonly failing = new Set<'get' | 'store' | 'delete'>();
  readonly #secrets = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();

  readonly onDidChange = this.#changed.event;

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#secrets.keys()]);
  }

  async get(key: string): Promise<string | undefined> {
    await this.#work('get');
    return this.#secrets.get(key);
  }

  async store(key: string, value: string): Promise<void> {
    await this.#work('store', value);
    this.#secrets.set(key, value);
    this.#changed.fire({ key });
  }

  async delete(key: string): Promise<void> {
    await this.#work('delete');
    this.#secrets.delete(key);
    this.#changed.fire({ key });
  }

  /** Says more than it should where it fails, since nobody knows what such an error says. */
  #work(what: 'get' | 'store' | 'delete', value = ''): Promise<void> {
    return this.failing.has(what)
      ? Promise.reject(new Error(`Cannot ${what} ${value}: the name org.freedesktop.secrets was not provided`))
      : Promise.resolve();
  }
}
