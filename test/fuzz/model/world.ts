import 'ofetch';
import { expect, vi } from 'vitest';
import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { JournalStorageError } from '../../../src/journal/files';
import { recentlyDeleted } from '../../../src/labels/recentlyDeleted';
import { createRandom } from '../../../src/sample/server/random';
import { MemoryDisk } from '../../unit/journal/memoryFiles';
import { acting } from './act';
import { Person } from './person';
import { Secrets } from './secrets';
import { Server } from './server';
import { SimulatedTime } from './time';
import { Truths } from './truths';
import { showTo } from './vscode';
import { Window } from './window';

/** More than anything can take: the longest wait that the client has the patience for, for each of a few requests. */
const LONGEST_MS = 24 * 3_600_000;
const ALIVE_MS = 60_000;

/** One organization, two windows on this computer, one person in front of them, and others elsewhere. */
export class World {
  readonly time = new SimulatedTime();
  readonly server: Server;
  readonly person: Person;
  readonly windows: readonly Window[];
  readonly #disk = new MemoryDisk();
  #keys = 0;
  #apiKey = '';

  private constructor(seed: number, perMinute: number, labels: number) {
    this.time.install();
    const random = createRandom(seed);
    const server = new Server(perMinute, random);
    const truths = new Truths(server);
    this.server = server;
    for (let count = 0; count < labels; count += 1) {
      const [team_id = '', other = ''] = server.organization.team_ids;
      server.organization.addLabel({ name: server.nextName(), color: 'teal', team_id: count % 3 ? team_id : other });
    }
    this.person = new Person((message, act) => {
      truths.check(message, act);
    });
    showTo(this.person);
    vi.stubGlobal('fetch', server.fetch);
    const onReport = (title: string, lines: readonly string[]) => {
      truths.checkReport(title, lines, acting.getStore());
    };
    const surroundings = { secrets: new Secrets(), disk: this.#disk, random, onReport };
    this.windows = ['A', 'B'].map((name) => new Window(name, surroundings));
    for (const { context } of this.windows) {
      context.accounts.onDidChange((change) => {
        if (change.kind !== 'sessions') {
          truths.checkRows(change.session);
        }
      });
    }
  }

  static async open(seed: number, perMinute: number, labels: number): Promise<World> {
    const world = new World(seed, perMinute, labels);
    await world.signIn();
    await world.time.pass(10_000);
    return world;
  }

  /** With a key of its own each time, as a person who has lost the old one. */
  async signIn(): Promise<void> {
    const [first] = this.windows;
    if (!first || first.session) {
      return;
    }
    this.#keys += 1;
    const { organization } = this.server;
    this.#apiKey = organization.addKey({ label: `key ${this.#keys}` });
    const stored = { apiKey: this.#apiKey, organization: { id: organization.id, name: organization.name } };
    await first.context.accounts.signIn(parseApiBaseUrl('https://api.test/v1'), stored, () => undefined);
    await this.time.pass(0);
    for (const { session } of this.windows) {
      void session?.labels.refresh();
    }
  }

  async signOut(): Promise<void> {
    const [first] = this.windows;
    if (first?.session) {
      await first.context.accounts.signOut(first.session);
      await this.time.pass(0);
      this.server.endKey(this.#apiKey);
    }
  }

  /** For one window, until it is said to be no longer so. */
  fillDisk(window: number, isFull: boolean, leavesHalf: boolean): void {
    this.windows[window]?.files.fail(isFull ? new JournalStorageError('the disk is full') : undefined, leavesHalf);
  }

  /** What must be so at any time. */
  check(): void {
    expect(this.server.violations).toEqual([]);
  }

  /** Lets everything come to its end, and compares what everybody knows then. */
  async end(): Promise<void> {
    this.server.mend();
    for (const { files } of this.windows) {
      files.fail(undefined);
    }
    const isIdle = () => this.windows.every((window) => window.isIdle);
    await this.time.until(isIdle, LONGEST_MS);
    expect(this.windows.flatMap(({ unfinished }) => unfinished)).toEqual([]);
    await this.time.pass(ALIVE_MS);
    this.check();
    await this.signIn();
    await this.#checkLists();
    await this.#checkJournal();
    this.check();
  }

  close(): void {
    for (const window of this.windows) {
      window.dispose();
    }
    this.time.uninstall();
  }

  /** After a list that nothing went wrong with, the rows are the server's, and ordinary ones. */
  async #checkLists(): Promise<void> {
    for (const { session, sessions } of this.windows) {
      expect.assert(session);
      const refreshed = session.labels.refreshAnew();
      let isRefreshed = false as boolean;
      void refreshed.then(() => {
        isRefreshed = true;
      });
      await this.time.until(() => isRefreshed, LONGEST_MS);
      expect(session.labels.state).toEqual({ kind: 'loaded' });
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      expect([...session.labels.labels].sort(byId)).toEqual([...this.server.organization.labels()].sort(byId));
      for (const one of sessions) {
        expect([...this.server.versions.keys()].filter((id) => one.labels.activities.of(id))).toEqual([]);
        expect(one.countdowns.size).toBe(0);
      }
    }
  }

  /** Whatever our requests deleted is written down, whole, and is in Recently Deleted unless it was created again. */
  async #checkJournal(): Promise<void> {
    const there = new Set(this.server.organization.labels().map(({ id }) => id));
    for (const { session } of this.windows) {
      expect.assert(session);
      const journal = await session.journal();
      await journal.load();
      const deletions = journal.entries.filter(({ act }) => act === 'delete');
      const offered = new Set(recentlyDeleted(journal.entries, session.labels).map(({ label }) => label.id));
      for (const id of this.server.deletedByUs) {
        const entries = deletions.filter(({ label }) => label.id === id);
        expect(entries.length, `entries of ${id}`).toBeGreaterThan(0);
        for (const { label } of entries) {
          expect(this.server.versions.get(id)?.map((version) => version.label)).toContainEqual(label);
        }
        const isSettled = entries.some(({ recreatedAs }) => recreatedAs !== undefined);
        expect(offered.has(id) || isSettled, `${id} is in Recently Deleted: ${JSON.stringify(entries)}`).toBe(true);
      }
      for (const { label, outcome } of deletions) {
        if (outcome === 'done' || outcome === 'alreadyGone') {
          expect(there.has(label.id), `${label.id}, which is said to be gone`).toBe(false);
        }
      }
      // Before a run without the mark that it is finished is told, the window waits for signs of life.
      await this.time.pass(ALIVE_MS);
      expect((await journal.interruptedRuns()).map(({ run }) => run.id)).toEqual([]);
    }
  }
}
