import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../host/eventually';
import { assertRowsOfServer } from '../host/rowsOfServer';
import type { Cell } from './cell';
import type { Fault } from './fault';
import { entriesOnDisk, sentIds, textOnDisk } from './journalOnDisk';
import type { Told } from './operation';

/** What no person should ever read. */
const GIBBERISH =
  /undefined|\[object|\bnull\b|\bNaN\b|Infinity|https?:\/\/|kdv_live|[A-Z]\w*Error\b|\bat .+:\d+:\d+|[\p{Cc}\u202a-\u202e]|\]\(/u;
const REQUEST_ID = / Request ID: req_\w+$/;

/** Whatever fails, and whatever is being done, all of this holds. To be made before the operation. */
export class Invariants {
  readonly #cell: Cell;
  readonly #before: ReadonlySet<string>;
  /** Deletions that arrived before they were written down. */
  readonly #tooEarly: string[] = [];

  constructor(cell: Cell) {
    this.#cell = cell;
    this.#before = new Set(cell.organization.labels().map(({ id }) => id));
    cell.site.proxy.onRequest = async ({ method, path }) => {
      const id = path.split('/').at(-1) ?? '';
      if (method === 'DELETE' && !(await sentIds(cell.organization)).has(id)) {
        this.#tooEarly.push(id);
      }
    };
  }

  /** At most one notification, and it says what happened. */
  told({ errors = [], notices = [], refusals = [] }: Told): void {
    const { person } = this.#cell;
    assert.ok(person.errors.length + person.notices.length <= 1, 'More than one notification');
    const messages = person.errors.map(({ message }) => message.replace(REQUEST_ID, ''));
    assert.deepEqual(messages, errors);
    assert.deepEqual(
      person.notices.map(({ message }) => message),
      notices,
    );
    assert.deepEqual(person.refusals, refusals);
  }

  readable(): void {
    for (const text of this.#cell.said()) {
      // Questions and progress have lines of their own.
      assert.doesNotMatch(text.replaceAll('\n', ' '), GIBBERISH);
    }
  }

  nothingUnhandled(): void {
    assert.deepEqual(this.#cell.site.unhandled.map(String), []);
    assert.deepEqual(this.#cell.site.proxy.mistakes.map(String), []);
  }

  /** No request is left hanging. */
  async nothingUnderWay(): Promise<void> {
    const { proxy, kirim } = this.#cell.site;
    await eventually(() => {
      assert.deepEqual([proxy.underWay, kirim.requests.inFlight], [0, 0]);
    });
  }

  onlyConfirmedIsGone(): void {
    const { organization, mayGo } = this.#cell;
    const left = new Set(organization.labels().map(({ id }) => id));
    const gone = [...this.#before].filter((id) => !left.has(id));
    assert.deepEqual(
      gone.filter((id) => !mayGo.has(id)),
      [],
      'Something was deleted that nobody confirmed',
    );
  }

  /** Each deletion was written down before it arrived, with what became of it. */
  async journaled({ isLie = false }: Fault): Promise<void> {
    assert.deepEqual(this.#tooEarly, [], 'A deletion was sent before it was written down');
    const { organization, site } = this.#cell;
    const arrived = site.kirim.requests.all
      .filter(({ method }) => method === 'DELETE')
      .map(({ path }) => path.split('/').at(-1) ?? '');
    await eventually(async () => {
      const entries = await entriesOnDisk(organization);
      const left = new Set(organization.labels().map(({ id }) => id));
      for (const id of arrived) {
        const { outcome } = entries.find(({ label }) => label.id === id) ?? {};
        assert.ok(outcome, `The journal does not know what became of ${id}`);
        const isTrue = left.has(id) ? outcome === 'failed' : outcome === 'done' || outcome === 'alreadyGone';
        assert.ok(isTrue || outcome === 'inDoubt' || isLie, `The journal says ${outcome} of ${id}`);
      }
    });
  }

  /** The key is in the header of requests to KirimChat, and nowhere else. */
  async keyIsKept(): Promise<void> {
    const { apiKey, organization, site } = this.#cell;
    assert.deepEqual(site.foreign.received, [], 'Something was sent to another origin');
    for (const { target, headers, body } of site.proxy.requests) {
      const { authorization, ...others } = headers;
      assert.equal(authorization, `Bearer ${apiKey}`);
      assert.ok(!JSON.stringify([target, others, body.toString()]).includes(apiKey), 'The key is in a request');
    }
    const places = {
      log: site.log.join('\n'),
      words: this.#cell.said().join('\n'),
      disk: await textOnDisk(organization),
    };
    for (const [place, text] of Object.entries(places)) {
      assert.ok(!text.includes(apiKey), `The key is in the ${place}`);
    }
  }

  /** With the fault gone, one press of Refresh shows what is there. */
  async listedAfterRefresh(): Promise<void> {
    const { organization, site } = this.#cell;
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await assertRowsOfServer(site.view, organization);
  }
}
