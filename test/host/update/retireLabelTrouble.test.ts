import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { names } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { acme, callOn, onServer, RESTORE, RETIRE, retiredNames, updates } from './retireSteps';
import { Stage } from '../support/setUp';

describe('Retire Label in trouble', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
  });

  afterEach(async () => {
    await stage.close();
  });

  const question = () => stage.person.questions.at(-1);

  it('says that a name would be too long before anything is sent, and shortens it', async () => {
    const long = 'Pelanggan Lama yang Belum Membayar Tagihan';
    const { id } = acme(stage).addLabel({ name: long, color: 'red' });
    await stage.view.rows();
    stage.kirim.requests.clear();
    await callOn(stage, RETIRE, [long], null);
    assert.equal(stage.kirim.requests.all.length, 0);
    assert.deepEqual(question()?.buttons, ['Shorten Name and Retire']);
    const shortened = '[retired] Pelanggan Lama yang Belum Membayar Tagi…';
    assert.match(
      question()?.detail ?? '',
      /1 name would have more than 50 characters, which KirimChat does not allow:/,
    );
    assert.ok(question()?.detail?.includes(`“[retired] ${long}” → “${shortened}”`));

    await callOn(stage, RETIRE, [long], 'Shorten Name and Retire');
    assert.equal(onServer(stage, shortened).id, id);
    await callOn(stage, RESTORE, [shortened], null);
    assert.equal(onServer(stage, long).color, 'red');
  });

  it('says that a name is taken, and adds a number', async () => {
    acme(stage).addLabel({ name: '[retired] VIP' });
    await callOn(stage, RETIRE, ['VIP'], 'Add Number and Retire');
    assert.match(
      question()?.detail ?? '',
      /1 name is taken by another label:\n“\[retired\] VIP” → “\[retired\] VIP \(2\)”/,
    );
    assert.deepEqual(await retiredNames(stage), ['[retired] VIP', '[retired] VIP (2)']);
  });

  it('leaves those with a problem out, where the person wants that', async () => {
    const long = 'x'.repeat(45);
    acme(stage).addLabel({ name: long });
    acme(stage).addLabel({ name: '[retired] COD' });
    await callOn(stage, RETIRE, ['VIP', 'COD', long], 'Leave Those Out');
    assert.deepEqual(question()?.buttons, ['Change Names and Retire', 'Leave Those Out']);
    assert.deepEqual(await retiredNames(stage), ['[retired] COD', '[retired] VIP']);
    assert.ok((await names(stage)).includes(long));
    assert.equal(stage.person.questions.length, 1);
  });

  it('asks before it restores under another name, since the old one was given away', async () => {
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    acme(stage).addLabel({ name: 'VIP' });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await callOn(stage, RESTORE, ['[retired] VIP'], 'Add Number and Restore');
    assert.equal(question()?.message, 'Restore label “[retired] VIP” in Acme?');
    assert.equal(onServer(stage, 'VIP (2)').color, 'amber');
    assert.equal(stage.person.lastNotification.message, 'Restored “VIP (2)”.');
  });

  it('finds out right before it restores that the old name was given away', async () => {
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    acme(stage).addLabel({ name: 'VIP' });
    await callOn(stage, RESTORE, ['[retired] VIP'], null);
    assert.match(question()?.detail ?? '', /1 name is taken by another label/);
    assert.deepEqual(await retiredNames(stage), ['[retired] VIP']);
  });

  it('asks again when the label was renamed meanwhile, and sends nothing before', async () => {
    await stage.view.rows();
    acme(stage).renameLabel(onServer(stage, 'VIP').id, 'Gold');
    stage.person.answers.push('Retire Label', undefined);
    await vscode.commands.executeCommand(RETIRE, (await stage.view.row('VIP')).node);
    assert.equal(stage.person.questions.length, 2);
    assert.equal(question()?.message, 'Retire label “Gold” in Acme?');
    assert.match(
      question()?.detail ?? '',
      /^Something has changed since you were asked\. “VIP” is now called “Gold”\./,
    );
    assert.equal(updates(stage), 0);
    assert.equal((await stage.view.row('Gold')).item.contextValue, 'label');
  });

  it('says so when there is nothing left to do', async () => {
    await stage.view.rows();
    acme(stage).removeLabel(onServer(stage, 'VIP').id);
    acme(stage).renameLabel(onServer(stage, 'COD').id, '[retired] COD');
    const rows = await Promise.all(['VIP', 'COD'].map((name) => stage.view.row(name)));
    for (const { node } of rows) {
      stage.person.answers.push('Retire Label');
      await vscode.commands.executeCommand(RETIRE, node);
    }
    assert.deepEqual(stage.person.statusBar.slice(-2), [
      'Label “VIP” was already deleted.',
      'Nothing is left to retire: it was done elsewhere meanwhile.',
    ]);
    assert.equal(updates(stage), 0);
  });

  it('does not let one failure hide the others, and retries what failed without asking again', async () => {
    await stage.view.rows();
    stage.kirim.faults.add({ match: { method: 'PATCH' }, fault: { kind: 'status', status: 500 } });
    await callOn(stage, RETIRE, ['COD', 'Flash Sale', 'Reseller'], 'Retire 3 Labels');
    assert.equal((await retiredNames(stage)).length, 2);
    assert.equal(
      stage.person.lastNotification.message,
      'Retired 2 of 3 labels. Failed: 1. Something failed on KirimChat’s side.',
    );
    assert.deepEqual(stage.person.lastNotification.buttons, ['Retry Failed', 'Restore', 'Show Details']);
    stage.person.lastNotification.press('Retry Failed');
    await eventually(async () => {
      assert.equal((await retiredNames(stage)).length, 3);
    });
    assert.equal(stage.person.questions.length, 1);
    assert.equal(stage.person.errors.length, 0);
  });

  it('keeps the row after a failure, says why, and retires on Retry without asking again', async () => {
    await stage.view.rows();
    stage.kirim.faults.add({ match: { method: 'PATCH' }, fault: { kind: 'status', status: 403 } });
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    assert.match(stage.person.lastError.message, /^Label “VIP” was not retired\. KirimChat does not allow it/);
    assert.equal((await stage.view.row('VIP')).item.contextValue, 'label');
    stage.person.lastError.press('Retry');
    await eventually(async () => {
      assert.deepEqual(await retiredNames(stage), ['[retired] VIP']);
    });
    assert.equal(stage.person.questions.length, 1);
  });

  it('looks into the list after an answer that may hide a success', async () => {
    await stage.view.rows();
    const fault = { kind: 'status', status: 500, applied: true } as const;
    stage.kirim.faults.add({ match: { method: 'PATCH' }, fault });
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    assert.equal(stage.person.lastNotification.message, 'Retired “VIP”. Its contacts and conversations keep it.');
    assert.equal(stage.person.errors.length, 0);
  });

  it('does not claim to know where the list cannot be asked either', async () => {
    await stage.view.rows();
    stage.kirim.faults.add({ match: { method: 'PATCH' }, fault: { kind: 'status', status: 500, applied: true } });
    stage.kirim.faults.add({ match: { path: '/labels' }, skip: 1, fault: { kind: 'status', status: 500 } });
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    assert.match(stage.person.lastError.message, /^It is not certain that label “VIP” was retired\. /);
  });

  it('stops a run when the key is rejected, and says so once', async () => {
    await stage.view.rows();
    stage.kirim.faults.add({ match: { method: 'PATCH' }, times: Infinity, fault: { kind: 'status', status: 401 } });
    await callOn(stage, RETIRE, ['COD', 'VIP'], 'Retire 2 Labels');
    assert.equal(updates(stage), 1);
    const { message, buttons } = stage.person.lastNotification;
    assert.equal(message, 'Retired 0 of 2 labels. Failed: 1. Not started: 1. KirimChat rejected the API key.');
    assert.deepEqual(buttons, ['Sign In Again', 'Show Details']);
    assert.equal(stage.person.errors.length, 0);
  });
});
