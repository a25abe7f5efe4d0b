import * as assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import { type Label, type Organization, SAMPLE_ORGANIZATION } from '../kirim';
import { eventually } from './eventually';
import { findStorage, otherWindowDid } from './otherWindow';
import { Stage } from './setUp';

describe('A run that broke off', () => {
  let stage: Stage;
  let acme: Organization;
  let labels: Label[];

  beforeEach(async () => {
    stage = await Stage.open();
    acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
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

  const MESSAGE = 'VS Code was closed while it deleted 5 labels. 2 were deleted, 3 were not.';

  it('is said once, at the next start, when the list is there', async () => {
    await otherWindowBrokeOff();
    await stage.signIn();
    assert.equal(stage.person.notices.length, 0);
    await stage.view.rows();
    await eventually(() => {
      assert.equal(stage.person.lastNotice.message, MESSAGE);
    });
    assert.deepEqual(stage.person.lastNotice.buttons, ['Show Details']);
    await vscode.commands.executeCommand('kirimLabels.signOut');
    await stage.signIn();
    await stage.view.rows();
    await delay(500);
    assert.equal(stage.person.notices.length, 1);
  });

  it('shows each label in the report', async () => {
    await otherWindowBrokeOff();
    await stage.signIn();
    await stage.view.rows();
    await eventually(() => {
      stage.person.lastNotice.press('Show Details');
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
      assert.equal(stage.person.lastNotice.message, MESSAGE);
    });
    await delay(3_000);
    assert.equal(stage.person.notices.length, 1);
  });

  it('is not said while the list has failed, but with the next one', async () => {
    await stage.signIn();
    await stage.view.rows();
    await delay(500);
    stage.kirim.faults.add({ match: { path: '/labels' }, times: 99, fault: { kind: 'status', status: 403 } });
    await otherWindowBrokeOff();
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await delay(4_000);
    assert.equal(stage.person.notices.length, 0);
    stage.kirim.faults.clear();
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await eventually(() => {
      assert.equal(stage.person.lastNotice.message, MESSAGE);
    });
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
      const message = 'VS Code was closed while it retired 2 labels. 1 was retired, 1 may have been.';
      assert.equal(stage.person.lastNotice.message, message);
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
      assert.equal(stage.person.lastNotice.message, message);
    });
  });

  it('is nothing to speak of when it came to its end', async () => {
    const [first] = labels;
    assert.ok(first);
    await otherWindowDid(acme, { sent: [[first, 'done']], isFinished: true });
    await stage.signIn();
    await stage.view.rows();
    await delay(500);
    assert.equal(stage.person.notices.length, 0);
  });
});
