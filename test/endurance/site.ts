import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { LabelNode } from '../../src/views/labels/labelNodes';
import { eventually } from '../host/support/eventually';
import { FastClock, REQUEST_TIMEOUT_SECONDS } from '../host/support/fastClock';
import { locateStorage } from '../host/support/journalStorage';
import type { LabelsViewProbe } from '../host/support/labelsViewProbe';
import { Person } from '../host/support/person';
import { extension, labelsView, setApiBaseUrl, setSetting } from '../host/support/setUp';
import { Stubs } from '../host/support/stubs';
import { Kirim, listen, type Listening, type Organization } from '../kirim';
import { FileTraffic } from './fileTraffic';
import { fillJournal } from './fullJournal';
import { heapUsed } from './heap';
import { LiveListeners } from './liveListeners';
import { PendingTimers } from './pendingTimers';

/** The journal may be read and tidied for a while after somebody signed out, which a slow machine takes its time for. */
const LONGEST_REST_MS = 60_000;
const BETWEEN_COLLECTIONS_MS = 250;
/** How many labels there are, whatever is deleted. */
const LABELS = 40;

/**
 * A stand-in, a person, the view, and whatever watches the extension from before it was activated.
 *
 * The view is read as VS Code does, but not opened: of each row that VS Code was ever given it keeps something until the view
 * is gone (`ExtHostTreeView` registers a store of disposables for each), and what it keeps hides what the extension does.
 */
export class Site {
  readonly kirim: Kirim;
  readonly organization: Organization;
  /** Of the same organization. */
  readonly apiKeys: readonly [string, string];
  readonly person: Person;
  readonly view: LabelsViewProbe;
  readonly listeners: LiveListeners;
  readonly timers: PendingTimers;
  /** Promises that failed and that nobody waited for. */
  readonly unhandled: unknown[] = [];
  /** What was done. */
  readonly tally = { signIns: 0, refreshes: 0, deletions: 0 };
  readonly #sessions: WeakRef<object>[] = [];
  readonly #files: FileTraffic;
  readonly #clock: FastClock;
  readonly #stubs = new Stubs();
  readonly #noteUnhandled = (reason: unknown) => {
    this.unhandled.push(reason);
  };
  readonly #socketsBefore = this.sockets;
  #server: Listening;
  #named = 0;

  private constructor(
    parts: Pick<Site, 'kirim' | 'view' | 'listeners' | 'timers'>,
    { files, clock, server }: { files: FileTraffic; clock: FastClock; server: Listening },
  ) {
    this.kirim = parts.kirim;
    this.view = parts.view;
    this.listeners = parts.listeners;
    this.timers = parts.timers;
    this.#files = files;
    this.#clock = clock;
    this.#server = server;
    this.organization = this.kirim.addOrganization({ name: 'Acme', teams: 2 });
    this.apiKeys = [this.organization.addKey({ label: 'VS Code' }), this.organization.addKey({ label: 'Baru' })];
    this.person = new Person(this.#stubs);
    this.replenish();
    process.on('unhandledRejection', this.#noteUnhandled);
  }

  static async open(): Promise<Site> {
    const folder = join(extension().extensionPath, 'dist');
    const listeners = new LiveListeners(folder);
    const timers = new PendingTimers(folder);
    const clock = new FastClock(folder);
    const files = new FileTraffic();
    const view = await labelsView();
    await setSetting('requestTimeoutSeconds', REQUEST_TIMEOUT_SECONDS);
    const kirim = new Kirim();
    const server = await listen(kirim);
    await setApiBaseUrl(server.baseUrl);
    const site = new Site({ kirim, view, listeners, timers }, { files, clock, server });
    await site.#prepare();
    return site;
  }

  /** Somebody adds labels for those that were deleted. */
  replenish(): void {
    const { team_ids } = this.organization;
    for (let missing = LABELS - this.organization.labels().length; missing > 0; missing -= 1) {
      this.#named += 1;
      const team = this.#named % team_ids.length;
      this.organization.addLabel({ name: `Uji ${this.#named}`, color: 'teal', team_id: team_ids[team] ?? '' });
    }
  }

  /** Somebody gives the newest label another name, so that there is something to show. */
  colleagueRenames(): void {
    const label = this.organization.labels().at(-1);
    if (label) {
      this.#named += 1;
      this.organization.renameLabel(label.id, `Uji ${this.#named}`);
    }
  }

  /** Takes down whose rows these are, without keeping it. */
  follow([node]: readonly LabelNode[]): void {
    if (node) {
      this.#sessions.push(new WeakRef(node.session));
    }
  }

  /** How many of the sessions that rows were of are still in memory. To be asked after garbage was collected. */
  get sessionsInMemory(): number {
    return this.#sessions.filter((session) => session.deref() !== undefined).length;
  }

  /** Connections of this process. */
  get sockets(): number {
    return process.getActiveResourcesInfo().filter((type) => type === 'TCPSocketWrap').length;
  }

  /** Nobody is signed in, nothing is under way, and what was said is forgotten. */
  async comeToRest(): Promise<void> {
    await vscode.commands.executeCommand('kirimLabels.signOut');
    await eventually(() => {
      assert.equal(this.kirim.requests.inFlight, 0);
      assert.deepEqual(this.timers.all, []);
    });
    this.kirim.requests.clear();
    this.person.statusBar.length = 0;
    await this.#restartServer();
    await eventually(async () => {
      const { begun } = this.#files;
      // In between the process is to get on with its work.
      await delay(BETWEEN_COLLECTIONS_MS);
      assert.deepEqual([this.#files.begun - begun, this.#files.pending], [0, 0], 'Files are being read or written');
      await heapUsed();
      assert.equal(this.sessionsInMemory, 0, 'A session is still in memory');
    }, LONGEST_REST_MS);
  }

  async close(): Promise<void> {
    process.off('unhandledRejection', this.#noteUnhandled);
    this.#stubs.restore();
    this.#clock.restore();
    this.timers.restore();
    this.listeners.restore();
    this.#files.restore();
    await this.#server.close();
    await setSetting('requestTimeoutSeconds', undefined);
    await setApiBaseUrl(undefined);
  }

  /** Ends every connection, so that those that are open later were forgotten. */
  async #restartServer(): Promise<void> {
    const { port } = this.#server;
    await this.#server.close();
    await eventually(() => {
      assert.ok(this.sockets <= this.#socketsBefore, 'A connection stays open');
    });
    this.#server = await listen(this.kirim, { port });
  }

  async #prepare(): Promise<void> {
    await locateStorage(async () => {
      this.person.keys.push(this.apiKeys[0]);
      await vscode.commands.executeCommand('kirimLabels.signIn');
      await this.view.rows();
    });
    await this.comeToRest();
    await fillJournal(this.organization);
  }
}
