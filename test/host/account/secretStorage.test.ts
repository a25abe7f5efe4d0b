import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { KirimClient } from '../../../src/api/client';
import type { CommandContext } from '../../../src/commands/commandContext';
import { COMMANDS } from '../../../src/commands/commands';
import { KeyStore } from '../../../src/accounts/keyStore';
import type { ClientFactory } from '../../../src/accounts/session';
import { Accounts } from '../../../src/accounts/accounts';
import { ErrorBoundary } from '../../../src/ui/errorBoundary';
import { Notifications } from '../../../src/ui/notifications/notifications';
import { RecentRequests } from '../../../src/ui/recentRequests';
import { Reports } from '../../../src/ui/report';
import { DrawnRows } from '../../../src/views/drawnRows';
import { LabelsQuery } from '../../../src/views/labels/labelsQuery';
import { DELETED_ROW_IDS, type RecentlyDeletedNode } from '../../../src/views/recentlyDeleted/recentlyDeletedNodes';
import { Secrets } from '../../fuzz/model/secrets';
import { SAMPLE_API_KEY, SECOND_API_KEY, SECOND_ORGANIZATION } from '../../kirim';
import { eventually } from '../support/eventually';
import { extension, Stage } from '../support/setUp';

const REASON = 'VS Code’s secret storage does not work. The keyring of this computer may be locked or missing.';

/** VS Code gives no way to break the storage of the running extension: these are windows of the same parts. */
class TestWindow {
  readonly logged: string[] = [];
  readonly accounts: Accounts;
  readonly #boundary: ErrorBoundary;
  readonly #context: CommandContext;
  readonly #reports = new Reports();
  isViewVisible = false;

  constructor(secrets: Secrets) {
    const line = (text: string) => {
      this.logged.push(text);
    };
    const log = {
      error: line,
      warn: line,
      info: line,
      show: () => {
        line('(shown)');
      },
    } as unknown as vscode.LogOutputChannel;
    this.#boundary = new ErrorBoundary(log);
    const record = (error: unknown) => {
      this.#boundary.record(error);
    };
    const createClient: ClientFactory = (baseUrl, apiKey) =>
      new KirimClient({ baseUrl, apiKey, timeoutSeconds: () => 5 });
    const openJournal = () => Promise.reject(new Error('Nobody asked for the journal'));
    this.accounts = new Accounts(new KeyStore(secrets.asStorage()), { createClient, openJournal }, record);
    const isVisible = () => this.isViewVisible;
    const view = {
      calledOn: () => Promise.resolve({ rows: [] }),
      leave: () => () => undefined,
      showOrganization: () => Promise.resolve(),
      rowsDrawn: () => Promise.resolve(),
      get isVisible() {
        return isVisible();
      },
    };
    const notifications = new Notifications(this.#boundary, log);
    const deletedRows = new DrawnRows<RecentlyDeletedNode>(DELETED_ROW_IDS);
    const { accounts } = this;
    const run = (act: () => unknown) => this.#boundary.run(act);
    const reports = this.#reports;
    const query = new LabelsQuery(accounts);
    const said = { notifications, reports, log, requests: new RecentRequests() };
    const itself = { version: '1.0.0', runsInUi: true, uri: vscode.Uri.file('/') };
    this.#context = { accounts, createClient, view, query, deletedRows, ...said, extension: itself, run, record };
  }

  get organization(): string | undefined {
    return this.accounts.sessions[0]?.organizationName;
  }

  run(command: 'signIn' | 'signOut' | 'refresh' | 'deleteLabel'): Promise<void> {
    return this.#boundary.run(() => COMMANDS[`kirimLabels.${command}`](this.#context, []));
  }

  dispose(): void {
    this.accounts.dispose();
    this.#reports.dispose();
  }
}

describe('A secret storage that fails', () => {
  let stage: Stage;
  let secrets: Secrets;
  let window: TestWindow;
  let other: TestWindow;

  beforeEach(async () => {
    stage = await Stage.open();
    secrets = new Secrets();
    [window, other] = [new TestWindow(secrets), new TestWindow(secrets)];
  });

  afterEach(async () => {
    for (const text of [...window.logged, ...other.logged, ...said()]) {
      assert.ok(!text.includes('kdv_live_'), text);
    }
    window.dispose();
    other.dispose();
    await stage.close();
  });

  const said = () => [...stage.person.errors, ...stage.person.notifications].map(({ message }) => message);

  async function signIn(key = SAMPLE_API_KEY): Promise<void> {
    stage.person.keys.push(key);
    await window.run('signIn');
  }

  it('lets a key that it does not take work in this window, and says so once', async () => {
    secrets.failing.add('store');
    await signIn();
    assert.equal(window.organization, 'Acme');
    assert.deepEqual(said(), [`Signed in to Acme, but for this window only: the API key could not be kept. ${REASON}`]);
    assert.deepEqual(stage.person.lastNotification.buttons, ['Try Again', 'How to Fix']);
    const [session] = window.accounts.sessions;
    await session?.labels.refresh();
    assert.equal(session?.labels.state.kind, 'loaded');
    assert.deepEqual(secrets.keys, []);
    assert.ok(window.logged.some((line) => line.includes('org.freedesktop.secrets')));
  });

  it('takes the key later, from the same notification', async () => {
    secrets.failing.add('store');
    await signIn();
    stage.person.lastNotification.press('Try Again');
    await eventually(() => {
      assert.equal(stage.person.notifications.length, 2);
    });
    secrets.failing.clear();
    stage.person.lastNotification.press('Try Again');
    await eventually(() => {
      assert.equal(stage.person.statusBar.at(-1), 'The API key is kept now.');
      assert.equal(other.organization, 'Acme');
    });
    assert.equal(window.organization, 'Acme');
  });

  it('does not bring a key back that was signed out meanwhile', async () => {
    secrets.failing.add('store');
    await signIn();
    await window.run('signOut');
    secrets.failing.clear();
    stage.person.lastNotification.press('Try Again');
    await eventually(() => {
      assert.equal(stage.person.statusBar.at(-1), 'That API key is no longer in use.');
    });
    assert.equal(window.organization, undefined);
    assert.deepEqual(secrets.keys, []);
  });

  it('opens what VS Code says about keyrings', async () => {
    secrets.failing.add('store');
    await signIn();
    const opened: string[] = [];
    stage.stubs.replace(vscode.env, 'openExternal', (uri: vscode.Uri) => {
      opened.push(uri.toString(true));
      return Promise.resolve(true);
    });
    stage.person.lastNotification.press('How to Fix');
    await eventually(() => {
      assert.equal(opened.length, 1);
    });
    const link = 'https://code.visualstudio.com/docs/configure/settings-sync#_troubleshooting-keychain-issues';
    assert.deepEqual(opened, [link]);
    assert.ok(JSON.stringify(extension().packageJSON).includes(`[how to fix it](${link})`));
  });

  it('signs out a key that it never took', async () => {
    secrets.failing.add('store').add('delete');
    await signIn();
    await window.run('signOut');
    assert.deepEqual([window.accounts.state.kind, window.accounts.sessions], ['ready', []]);
    assert.match(
      stage.person.lastError.message,
      /^You are signed out, but only in this window: the API key could not be removed\. VS Code’s secret storage/,
    );
    assert.deepEqual(stage.person.lastError.buttons, ['Retry', 'How to Fix', 'Show Log']);
  });

  it('signs out in this window where it does not let go of the key, and for good on Retry', async () => {
    await signIn();
    secrets.failing.add('delete');
    await window.run('signOut');
    assert.equal(window.organization, undefined);
    assert.equal(other.organization, 'Acme');
    secrets.failing.clear();
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(stage.person.statusBar.at(-1), 'Signed out of Acme.');
      assert.equal(other.organization, undefined);
    });
    assert.deepEqual(secrets.keys, []);
  });

