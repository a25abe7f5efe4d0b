import type { Session } from '../../../src/accounts/session';
import type { Act } from './act';
import type { Server } from './server';

/** What must not be said while it is not so, whoever reads it. */
export class Truths {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  /** A sentence in a notification or in the status bar. */
  check(message: string, act: Act | undefined): void {
    const [, kept] = /Label “([^”]*)”(?: \(.*?\))? was not deleted/.exec(message) ?? [];
    if (kept !== undefined && act && this.#idsOf(kept).some((id) => act.hasDeleted(id))) {
      this.#say(`it was deleted, and the person reads: ${message}`);
    }
    const [, gone] = /^(?:Deleted label|Label) “([^”]*)”(?: \(.*?\))?(?: was already deleted)?\.$/.exec(message) ?? [];
    if (gone !== undefined && act && !this.#idsOf(gone).some((id) => !this.#isThere(id))) {
      this.#say(`it is there, and the person reads: ${message}`);
    }
    if (/(?:nothing was deleted|The \d+ labels were not deleted)\./.test(message) && act && act.deleted.size > 0) {
      this.#say(`${act.deleted.size} were deleted, and the person reads: ${message}`);
    }
  }

  /** A report of a run: each label once, and where it is said to be. */
  checkReport(title: string, lines: readonly string[], act: Act | undefined): void {
    if (title !== 'Deleted Labels' || !act) {
      return;
    }
    const ids = new Set<string>();
    let section = '';
    for (const line of lines) {
      const [, id = ''] = /^ {2}.*(lbl_[0-9A-Z]{26})/.exec(line) ?? [];
      if (id === '') {
        section = line;
      } else if (ids.has(id)) {
        this.#say(`${id} is reported twice`);
      } else {
        ids.add(id);
        act.reported.add(id);
        this.#checkLine(section, id, act);
      }
    }
    for (const id of act.sent) {
      if (!ids.has(id)) {
        this.#say(`${id} was sent, and the report does not know it`);
      }
    }
  }

  /** At any time: a row that is known to be deleted never comes back. */
  checkRows({ labels }: Session): void {
    for (const { id } of labels.labels) {
      if (labels.isDeleted(id)) {
        this.#say(`the row of ${id} came back`);
      }
    }
  }

  #checkLine(section: string, id: string, act: Act): void {
    if (section.includes('still there') && act.hasDeleted(id)) {
      this.#say(`${id} was deleted, and is reported as: ${section}`);
    }
    if (/^(Deleted|Already gone) \(/.test(section) && this.#isThere(id)) {
      this.#say(`${id} is there, and is reported as: ${section}`);
    }
  }

  #idsOf(name: string): string[] {
    return [...this.#server.versions.keys()].filter((id) => this.#server.namesOf(id).has(name));
  }

  #isThere(id: string): boolean {
    return this.#server.organization.labels().some((label) => label.id === id);
  }

  #say(violation: string): void {
    this.#server.violations.push(violation);
  }
}
