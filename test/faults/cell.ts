import * as vscode from 'vscode';
import type { Label, Organization } from '../kirim';
import { Person } from '../host/support/person';
import { Stubs } from '../host/support/stubs';
import type { FaultSite } from './faultSite';

/** The labels that the operations are about; there are a few more. */
export const ONE = 'VIP';
export const MANY = ['Uji 1', 'Uji 2', 'Uji 3'];
export const COLOR = 'teal';
const OTHERS = ['Antar Sore', 'Utang', 'Grosir'];
/** Nothing happens to this one. */
export const BYSTANDER = 'Lunas';

/** What one operation under one fault works with: an organization of its own, and somebody in front of VS Code. */
export class Cell {
  readonly site: FaultSite;
  readonly stubs = new Stubs();
  readonly person = new Person(this.stubs);
  readonly organization: Organization;
  readonly apiKey: string;
  /** What progress notifications said. */
  readonly progress: string[] = [];
  /** Names, by id, under which a person said yes to labels: last. */
  readonly agreed = new Map<string, string>();
  /** Ids of labels that a person wanted to be deleted, and of those that somebody else deleted. */
  readonly mayGo = new Set<string>();
  /** When somebody else renamed labels, by id, in milliseconds since 1970. */
  readonly renamed = new Map<string, number>();

  constructor(site: FaultSite) {
    this.site = site;
    this.organization = site.kirim.addOrganization({ name: 'Acme' });
    this.apiKey = this.organization.addKey({ label: 'VS Code' });
    for (const name of [ONE, ...MANY, BYSTANDER, ...OTHERS]) {
      this.organization.addLabel({ name, color: COLOR });
    }
    this.#watchProgress();
  }

  async signIn(): Promise<void> {
    this.person.keys.push(this.apiKey);
    await vscode.commands.executeCommand('kirimLabels.signIn');
  }

  /** Calls a command on the rows of these names, the first of which was clicked. */
  async callOn(command: string, names: readonly string[]): Promise<void> {
    const nodes = await Promise.all(names.map(async (name) => (await this.site.view.row(name)).node));
    await vscode.commands.executeCommand(command, nodes[0], nodes.length > 1 ? nodes : undefined);
  }

  /** Forgets what was said and sent so far: from here on the fault counts. */
  forget(): void {
    const { person, site } = this;
    for (const said of [person.questions, person.errors, person.notifications, person.statusBar, person.refusals]) {
      said.length = 0;
    }
    this.progress.length = 0;
    site.forget();
  }

  find(name: string): Label | undefined {
    return this.organization.labels().find((label) => label.name === name);
  }

  labelOf(id: string): Label | undefined {
    return this.organization.labels().find((label) => label.id === id);
  }

  /** A person says yes to something about these. */
  agree(...names: readonly string[]): void {
    for (const name of names) {
      this.agreed.set(this.find(name)?.id ?? '', name);
    }
  }

  /** A person says yes to deleting these. */
  confirm(...names: readonly string[]): void {
    this.agree(...names);
    for (const id of this.agreed.keys()) {
      this.mayGo.add(id);
    }
  }

  /** Somebody else deletes a label and makes another one; up to three times. */
  colleagueActs(): void {
    const gone = OTHERS.map((name) => this.find(name)).find((label) => label !== undefined);
    if (gone) {
      this.colleagueDeletes(gone.id);
      this.organization.addLabel({ name: `${gone.name} baru`, color: 'sky' });
    }
  }

  colleagueDeletes(id: string): void {
    this.mayGo.add(id);
    this.organization.removeLabel(id);
  }

  /** Somebody else gives another name to all labels that a person has said yes to, but for those. */
  colleagueRenames(...except: readonly string[]): void {
    for (const id of this.agreed.keys()) {
      const label = this.labelOf(id);
      if (label && !except.includes(id)) {
        this.organization.renameLabel(id, `${label.name} penting`);
        this.renamed.set(id, Date.now());
      }
    }
  }

  /** What a person was told in the end. */
  answers(): readonly string[] {
    const { errors, notifications, statusBar } = this.person;
    return [...[...errors, ...notifications].map(({ message }) => message), ...statusBar];
  }

  /** Everything that a person could read. */
  said(): readonly string[] {
    const { refusals, questions } = this.person;
    return [
      ...this.answers(),
      ...questions.flatMap(({ message, detail = '' }) => [message, detail]),
      ...refusals,
      ...this.progress,
      this.site.view.view.message ?? '',
    ].filter((text) => text !== '');
  }

  close(): void {
    this.stubs.restore();
  }

  #watchProgress(): void {
    const work = async (
      { title = '' }: vscode.ProgressOptions,
      task: (progress: vscode.Progress<{ message?: string }>, token: vscode.CancellationToken) => Thenable<void>,
    ) => {
      const report = ({ message = '' }: { message?: string }) => this.progress.push(`${title}: ${message}`);
      await task({ report }, new vscode.CancellationTokenSource().token);
    };
    this.stubs.replace(vscode.window, 'withProgress', work);
  }
}
