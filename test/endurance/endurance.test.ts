import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import { extension } from '../host/support/setUp';
import { DELETIONS, REFRESHES, ROUNDS, SITTINGS } from './amounts';
import { heapUsed } from './heap';
import { KINDS } from './kinds';
import { Report, type Reading } from './report';
import { Site } from './site';
import { Sitting } from './sitting';

/** A slow machine may take its time: nothing here depends on it. */
const ROUND_TIMEOUT_MS = 30 * 60_000;
/**
 * In bytes. What grows is compiled code: 1.6 MB in ten rounds, less in each, and heap snapshots of two rounds differ in
 * nothing else. What the extension could leave behind is more: a session with its rows and its journal 2 MB each time that
 * somebody signs in, the labels of one list 10 KB each time that it is refreshed.
 */
const MOST_GROWTH = 3 * 1024 * 1024;

describe("An hour's worth of use", () => {
  const report = new Report();
  let site: Site;
  let first: Reading;
  let last: Reading;

  before(async function () {
    this.timeout(ROUND_TIMEOUT_MS);
    site = await Site.open();
    // What is loaded, compiled and cached once is no leak.
    await round(SITTINGS);
    first = last = await read();
    console.log(report.note('warm-up', first));
  });

  after(async () => {
    await site.close();
    console.log(report.table());
    report.write(join(extension().extensionPath, 'out/endurance.md'));
  });

  for (let number = 1; number <= ROUNDS; number += 1) {
    it(`leaves nothing behind in round ${number}`, async () => {
      await round(SITTINGS);
      last = await read();
      console.log(report.note(String(number), last));
      assert.deepEqual(last.listeners, first.listeners);
      assert.deepEqual(site.unhandled.map(String), []);
    }).timeout(ROUND_TIMEOUT_MS);
  }

  it('did all that it was to do', () => {
    const sittings = (1 + ROUNDS) * SITTINGS;
    const { signIns, refreshes, deletions } = last;
    assert.deepEqual([signIns, refreshes, deletions], [sittings, sittings * REFRESHES, sittings * DELETIONS]);
  });

  it('leaves the heap as large as it was', () => {
    const growth = last.heap - first.heap;
    assert.ok(growth < MOST_GROWTH, `The heap grew by ${growth} bytes`);
  });

  async function round(sittings: number): Promise<void> {
    for (let number = 0; number < sittings; number += 1) {
      const apiKey = site.apiKeys[number % 2 === 0 ? 0 : 1];
      await new Sitting(site, KINDS[number % KINDS.length] ?? {}).run(apiKey);
      if ((number + 1) % KINDS.length === 0) {
        // Whoever waits for a slow machine takes silence for the end.
        console.log(`      ${number + 1} of ${sittings} sittings`);
      }
    }
    await site.comeToRest();
  }

  async function read(): Promise<Reading> {
    const heap = await heapUsed();
    const { listeners, timers, sockets, sessionsInMemory, tally } = site;
    return {
      heap,
      listeners: listeners.all,
      timers: timers.all,
      sockets,
      sessions: sessionsInMemory,
      now: Date.now(),
      ...tally,
    };
  }
});
