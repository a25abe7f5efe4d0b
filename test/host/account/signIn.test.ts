import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  EMPTY_API_KEY,
  EXPIRED_API_KEY,
  listen,
  Kirim,
  REVOKED_API_KEY,
  SAMPLE_API_KEY,
  SAMPLE_ORGANIZATION,
} from '../../kirim';
import { eventually } from '../support/eventually';
import { setApiBaseUrl, Stage } from '../support/setUp';

describe('Sign In', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
  });

  afterEach(async () => {
    await stage.close();
  });

  const state = () => stage.view.contexts.get('kirimLabels.state');

  async function signInWith(...keys: string[]): Promise<void> {
    stage.person.keys.push(...keys);
    await vscode.commands.executeCommand('kirimLabels.signIn');
  }

  it('asks in a password box that stays, and says where the key comes from', async () => {
    await signInWith();
    const [box] = stage.person.boxes;
    assert.ok(box?.password);
    assert.ok(box.ignoreFocusOut);
    assert.match(box.prompt, /Developers → API Keys/);
    assert.equal(box.title, `Sign In to KirimChat at 127.0.0.1:${stage.server.port}`);
  });

  it('checks the key before it keeps it, and shows the organization', async () => {
    await signInWith(`  ${SAMPLE_API_KEY}\n`);
    assert.equal(stage.kirim.requests.count({ method: 'GET', path: '/me', status: 200 }), 1);
    assert.equal(stage.view.view.description, SAMPLE_ORGANIZATION);
    assert.deepEqual(stage.person.statusBar, ['Signed in to Acme.']);
  });

  it('takes a key with what was copied along with it, and says what is wrong with one that is not whole', async () => {
    const half = SAMPLE_API_KEY.slice(0, 20);
    await signInWith(
      half,
      `${SAMPLE_API_KEY}${REVOKED_API_KEY}`,
      `export KEY="Bearer ${half}\n  ${SAMPLE_API_KEY.slice(20)}";`,
    );
    assert.deepEqual(stage.person.refusals, [
      'This API key is not whole: it has 13 characters too few after kdv_live_.',
      'These are several different API keys. Paste only the one of your organization.',
    ]);
    assert.equal(stage.view.view.description, SAMPLE_ORGANIZATION);
    assert.equal(stage.kirim.requests.count({ path: '/me' }), 1);
  });

  it('says in the box what is wrong with a key, and takes the next one', async () => {
    stage.kirim.organization('Warung Baru').suspended = true;
    await signInWith('kc_live_abcdefgh', 'hunter2', REVOKED_API_KEY, EXPIRED_API_KEY, EMPTY_API_KEY, SAMPLE_API_KEY);
    assert.equal(stage.person.refusals.length, 5);
    const [older, malformed, revoked, expired, suspended] = stage.person.refusals;
    assert.match(older ?? '', /older API/);
    assert.match(malformed ?? '', /starts with kdv_live_/);
    assert.match(revoked ?? '', /rejected this API key/);
    assert.match(expired ?? '', /has expired/);
    assert.match(suspended ?? '', /suspended/);
    assert.equal(stage.view.view.description, SAMPLE_ORGANIZATION);
    // The first two were never sent.
    assert.equal(stage.kirim.requests.count({ path: '/me' }), 4);
  });

  it('keeps nothing when the key could not be checked, and checks the same key again on Retry', async () => {
    stage.kirim.faults.add({ match: { path: '/me' }, fault: { kind: 'status', status: 500 } });
    await signInWith(SAMPLE_API_KEY);
    assert.match(
      stage.person.lastError.message,
      /^You are not signed in yet: the API key could not be checked\. Something failed on KirimChat’s side\. Request ID/,
    );
    assert.equal(state(), 'signedOut');
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(stage.view.view.description, SAMPLE_ORGANIZATION);
    });
  });

  it('does not send a key to another origin on Retry, after the setting was changed', async () => {
    stage.kirim.faults.add({ match: { path: '/me' }, fault: { kind: 'status', status: 500 } });
    await signInWith(SAMPLE_API_KEY);
    const other = new Kirim();
    const otherServer = await listen(other);
    try {
      await setApiBaseUrl(otherServer.baseUrl);
      const boxes = stage.person.boxes.length;
      stage.person.lastError.press('Retry');
      await eventually(() => {
        assert.equal(stage.person.boxes.length, boxes + 1);
      });
      assert.equal(other.requests.all.length, 0);
    } finally {
      await setApiBaseUrl(stage.server.baseUrl);
      await otherServer.close();
    }
  });

  it('keeps the key where /me does not say whose it is', async () => {
    stage.kirim.faults.add({ match: { path: '/me' }, fault: { kind: 'status', status: 404 } });
    await signInWith(SAMPLE_API_KEY);
    assert.equal(stage.view.view.description, '');
    assert.ok((await stage.view.labelRows()).length > 30);
    stage.person.answers.push(undefined);
    await vscode.commands.executeCommand('kirimLabels.deleteLabel', (await stage.view.row('VIP')).node);
    assert.equal(stage.person.questions[0]?.message, 'Delete label “VIP” from your organization?');
  });

  const strangers = [
    ['KirimChat’s own 404', { kind: 'status', status: 404 }],
    ['a 404 of something else', { kind: 'status', status: 404, body: '<h1>404 page not found</h1>' }],
    ['a gateway’s 401', { kind: 'status', status: 401, body: '<h1>Unauthorized</h1>' }],
    ['a gateway’s 403', { kind: 'status', status: 403, body: { message: 'Forbidden' } }],
    ['a captive portal', { kind: 'html' }],
  ] as const;
  for (const [name, fault] of strangers) {
    it(`says that the address may be wrong, and keeps nothing, where it gets nothing but ${name}`, async () => {
      stage.kirim.faults.add({ fault, times: Infinity });
      await signInWith(SAMPLE_API_KEY);
      const { message, buttons } = stage.person.lastError;
      assert.match(
        message,
        /^You are not signed in yet: the API key could not be checked\. The address in the setting/,
      );
      assert.deepEqual(buttons.slice(0, 2), ['Retry', 'Open Setting']);
      assert.deepEqual(stage.person.refusals, []);
      assert.deepEqual(stage.person.statusBar, []);
      assert.equal(state(), 'signedOut');
    });
  }

  it('opens the setting where the address has no /v1, and signs in with the same key when that is mended', async () => {
    await setApiBaseUrl(stage.server.baseUrl.replace('/v1', ''));
    await signInWith(SAMPLE_API_KEY);
    assert.equal(state(), 'signedOut');
    const opened: unknown[] = [];
    const execute = vscode.commands.executeCommand;
    stage.stubs.replace(vscode.commands, 'executeCommand', (command: string, ...rest: unknown[]) =>
      command === 'workbench.action.openSettings' ? opened.push(rest) : execute(command, ...rest),
    );
    stage.person.lastError.press('Open Setting');
    await eventually(() => {
      assert.deepEqual(opened, [['kirimLabels.apiBaseUrl']]);
    });
    await signInWith(SAMPLE_API_KEY);
    await setApiBaseUrl(stage.server.baseUrl);
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(stage.view.view.description, SAMPLE_ORGANIZATION);
    });
  });

  it('keeps the key where something unreadable comes for /me, and the labels are there', async () => {
    stage.kirim.faults.add({ match: { path: '/me' }, fault: { kind: 'html' } });
    await signInWith(SAMPLE_API_KEY);
    assert.deepEqual(stage.person.statusBar, ['Signed in to KirimChat.']);
    assert.ok((await stage.view.labelRows()).length > 30);
  });

  it('signs out: the key is forgotten and the view says so', async () => {
    await signInWith(SAMPLE_API_KEY);
    await stage.view.rows();
    await vscode.commands.executeCommand('kirimLabels.signOut');
    assert.equal(state(), 'signedOut');
    assert.deepEqual(await stage.view.rows(), []);
    stage.kirim.requests.clear();
    await vscode.commands.executeCommand('kirimLabels.refresh');
    assert.equal(stage.kirim.requests.all.length, 0);
  });

  it('never sends a key to another origin, and finds it again when the setting comes back', async () => {
    await signInWith(SAMPLE_API_KEY);
    const other = new Kirim();
    const otherServer = await listen(other);
    try {
      await setApiBaseUrl(otherServer.baseUrl);
      await eventually(() => {
        assert.equal(state(), 'signedOut');
      });
      await stage.view.rows();
      await vscode.commands.executeCommand('kirimLabels.refresh');
      assert.equal(other.requests.all.length, 0);
      await setApiBaseUrl(stage.server.baseUrl);
      await eventually(() => {
        assert.equal(stage.view.view.description, SAMPLE_ORGANIZATION);
      });
    } finally {
      await setApiBaseUrl(stage.server.baseUrl);
      await otherServer.close();
    }
  });

  for (const address of [
    'http://example.com/v1',
    'ftp://127.0.0.1/v1',
    'nonsense',
    'https://me:secret@example.com/v1',
  ]) {
    it(`refuses ${address} with a clear message`, async () => {
      await setApiBaseUrl(address);
      await eventually(() => {
        assert.equal(state(), 'invalidBaseUrl');
      });
      await signInWith(SAMPLE_API_KEY);
      assert.match(stage.person.lastError.message, /The setting “kirimLabels.apiBaseUrl”/);
      assert.ok(!stage.person.lastError.message.includes('secret'));
      assert.equal(stage.person.boxes.length, 0);
      await setApiBaseUrl(stage.server.baseUrl);
    });
  }
});
