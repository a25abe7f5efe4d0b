import type { LogOutputChannel } from 'vscode';
import { vi } from 'vitest';
import { parseApiBaseUrl } from '../../../src/api/baseUrl';
import { KirimClient } from '../../../src/api/client';
import type { Label } from '../../../src/api/schema';
import type { CommandContext } from '../../../src/commands/commandContext';
import type { JournalEntry } from '../../../src/journal/entry';
import { Journal } from '../../../src/journal/journal';
import { Session } from '../../../src/accounts/session';
import { LabelsQuery } from '../../../src/views/labels/labelsQuery';
import { recreateLabel } from '../../../src/commands/create/recreateLabel';
import type { ReadOnlyText } from '../../../src/ui/report';
import type { LabelsTreeNode } from '../../../src/views/labels/labelNodes';
import type { ErrorAction } from '../../../src/ui/errors';
import { ErrorBoundary } from '../../../src/ui/errorBoundary';
import { Notifications } from '../../../src/ui/notifications/notifications';
import { Kirim, type Organization } from '../../kirim';
import { CancellationError, questions, statusBar, told, window } from '../fakeVscode';
import { MemoryDisk, MemoryFiles } from '../journal/memoryFiles';

type Command = (context: CommandContext, args: readonly unknown[]) => Promise<void>;

const LOG = { info: () => undefined, warn: () => undefined, error: () => undefined } as unknown as LogOutputChannel;

/** A person who is signed in to an organization at the stand-in, and says yes to every question. Only VS Code is missing. */
export class Desk {
  readonly kirim = new Kirim();
  readonly organization: Organization;
  session: Session;
  /** Of other organizations that are signed in as well. */
  readonly others: Session[] = [];
  /** What was opened side by side: the title, and then both documents. */
  readonly compared: (readonly [string, ReadOnlyText, ReadOnlyText])[] = [];
  /** The buttons of the last notification. */
  actions: readonly ErrorAction[] = [];
  /** Resolves when VS Code has drawn the rows: at once, unless a test says when. */
  rowsDrawn: () => Promise<void> = () => Promise.resolve();
  /** The key is gone from the secret storage, and this window was not told. */
  isSignedOutElsewhere = false;
  readonly context: CommandContext;
  readonly #disk = new MemoryDisk();

  private constructor(teams: number) {
    this.organization = this.kirim.addOrganization({ name: 'Acme', teams });
    vi.stubGlobal('fetch', this.kirim.fetch);
    const notifications = new Notifications(new ErrorBoundary(LOG), LOG);
    const notify = notifications.notify.bind(notifications);
    notifications.notify = (ending, message, ...actions) => {
      this.actions = actions;
      notify(ending, message, ...actions);
    };
    const notifyIn = notifications.notifyIn.bind(notifications);
    notifications.notifyIn = (session, ending, message, ...actions) => {
      this.actions = actions;
      notifyIn(session, ending, message, ...actions);
    };
    this.session = this.#signIn();
    const sessions = () => [this.session, ...this.others];
    const present = () => Promise.resolve(sessions());
    const sessionOf = (session: Session) => sessions().find((live) => live.isSameOrganization(session));
    const checkAgain = () => {
      if (this.isSignedOutElsewhere) {
        this.session.dispose();
      }
      return Promise.resolve();
    };
    const accounts = {
      get sessions() {
        return sessions();
      },
      state: { kind: 'ready' },
      find: present,
      restore: present,
      sessionOf,
      checkAgain,
      onDidChange: () => ({ dispose: () => undefined }),
    };
    this.context = {
      accounts,
      view: {
        calledOn: ([origin, rows]: readonly unknown[]) => Promise.resolve({ rows, origin }),
        leave: () => () => undefined,
        showOrganization: () => Promise.resolve(),
        isVisible: true,
        rowsDrawn: () => this.rowsDrawn(),
      },
      query: new LabelsQuery({ sessions: [] }),
      deletedRows: { has: () => true, isDrawn: () => true },
      notifications,
      run: async (act: () => unknown) => {
        await act();
      },
      reports: { compare: (...all: Desk['compared'][number]) => Promise.resolve(void this.compared.push(all)) },
      record: (error: unknown) => {
        throw error;
      },
      log: LOG,
    } as unknown as CommandContext;
  }