  for (const [key, organization, said] of [
    [SAMPLE_API_KEY, 'Acme', 'You have signed in again meanwhile.'],
    [SECOND_API_KEY, SECOND_ORGANIZATION, 'Signed out of Acme.'],
  ] as const) {
    it(`does not sign out of ${organization} on an old Retry of Acme’s after signing in to it`, async () => {
      await signIn();
      secrets.failing.add('delete');
      await window.run('signOut');
      const old = stage.person.lastError;
      secrets.failing.clear();
      await signIn(key);
      old.press('Retry');
      await eventually(() => {
        assert.equal(stage.person.statusBar.at(-1), said);
      });
      assert.equal(window.organization, organization);
    });
  }

  it('is said by the view when the key cannot be read, and finds it again', async () => {
    await signIn();
    const later = new TestWindow(secrets);
    secrets.failing.add('get');
    await later.accounts.restore();
    assert.equal(later.accounts.state.kind, 'secretsFailed');
    later.isViewVisible = true;
    await later.run('refresh');
    assert.equal(later.accounts.state.kind, 'secretsFailed');
    assert.deepEqual(said(), []);
    secrets.failing.clear();
    await later.run('refresh');
    assert.equal(later.organization, 'Acme');
    later.dispose();
  });

  it('is said by a command when the key cannot be read, instead of asking for another one', async () => {
    await signIn();
    const later = new TestWindow(secrets);
    secrets.failing.add('get');
    await later.run('deleteLabel');
    assert.equal(stage.person.lastError.message, REASON);
    assert.deepEqual(stage.person.lastError.buttons, ['Retry', 'How to Fix', 'Show Log']);
    assert.equal(stage.person.boxes.length, 1);
    later.dispose();
  });

  it('can be signed in to for this window while nothing works', async () => {
    secrets.failing.add('get').add('store');
    await window.accounts.restore();
    assert.equal(window.accounts.state.kind, 'secretsFailed');
    await signIn();
    assert.equal(window.organization, 'Acme');
  });
});
