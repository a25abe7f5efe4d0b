import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { type Label, type Organization, RATE_LIMIT_HEADERS } from '../../kirim';
import { DELETE, deletes } from './deleteSteps';
import { eventually } from '../support/eventually';
import { FastClock, REQUEST_TIMEOUT_SECONDS } from '../support/fastClock';
import { Production } from '../support/production';
import { assertRowsOfServer } from '../support/rowsOfServer';
import { extension, setSetting, Stage } from '../support/setUp';

/** By the setting, of 60 a minute. */
const RESERVE = 12;
/** What others have sent for so long may be unknown to a run, in milliseconds. */
const UNKNOWN_MS = 5_000;
/** After such a silence, nothing is about to be sent without a wait. */
const QUIET_MS = 20;

describe('A run of hundreds of labels', function () {
  this.timeout(120_000);
  let stage: Stage;
  let acme: Organization;
  let clock: FastClock | undefined;

  beforeEach(async () => {
    stage = await Stage.open();
    await setSetting('requestTimeoutSeconds', REQUEST_TIMEOUT_SECONDS);
    acme = stage.kirim.addOrganization({ name: 'Toko Besar' });
  });

  afterEach(async () => {
    clock?.restore();
    await stage.close();
    await setSetting('requestTimeoutSeconds', undefined);
  });

  /** What is sent without a wait takes no time, in which the bucket would fill. */
  function hurry(): void {
    const isBusy = () => stage.kirim.requests.inFlight > 0;
    clock = new FastClock(join(extension().extensionPath, 'dist'), { isBusy, quietMs: QUIET_MS });
  }

  /** Signs in to as many labels, the last of which are to stay. @returns those to be deleted. */
  async function prepare(count: number, others: number): Promise<readonly Label[]> {
    const labels = Array.from({ length: count + others }, (_, index) =>
      acme.addLabel({ name: `Uji ${String(index).padStart(3, '0')}` }),
    );
    await stage.signIn(acme.addKey({ label: 'VS Code' }));
    await eventually(async () => {
      assert.equal((await stage.view.labelRows()).length, labels.length);
    });
    stage.kirim.requests.clear();
    return labels.slice(0, count);
  }

  async function deleteAll(labels: readonly Label[]): Promise<void> {
    const names = new Set(labels.map(({ name }) => name));
    const nodes = (await stage.view.labelRows()).filter(({ name }) => names.has(name)).map(({ node }) => node);
    assert.equal(nodes.length, labels.length);
    stage.person.answers.push(`Delete ${labels.length} Labels`);
    await vscode.commands.executeCommand(DELETE, nodes[0], nodes);
  }

  /** Calls `act` after each deletion that KirimChat has dealt with, with how many there were. */
  function onDeletion(act: (count: number) => void): void {
    const { kirim, stubs } = stage;
    const answer = kirim.answer.bind(kirim);
    stubs.replace(kirim, 'answer', async (request: Request) => {
      const answered = await answer(request);
      if (request.method === 'DELETE') {
        act(deletes(stage));
      }
      return answered;
    });
  }

  const idsOnServer = () => new Set(acme.labels().map(({ id }) => id));

  it('takes minutes, leaves production its part, and deletes nothing that was renamed meanwhile', async () => {
    const labels = await prepare(250, 50);
    hurry();
    const production = new Production(acme);
    const under: number[] = [];
    const renamed = [...labels.slice(200, 205), ...labels.slice(240, 242)];
    const gone = labels.slice(150, 154);
    onDeletion((count) => {
      const level = acme.bucket('write').level();
      if (level < RESERVE - production.sentWithin(UNKNOWN_MS)) {
        under.push(level);
      }
      production.goOn();
      if (count === 30) {
        gone.forEach(({ id }) => {
          acme.removeLabel(id);
        });
        renamed.slice(0, 5).forEach(({ id, name }) => acme.renameLabel(id, `${name} penting`));
      }
      if (count === 100) {
        renamed.slice(5).forEach(({ id, name }) => acme.renameLabel(id, `${name} penting`));
      }
    });
    await deleteAll(labels);

    const left = idsOnServer();
    assert.deepEqual(
      labels.filter(({ id }) => left.has(id)).map(({ id }) => id),
      renamed.map(({ id }) => id),
    );
    const { message, buttons } = stage.person.lastNotification;
    assert.match(message, /^Deleted 239 of 250 labels\./);
    assert.match(message, /Already gone: 4\./);
    assert.match(message, /Renamed meanwhile, so still there: 7\./);
    assert.ok(buttons.includes('Show Details'));
    await assertRowsOfServer(stage.view, acme);
    assert.ok(production.total > 20, `Production has sent ${production.total} messages only`);
    assert.deepEqual([production.refused, stage.kirim.requests.count({ status: 429 }), under], [0, 0, []]);
    const reads = stage.kirim.requests.count({ method: 'GET' });
    assert.ok(reads <= labels.length, `${reads} requests that read`);
  });

  it('holds back what it cannot compare any more', async () => {
    const labels = await prepare(110, 0);
    const renamed = labels.slice(90);
    hurry();
    onDeletion((count) => {
      if (count === 40) {
        stage.kirim.faults.add({ match: { method: 'GET' }, times: Infinity, fault: { kind: 'status', status: 500 } });
        renamed.forEach(({ id, name }) => acme.renameLabel(id, `${name} penting`));
      }
    });
    await deleteAll(labels);
    const left = idsOnServer();
    assert.deepEqual(
      renamed.filter(({ id }) => !left.has(id)).map(({ name }) => name),
      [],
    );
    const [, deleted = ''] = /^Deleted (\d+) of 110 labels\./.exec(stage.person.lastNotification.message) ?? [];
    assert.equal(Number(deleted), labels.length - left.size);
  });

  for (const way of ['absent', 'doubled', 'odd', 'nonsense'] as const) {
    it(`leaves that part where the headers of the rate limit are ${way}`, async () => {
      stage.kirim.variations.rateLimitHeaders = RATE_LIMIT_HEADERS[way];
      const labels = await prepare(14, 0);
      hurry();
      const bucket = acme.bucket('write');
      const gate = stage.kirim.faults.hold({ method: 'DELETE' });
      const deletion = deleteAll(labels);
      await gate.reached(1);
      bucket.setLevel(22);
      gate.open();
      await deletion;
      assert.equal(acme.labels().length, 0);
      assert.equal(stage.kirim.requests.count({ status: 429 }), 0);
      assert.ok(bucket.lowest() >= RESERVE, `${bucket.lowest()} writes were left`);
    });
  }
});
