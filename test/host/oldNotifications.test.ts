import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SAMPLE_API_KEY, SECOND_API_KEY } from '../kirim';
import { askedToDelete, askedToDeleteMany, names } from './delete/deleteSteps';
import { eventually } from './support/eventually';
import { acme, callOn, RESTORE, RETIRE, retiredNames, updates } from './update/retireSteps';
import { Stage } from './support/setUp';

describe('A notification that has outlived its session', () => {
  let stage: Stage;
  const SIGNED_OUT = 'You are no longer signed in to Acme. Nothing was done.';

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
    await stage.view.rows();
  });

  afterEach(async () => {
    await stage.close();
  });

  /** Gives the organization another key, and signs in with it. */
  async function renew(): Promise<void> {
    const key = acme(stage).addKey({ label: 'Kunci Baru', secret: 'kdv_live_Acme-renewed-key-0000009' });
    acme(stage).revokeKey(SAMPLE_API_KEY);
    await stage.signIn(key);
  }

  async function saysSignedOut(): Promise<void> {
    await eventually(() => {
      assert.equal(stage.person.lastNotification.message, SIGNED_OUT);
    });
    assert.deepEqual(stage.person.lastNotification.buttons, []);
    assert.equal(stage.person.errors.length, 0);
  }

  it('creates again after the key was renewed', async () => {
    await askedToDeleteMany(stage, ['COD', 'VIP'], 'Delete 2 Labels');
    const told = stage.person.lastNotification;
    await renew();
    stage.person.answers.push('Create 2 Labels');
    told.press('Create Again');
    await eventually(async () => {
      assert.ok((await names(stage)).includes('VIP'));
    });
  });

  it('creates a single one again after the key was renewed', async () => {
    await askedToDelete(stage, 'VIP');
    const told = stage.person.lastNotification;
    await renew();
    stage.person.answers.push('Create Label');
    told.press('Create Again');
    await eventually(async () => {
      assert.ok((await names(stage)).includes('VIP'));
    });
  });

  it('restores after the key was renewed', async () => {
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    const told = stage.person.lastNotification;
    await renew();
    told.press('Restore');
    await eventually(async () => {
      assert.deepEqual(await retiredNames(stage), []);
    });
    assert.equal(stage.person.lastNotification.message, 'Restored “VIP”.');
  });

  it('asks nothing after a sign-out, and says why in one sentence', async () => {
    await askedToDeleteMany(stage, ['COD', 'VIP'], 'Delete 2 Labels');
    const questions = stage.person.questions.length;
    const told = stage.person.lastNotification;
    await vscode.commands.executeCommand('kirimLabels.signOut');
    told.press('Create Again');
    await saysSignedOut();
    assert.equal(stage.person.questions.length, questions);
  });

  it('does not go on in another organization', async () => {
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    const told = stage.person.lastNotification;
    await stage.signOut();
    await stage.signIn(SECOND_API_KEY);
    stage.kirim.requests.clear();
    told.press('Restore');
    await saysSignedOut();
    assert.equal(updates(stage), 0);
  });

  it('says when nothing is left to restore', async () => {
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    const told = stage.person.lastNotification;
    await callOn(stage, RESTORE, ['[retired] VIP'], null);
    told.press('Restore');
    await eventually(() => {
      assert.equal(stage.person.statusBar.at(-1), 'Nothing is left to restore: it was done elsewhere meanwhile.');
    });
  });
});