  #signIn(organization = this.organization): Session {
    const createClient = (baseUrl: Session['baseUrl'], apiKey: string) =>
      new KirimClient({ baseUrl, apiKey, timeoutSeconds: () => 30 });
    const openJournal = async () => {
      const journal = new Journal(new MemoryFiles(this.#disk));
      await journal.load();
      return journal;
    };
    const key = { apiKey: organization.addKey({ label: 'VS Code' }), organization };
    return new Session(parseApiBaseUrl('https://api.test/v1'), key, { createClient, openJournal }, 'en');
  }

  /** Another key of the organization takes the place of this one, and so does another session. */
  renewKey(): void {
    this.session.dispose();
    this.session = this.#signIn();
  }

  /** Signs in to another organization as well. */
  signInBeside(options: { name: string; teams?: number }): Organization {
    const organization = this.kirim.addOrganization(options);
    this.others.push(this.#signIn(organization));
    for (const session of [this.session, ...this.others]) {
      session.isOneOfSeveral = true;
    }
    return organization;
  }

  /** With so many labels in the list: `L1`, `L2` and so on. */
  static async open(count: number, { teams = 1 } = {}): Promise<Desk> {
    const desk = new Desk(teams);
    for (let number = 1; number <= count; number += 1) {
      desk.organization.addLabel({ name: `L${number}` });
    }
    await desk.session.labels.refresh();
    desk.kirim.requests.clear();
    return desk;
  }

  /** Calls a command on the rows of these labels, and waits until it is over. @throws what it does not say by itself. */
  async run(command: Command, ...names: readonly string[]): Promise<void> {
    const { session } = this;
    await this.runOn(command, ...names.map((name) => ({ kind: 'label' as const, label: this.label(name), session })));
  }

  /** The same on any rows. */
  async runOn(command: Command, ...rows: readonly LabelsTreeNode[]): Promise<void> {
    await command(this.context, [rows[0], rows]).catch((error: unknown) => {
      if (!(error instanceof CancellationError)) {
        throw error;
      }
    });
  }

  /** Creates deleted labels of these names again. */
  async recreate(...names: readonly string[]): Promise<void> {
    const { session } = this;
    const { entries } = await session.journal();
    const rows = names.map((name) => ({ kind: 'deletedLabel', entry: entryOf(name, entries), session }));
    await recreateLabel(this.context, [rows[0], rows]);
  }

  /** Presses a button of the last notification. */
  async press(title: string): Promise<void> {
    await this.actions.find((action) => action.title === title)?.run();
  }

  label(name: string): Label {
    const label = this.session.labels.labels.find((one) => one.name === name);
    if (!label) {
      throw new Error(`There is no row “${name}”`);
    }
    return label;
  }

  /** Somebody else does something to the label. */
  removeElsewhere(name: string): void {
    this.organization.removeLabel(this.label(name).id);
  }

  get rows(): readonly string[] {
    return this.session.labels.labels.map(({ name }) => name);
  }

  /** The questions that were asked, to which the answer was yes. */
  get asked(): readonly { readonly question: string; readonly detail: string }[] {
    return questions;
  }

  /** What was said, first in notifications, then in the status bar. */
  get said(): readonly string[] {
    return [...told, ...statusBar];
  }

  /** How many times the list was asked for, from its first page. */
  get lists(): number {
    return this.kirim.requests.all.filter(({ path, query }) => path === '/labels' && !('cursor' in query)).length;
  }

  /** The next notification with a Cancel button. @returns presses it. */
  async cancelOffered(): Promise<() => void> {
    return new Promise((resolve) => {
      vi.spyOn(window, 'withProgress').mockImplementation((_, task) =>
        task(
          { report: () => undefined },
          {
            onCancellationRequested: (press: () => void) => {
              resolve(press);
            },
          },
        ),
      );
    });
  }
}

function entryOf(name: string, entries: readonly JournalEntry[]): JournalEntry | undefined {
  return entries.find(({ label }) => label.name === name);
}
