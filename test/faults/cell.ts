import * as vscode from 'vscode';
import type { Label, Organization } from '../kirim';
import { Person } from '../host/person';
import { Stubs } from '../host/stubs';
import type { FaultSite } from './faultSite';

/** The labels that the operations are about; there are a few more. */
export const ONE = 'VIP';
export const MANY = ['Uji 1', 'Uji 2', 'Uji 3'];
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
  /** Ids of labels that a person said yes to, and of those that somebody else deleted. */
  readonly mayGo = new Set<string>();

  constructor(site: FaultSite) {
    this.site = site;
    this.organization = site.kirim.addOrganization({ name: 'Acme' });
    this.apiKey = this.organization.addKey({ label: 'VS Code' });
    for (const name of [ONE, ...MANY, BYSTANDER, ...OTHERS]) {
      this.organization.addLabel({ name, color: 'teal' });
    }
    this.#watchProgress();
  }

  async signIn(): Promise<void> {
    this.person.keys.push(this.apiKey);
    await vscode.commands.executeCommand('kirimLabels.signIn');
  }

  /** Forgets what was said and sent so far: from here on the fault counts. */
  forget(): void {
    const { person, site } = this;
    for (const said of [person.questions, person.errors, person.notices, person.statusBar, person.refusals]) {
      said.length = 0;
    }
    this.progress.length = 0;
    site.forget();
  }

  find(name: string): Label | undefined {
    return this.organization.labels().find((label) => label.name === name);
  }

  /** A person says yes to deleting these. */
  confirm(...names: readonly string[]): void {
    for (const name of names) {
      this.mayGo.add(this.find(name)?.id ?? '');
    }
  }

  /** Somebody else deletes a label and makes another one; up to three times. */
  colleagueActs(): void {
    const gone = OTHERS.map((name) => this.find(name)).find((label) => label !== undefined);
    if (gone) {
      this.mayGo.add(gone.id);
      this.organization.removeLabel(gone.id);
      this.organization.addLabel({ name: `${gone.name} baru`, color: 'sky' });
    }
  }

  /** Everything that a person could read. */
  said(): readonly string[] {
    const { errors, notices, statusBar, refusals, questions } = this.person;
    return [
      ...[...errors, ...notices].map(({ message }) => message),
      ...questions.flatMap(({ message, detail = '' }) => [message, detail]),
      ...statusBar,
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
