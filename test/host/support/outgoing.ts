import * as assert from 'node:assert/strict';

const HERE = ['127.0.0.1', 'localhost', '[::1]'];

/** Watches where requests go, whoever sends them and whatever for: to the stand-in on this computer, and nowhere else. */
export class Outgoing {
  readonly #elsewhere: string[] = [];

  constructor() {
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (!HERE.includes(url.hostname)) {
        this.#elsewhere.push(url.href);
      }
      return fetch(input, init);
    };
  }

  /** @throws where anything went to another computer since the last time. */
  check(): void {
    assert.deepEqual(this.#elsewhere.splice(0), [], 'a request went to another computer');
  }
}
