import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LabelNode } from '../../src/views/labels/labelNodes';
import { DELETE } from '../host/delete/deleteSteps';
import { eventually } from '../host/support/eventually';
import type { Person } from '../host/support/person';
import { assertRowsOfServer } from '../host/support/rowsOfServer';
import { setSetting } from '../host/support/setUp';
import type { FaultMatch } from '../kirim';
import { DELETIONS, REFRESHES } from './amounts';
import type { Kind, Trouble } from './kinds';
import type { Site } from './site';

/** How many are deleted at once; the rest of them one by one. */
const MANY = 8;
const LIST: FaultMatch = { method: 'GET', path: '/labels' };

/** What a person does from one sign-in to the next. */
export class Sitting {
  readonly #site: Site;
  readonly #kind: Kind;
  /** The labels that are to go. */
  readonly #doomed: ReadonlySet<string>;

  constructor(site: Site, kind: Kind) {
    this.#site = site;
    this.#kind = kind;
    site.replenish();
    this.#doomed = new Set(
      site.organization
        .labels()
        .slice(0, DELETIONS)
        .map(({ id }) => id),
    );
  }

  async run(apiKey: string): Promise<void> {
    const { refreshing, stays = false } = this.#kind;
    await this.#signIn(apiKey);
    this.#expect(LIST, refreshing);
    for (let count = 1; count < REFRESHES; count += 1) {
      if (count % 8 === 0) {
        this.#site.colleagueRenames();
      }
      await this.#refresh();
    }
    await this.#deleteMany();
    while ((await this.#nodes()).length > 0) {
      await this.#deleteOne();
    }
    this.#doomedAreGone();
    await this.#refresh();
    await assertRowsOfServer(this.#site.view, this.#site.organization);
    if (!stays) {
      await vscode.commands.executeCommand('kirimLabels.signOut');
    }
  }

  async #signIn(apiKey: string): Promise<void> {
    const { person } = this.#site;
    this.#expect({ path: '/me' }, this.#kind.signingIn);
    person.keys.push(apiKey);
    await vscode.commands.executeCommand('kirimLabels.signIn');
    assert.equal(person.statusBar.at(-1), 'Signed in to Acme.');
    this.#told(0);
    this.#site.follow(await this.#nodes());
    this.#site.tally.signIns += 1;
  }

  async #refresh(): Promise<void> {
    await vscode.commands.executeCommand('kirimLabels.refresh');
    // The view is not on screen: what went wrong is a notification.
    this.#told(0, 1);
    this.#site.tally.refreshes += 1;
  }

  async #deleteMany(): Promise<void> {
    const { person } = this.#site;
    const { deletingMany, undoSeconds = 0 } = this.#kind;
    const nodes = (await this.#nodes()).slice(0, MANY);
    this.#expect({ method: 'DELETE' }, deletingMany);
    person.answers.push(`Delete ${MANY} Labels`);
    if (undoSeconds === 0) {
      await vscode.commands.executeCommand(DELETE, nodes[0], nodes);
      await this.#retried('Retry Failed', person.notifications);
      this.#told(1);
      return;
    }
    await setSetting('undoSeconds', undoSeconds);
    const deletion = vscode.commands.executeCommand(DELETE, nodes[0], nodes);
    await eventually(() => {
      assert.match(person.lastNotification.message, /^Deleting \d+ labels in /);
    });
    await vscode.commands.executeCommand('kirimLabels.undoDelete', nodes[0]);
    await deletion;
    await setSetting('undoSeconds', undefined);
    // One with Undo, and how it ended.
    this.#told(2);
  }

  async #deleteOne(): Promise<void> {
    const { person } = this.#site;
    const [node] = await this.#nodes();
    this.#expect({ method: 'DELETE' }, this.#kind.deletingOne);
    person.answers.push('Delete Label');
    await vscode.commands.executeCommand(DELETE, node);
    await this.#retried('Retry', person.errors);
    this.#told(1);
  }

  /** Presses the button, where there is one, and waits for the one notification that comes of it. */
  async #retried(button: string, told: Person['notifications']): Promise<void> {
    const last = told.at(-1);
    if (last?.buttons.includes(button)) {
      this.#heard(1);
      told.length = 0;
      last.press(button);
      await eventually(() => {
        this.#heard(1);
      });
    }
  }

  /** What goes wrong with the next requests like that, and with no others any more. */
  #expect(match: FaultMatch, trouble: Trouble | undefined): void {
    const { faults } = this.#site.kirim;
    faults.clear();
    if (trouble) {
      faults.add({ match, ...trouble });
    }
  }

  /** So many notifications came since the last time; they are closed. */
  #told(least: number, most = least): void {
    this.#heard(least, most);
    const { person } = this.#site;
    for (const told of [person.notifications, person.errors]) {
      for (const notice of told.splice(0)) {
        notice.press('');
      }
    }
    for (const said of [person.questions, person.refusals, person.boxes, person.statusBar]) {
      said.length = 0;
    }
  }

  #heard(least: number, most = least): void {
    const { notifications, errors } = this.#site.person;
    const messages = [...notifications, ...errors].map(({ message }) => message);
    assert.ok(messages.length >= least && messages.length <= most, `Told: ${messages.join(' ⏎ ') || 'nothing'}`);
  }

  /** The rows of the labels that are to go and are still there. */
  async #nodes(): Promise<readonly LabelNode[]> {
    const rows = await this.#site.view.labelRows();
    return rows.map(({ node }) => node as LabelNode).filter(({ label }) => this.#doomed.has(label.id));
  }

  #doomedAreGone(): void {
    const { organization, tally } = this.#site;
    assert.ok(!organization.labels().some(({ id }) => this.#doomed.has(id)));
    tally.deletions += this.#doomed.size;
  }
}
