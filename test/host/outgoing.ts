import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

const HERE = ['127.0.0.1', 'localhost', '[::1]'];

/** Where the API is by the setting: a key that a test left under the default address is asked for its labels there. */
const apiOrigin = () => {
  const address = vscode.workspace.getConfiguration('kirimLabels').get<string>('apiBaseUrl', '');
  return URL.canParse(address) ? new URL(address).origin : undefined;
};

/** Watches where requests go, whoever sends them and whatever for: to the stand-in on this computer, or the API's address. */
export class Outgoing {
  readonly #elsewhere: string[] = [];

  constructor() {
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (!HERE.includes(url.hostname) && url.origin !== apiOrigin()) {
        this.#elsewhere.push(url.href);
      }
      return fetch(input, init);
    };
  }

  /** @throws where anything went to another host since the last time. */
  check(): void {
    assert.deepEqual(this.#elsewhere.splice(0), [], 'a request went to another host than the API');
  }
}
