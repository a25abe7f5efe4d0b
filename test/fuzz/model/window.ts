import type { LogOutputChannel } from 'vscode';
import { KirimClient } from '../../../src/api/client';
import { systemClock } from '../../../src/common/clock';
import type { CommandContext } from '../../../src/commands/commandContext';
import { Journal } from '../../../src/journal/journal';
import { KeyStore } from '../../../src/accounts/keyStore';
import type { Session } from '../../../src/accounts/session';
import { Accounts } from '../../../src/accounts/accounts';
import { ErrorBoundary } from '../../../src/ui/errorBoundary';
import { Notifications } from '../../../src/ui/notifications/notifications';
import { RecentRequests } from '../../../src/ui/recentRequests';
import type { Reports } from '../../../src/ui/report';
import type { LabelNode } from '../../../src/views/labels/labelNodes';
import { LabelsQuery } from '../../../src/views/labels/labelsQuery';
import type { RecentlyDeletedNode } from '../../../src/views/recentlyDeleted/recentlyDeletedNodes';
import { type MemoryDisk, MemoryFiles } from '../../unit/journal/memoryFiles';
import { Act, acting, type Answer, type LoadedList } from './act';
import type { Secrets } from './secrets';

const LOG = { info: noted, warn: noted, error: noted } as unknown as LogOutputChannel;

function noted(): void {
  // Nobody reads it.
}

/** What all windows share. */
export interface Surroundings {
  readonly secrets: Secrets;
  readonly disk: MemoryDisk;
  readonly random: () => number;
  readonly onReport: (title: string, lines: readonly string[]) => void;
}

/** One window of VS Code with the extension in it: its sessions and commands, and one way to the journal. */
export class Window {
  readonly files: MemoryFiles;
  readonly context: CommandContext;
  readonly #boundary = new ErrorBoundary(LOG);
  readonly #name: string;
  readonly #acts: Act[] = [];
  readonly #sessions = new Set<Session>();
  readonly #startedAt = new Map<Session, number>();
  readonly #lists: LoadedList[] = [];
  #ids = 0;

  constructor(name: string, { secrets, disk, random, onReport }: Surroundings) {
    this.#name = name;
    this.files = new MemoryFiles(disk, random);
    const createClient = (baseUrl: KirimClientOptions['baseUrl'], apiKey: string) =>
      new KirimClient({ baseUrl, apiKey, timeoutSeconds: () => 30, clock: { ...systemClock, random } });
    const openJournal = async () => {
      const journal = new Journal(this.files, { randomId: () => `${name}-${(this.#ids += 1)}` });
      await journal.load();
      return journal;
    };
    const accounts = new Accounts(new KeyStore(secrets.asStorage()), { createClient, openJournal }, noted);
    accounts.onDidChange((change) => {
      if (change.kind === 'sessions') {
        accounts.sessions.forEach((session) => this.#sessions.add(session));
      } else if (change.kind === 'state') {
        this.#notice(change.session);
      }
    });
    this.context = {
      accounts,
      createClient,
      view: {
        calledOn: ([row, selection]) =>
          Promise.resolve({ rows: (selection ?? (row ? [row] : [])) as LabelNode[], origin: row as LabelNode }),
        leave: () => () => undefined,
        showOrganization: () => Promise.resolve(),
        isVisible: true,
        rowsDrawn: () => Promise.resolve(),
      },
      query: new LabelsQuery(accounts),
      deletedRows: { has: (row): row is RecentlyDeletedNode => row !== undefined, isDrawn: () => true },
      notifications: new Notifications(this.#boundary, LOG),
      reports: { open: onReport } as unknown as Reports,
      requests: new RecentRequests(),
      extension: { version: '1.0.0', runsInUi: true } as CommandContext['extension'],
      log: LOG,
      run: (act) => this.#boundary.run(act),
      record: noted,
    };
  }

  get session(): Session | undefined {
    return this.context.accounts.sessions[0];
  }

  /** All that there ever were. */
  get sessions(): readonly Session[] {
    return [...this.#sessions];
  }

  hasDone(act: Act | undefined): boolean {
    return act !== undefined && this.#acts.includes(act);
  }

  get isIdle(): boolean {
    return this.#acts.every(({ isOver }) => isOver);
  }

  get unfinished(): readonly string[] {
    return this.#acts.filter(({ isOver }) => !isOver).map(({ name }) => name);
  }

  /** Does something behind the error boundary, as a command or a button does. */
  do(name: string, answer: Answer, work: () => unknown, before?: Act): Act {
    const act = new Act(`${this.#name}: ${name}`, answer, before, this.#lists);
    this.#acts.push(act);
    void acting.run(act, () =>
      this.#boundary.run(work).finally(() => {
        act.isOver = true;
      }),
    );
    return act;
  }

  #notice(session: Session): void {
    const { state, labels } = session.labels;
    if (state.kind === 'loading') {
      this.#startedAt.set(session, Date.now());
    } else if (state.kind === 'loaded') {
      const names = new Map(labels.map(({ id, name }) => [id, name]));
      this.#lists.push({ startedAt: this.#startedAt.get(session) ?? Date.now(), loadedAt: Date.now(), names });
    }
  }

  dispose(): void {
    this.context.accounts.dispose();
  }
}

type KirimClientOptions = ConstructorParameters<typeof KirimClient>[0];
