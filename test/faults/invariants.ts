import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../host/support/eventually';
import { assertRowsOfServer } from '../host/support/rowsOfServer';
import type { Cell } from './cell';
import { assertTrue } from './claims';
import type { Fault } from './fault';
import { entriesOnDisk, writtenIds, textOnDisk } from './journalOnDisk';
import type { Operation, Told } from './operation';
import { ANY_WORDS, type Reason } from './reasons';
import type { WireRequest } from './proxy/wire';

/** What no person should ever read. */
const GIBBERISH =
  /undefined|\[object|\bnull\b|\bNaN\b|Infinity|https?:\/\/|kdv_live|[A-Z]\w*Error\b|\bat .+:\d+:\d+|[\p{Cc}\u202a-\u202e]|\]\(/u;
const REQUEST_ID = / Request ID: req_\w+$/;
/** What is said of a key, or of a plan, that KirimChat itself has refused. */
const BLAME = /reject|has expired|its plan/i;
const BLAMED: ReadonlySet<Reason> = new Set(['unauthorized', 'expired', 'forbidden']);
/** What a run leaves of 60 writes, by the setting. */
const RESERVE = 12;
/** What was agreed to may be called something else for so long before that is known, in milliseconds; with some to spare. */
const NOTICED_MS = 40_000;

/** Whatever fails, and whatever is being done, all of this holds. To be made before the operation. */
export class Invariants {
  readonly #cell: Cell;
  readonly #before: ReadonlyMap<string, string>;
  /** Writes that arrived before they were written down. */
  readonly #tooEarly: string[] = [];
  /** Writes to labels that nobody had agreed to, or not under the name that they had. */
  readonly #notAgreed: string[] = [];

  constructor(cell: Cell) {
    this.#cell = cell;
    this.#before = new Map(cell.organization.labels().map(({ id, name }) => [id, name]));
    cell.site.proxy.onRequest = (request) => this.#lookAt(request);
  }

  /** A person is told once, and nothing that is not so. */
  truthful({ standing }: Operation): void {
    const { person } = this.#cell;
    assert.ok(person.errors.length + person.notifications.length <= 1, 'More than one notification');
    if (standing) {
      assertTrue(this.#cell.answers(), standing(this.#cell));
    }
  }

  /** This is what a person is told. */
  told({ errors = [], notifications = [], refusals = [] }: Told): void {
    const { person } = this.#cell;
    assertSaid(
      person.errors.map(({ message }) => message.replace(REQUEST_ID, '')),
      errors,
    );
    assertSaid(
      person.notifications.map(({ message }) => message),
      notifications,
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

  onlyAgreedIsChanged(): void {
    const { organization, mayGo, agreed, renamed } = this.#cell;
    const left = new Map(organization.labels().map(({ id, name }) => [id, name]));
    const gone = [...this.#before.keys()].filter((id) => !left.has(id));
    assert.deepEqual(
      gone.filter((id) => !mayGo.has(id)),
      [],
      'Something was deleted that nobody confirmed',
    );
    const changed = [...left.keys()].filter((id) => (this.#before.get(id) ?? left.get(id)) !== left.get(id));
    assert.deepEqual(
      changed.filter((id) => !agreed.has(id) && !renamed.has(id)),
      [],
      'Something was renamed that nobody agreed to',
    );
    assert.deepEqual(this.#notAgreed, [], 'Something was written to under a name that nobody agreed to');
  }

  /** Only KirimChat itself can refuse a key, and only then the person is told so. */
  keyIsBlamedRightly({ ends }: Fault, { name }: Operation): void {
    if (typeof ends === 'object' && BLAMED.has(ends.reason)) {
      return;
    }
    const blaming = this.#cell.said().filter((text) => BLAME.test(text));
    assert.deepEqual(blaming, [], 'The key is blamed, or the plan');
    const state = this.#cell.site.view.contexts.get('kirimLabels.state');
    assert.notEqual(state, 'rejected');
    assert.ok(state !== 'signedOut' || name === 'sign in', 'The key is forgotten');
  }

  /** A part of the rate limit is left to others. */
  reserveIsKept({ isRun = false }: Operation): void {
    const lowest = this.#cell.organization.bucket('write').lowest();
    assert.ok(!isRun || lowest >= RESERVE, `Only ${lowest} writes were left to others`);
  }

  /** Each deletion was written down before it arrived, with what became of it. */
  async journaled(): Promise<void> {
    assert.deepEqual(this.#tooEarly, [], 'A deletion was sent before it was written down');
    const { site } = this.#cell;
    const arrived = site.kirim.requests.all
      .filter(({ method }) => method === 'DELETE')
      .map(({ path }) => path.split('/').at(-1) ?? '');
    await eventually(async () => {
      const entries = await entriesOnDisk(this.#cell.organization);
      for (const id of arrived) {
        const { outcome } = entries.find(({ label }) => label.id === id) ?? {};
        assert.ok(outcome, `The journal does not know what became of ${id}`);
        const isGone = !this.#cell.labelOf(id);
        const isTrue = isGone ? outcome === 'done' || outcome === 'alreadyGone' : outcome === 'failed';
        assert.ok(isTrue || outcome === 'inDoubt', `The journal says ${outcome} of ${id}`);
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

  async #lookAt({ method, path }: WireRequest): Promise<void> {
    const { agreed, renamed, organization } = this.#cell;
    if (method !== 'DELETE' && method !== 'PATCH') {
      return;
    }
    const id = path.split('/').at(-1) ?? '';
    const known = Date.now() - (renamed.get(id) ?? Infinity);
    if (!agreed.has(id) || known > NOTICED_MS) {
      this.#notAgreed.push(`${method} ${id}`);
    }
    if (!(await writtenIds(organization)).has(id)) {
      this.#tooEarly.push(id);
    }
  }
}

/** Where an expected text leaves words open, any will do. */
function assertSaid(actual: readonly string[], expected: readonly string[]): void {
  const isSaid = (text: string, said = '') => {
    const parts = text.split(ANY_WORDS).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 's').test(said);
  };
  assert.deepEqual(
    actual,
    expected.map((text, index) => (isSaid(text, actual[index]) ? actual[index] : text)),
  );
}
