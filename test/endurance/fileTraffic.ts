import * as vscode from 'vscode';
import { Stubs } from '../host/support/stubs';

/** Files that are read and written through VS Code, which is how the extension keeps its journals. */
export class FileTraffic {
  readonly #stubs = new Stubs();
  #begun = 0;
  #pending = 0;

  /** To be made before the extension is activated. */
  constructor() {
    const { fs } = vscode.workspace;
    const counted = Object.entries(fs).map(([name, act]: [string, unknown]) => [
      name,
      typeof act === 'function' ? (...args: unknown[]) => this.#count(Reflect.apply(act, fs, args)) : act,
    ]);
    this.#stubs.replace(vscode.workspace, 'fs', Object.fromEntries(counted));
  }

  /** How many times a file was read, written, looked for or removed so far. */
  get begun(): number {
    return this.#begun;
  }

  get pending(): number {
    return this.#pending;
  }

  restore(): void {
    this.#stubs.restore();
  }

  async #count(done: unknown): Promise<unknown> {
    this.#begun += 1;
    this.#pending += 1;
    try {
      return await done;
    } finally {
      this.#pending -= 1;
    }
  }
}
