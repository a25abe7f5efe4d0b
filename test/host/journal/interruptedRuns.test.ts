import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Label, type Organization, SAMPLE_ORGANIZATION } from '../../kirim';
import { eventually } from '../support/eventually';
import { findStorage, otherWindowDid } from '../support/otherWindow';
import { Stage } from '../support/setUp';

/** One step in which a window waits for signs of life of others; nothing else here repeats exactly so often. */
const STEP_MS = 1_000;

describe('A run that broke off', () => {
  let stage: Stage;
  let acme: Organization;
  let labels: Label[];

  beforeEach(async () => {
    stage = await Stage.open();
    acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    const { setInterval: repeat } = globalThis;
    const repeatFast = (act: () => void, ms = 0) => repeat(act, ms === STEP_MS ? 1 : ms);
    stage.stubs.replace(globalThis, 'setInterval', Object.assign(repeatFast, repeat));
    await findStorage(stage);
    labels = ['Uji 1', 'Uji 2', 'Uji 3', 'Uji 4', 'Uji 5'].map((name) => acme.addLabel({ name }));
  });

  afterEach(async () => {
    await stage.close();
  });

  const remove = (...gone: (Label | undefined)[]) => {
    for (const label of gone) {
      acme.removeLabel(label?.id ?? '');
    }
  };

  /** Five labels: one is deleted for certain, one is gone and one still there of which nobody knew, two were not sent. */
  async function otherWindowBrokeOff(): Promise<void> {
    const [first, second, third, ...unsent] = labels;
    assert.ok(first && second && third);
    remove(first, second);
    await otherWindowDid(acme, {
      sent: [
        [first, 'done'],
        [second, undefined],
        [third, 'inDoubt'],
      ],
      unsent,
    });
  }

  /** Whatever is there to be told is told with this one. */
  async function anotherOneIsTold(): Promise<void> {
    const label = acme.addLabel({ name: 'Uji 6' });
    await otherWindowDid(acme, { sent: [[label, undefined]] });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await eventually(() => {
      const messages = stage.person.notifications.map(({ message }) => message);
      assert.ok(messages.includes('VS Code was closed while it deleted label “Uji 6”. It was not deleted.'));
    });
  }

  const MESSAGE = 'VS Code was closed while it deleted 5 labels. Deleted: 2. Not deleted: 3.';

  it('is said once, at the next start, when the list is there', async () => {
    await otherWindowBrokeOff();
    await stage.signIn();
    assert.equal(stage.person.notifications.length, 0);
    await stage.view.rows();
    await eventually(() => {
      assert.equal(stage.person.lastNotification.message, MESSAGE);
    });
    assert.deepEqual(stage.person.lastNotification.buttons, ['Show Details']);
    await vscode.commands.executeCommand('kirimLabels.signOut');
    await stage.signIn();
    await stage.view.rows();
    await anotherOneIsTold();
    assert.equal(stage.person.notifications.length, 2);
  });

  it('shows each label in the report', async () => {
    await otherWindowBrokeOff();
    await stage.signIn();
    await stage.view.rows();
    await eventually(() => {
      stage.person.lastNotification.press('Show Details');
    });
    await eventually(() => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /^Organization: Acme\nAPI: .+\nStarted: .+\n\nVS Code was closed/);
      assert.match(text, /\n\nDeleted \(2\)\n {2}Uji 1 {2}lbl_\w+\n {2}Uji 2 {2}lbl_\w+\n/);
      assert.match(text, /\n\nNot deleted \(3\)\n {2}Uji 3 .+\n {2}Uji 4 .+\n {2}Uji 5 /);
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is said as well when it was another window’s, some time later', async () => {
    await stage.signIn();
    await stage.view.rows();
    await otherWindowBrokeOff();
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await eventually(() => {
      assert.equal(stage.person.lastNotification.message, MESSAGE);
    });
    await anotherOneIsTold();
    assert.equal(stage.person.notifications.length, 2);
  });

  it('is not said while the list has failed, but with the next one', async () => {
    await stage.signIn();
    await stage.view.rows();
    // The journal is followed as soon as one run was told.
    await anotherOneIsTold();
    stage.kirim.faults.add({ match: { path: '/labels' }, times: 99, fault: { kind: 'status', status: 403 } });
    await otherWindowBrokeOff();
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await eventually(() => {
      // The list that a person asked for, and the one that was asked for because of the run.
      assert.equal(stage.kirim.requests.count({ path: '/labels', status: 403 }), 2);
    });
    stage.kirim.faults.clear();
    await eventually(async () => {
      // A first one may share the load that is about to fail: KirimChat has counted it, and its answer is still on its way.
      await vscode.commands.executeCommand('kirimLabels.refresh');
      assert.equal(stage.person.lastNotification.message, MESSAGE);
    });
    // Told with a list that had failed it would have been other words, or the same ones twice.
    assert.equal(stage.person.notifications.length, 2);
  });

  it('is said of labels that were retired, in other words', async () => {
    const [first, second] = labels;
    assert.ok(first && second);
    acme.renameLabel(first.id, '[retired] Uji 1');
    remove(second);
    const sent = [first, second].map((label) => [label, undefined] as const);
    await otherWindowDid(acme, { act: 'retire', sent });
    await stage.signIn();
    await stage.view.rows();
    await eventually(() => {
      const message = 'VS Code was closed while it retired 2 labels. Retired: 1. May have been retired: 1.';
      assert.equal(stage.person.lastNotification.message, message);
    });
  });

  it('says of a single label whether it is gone', async () => {
    const [first] = labels;
    assert.ok(first);
    await otherWindowDid(acme, { sent: [[first, undefined]] });
    await stage.signIn();
    await stage.view.rows();
    await eventually(() => {
      const message = 'VS Code was closed while it deleted label “Uji 1”. It was not deleted.';
      assert.equal(stage.person.lastNotification.message, message);
    });
  });

  it('is nothing to speak of when it came to its end', async () => {
    const [first] = labels;
    assert.ok(first);
    await otherWindowDid(acme, { sent: [[first, 'done']], isFinished: true });
    await stage.signIn();
    await stage.view.rows();
    await anotherOneIsTold();
    assert.equal(stage.person.notifications.length, 1);
  });

  it('was not begun where nothing was sent, as in the time to undo', async () => {
    const [first] = labels;
    assert.ok(first);
    await otherWindowDid(acme, { sent: [], unsent: [first] });
    await stage.signIn();
    await stage.view.rows();
    await eventually(() => {
      const message = 'VS Code was closed before label “Uji 1” was deleted. It was not deleted.';
      assert.equal(stage.person.lastNotification.message, message);
    });
  });
});
