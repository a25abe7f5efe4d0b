import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../../kirim';
import { askedToDelete, DELETE, deletes, lists, names, pickerThatPicks } from './deleteSteps';
import { eventually } from '../support/eventually';
import { Stage } from '../support/setUp';

describe('Delete Label in trouble', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
  });

  afterEach(async () => {
    await stage.close();
  });

  it('stays in doubt while the list cannot be had, and knows once it can', async () => {
    await stage.view.rows();
    const fault = { kind: 'status', status: 500 } as const;
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault });
    // All but the list that is asked for right before the deletion.
    const outage = stage.kirim.faults.add({ match: { path: '/labels' }, skip: 1, times: Infinity, fault });
    await askedToDelete(stage, 'VIP');
    const doubt = /^It is not certain that label “VIP” was deleted\. Something failed on KirimChat’s side/;
    assert.match(stage.person.lastError.message, doubt);
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(stage.person.errors.length, 2);
    });
    assert.match(stage.person.lastError.message, doubt);
    outage.remove();
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(stage.person.errors.length, 3);
    });
    assert.match(stage.person.lastError.message, /^Label “VIP” was not deleted\. KirimChat does not allow it/);
  });

  it('asks again before a retry when the label was renamed meanwhile', async () => {
    await stage.view.rows();
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    await askedToDelete(stage, 'VIP');
    const acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    acme.renameLabel(acme.labels().find(({ name }) => name === 'VIP')?.id ?? '', 'Pelanggan utama');
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(stage.person.questions.length, 2);
    });
    assert.match(stage.person.questions[1]?.detail ?? '', /“VIP” is now called “Pelanggan utama”\./);
    assert.equal(deletes(stage), 1);
  });

  it('lists the labels again after a failed load, when it has to ask which one', async () => {
    stage.kirim.faults.add({ match: { path: '/labels' }, fault: { kind: 'status', status: 500 } });
    await stage.view.rows();
    const picker = pickerThatPicks(stage, 'VIP');
    stage.person.answers.push('Delete Label');
    await vscode.commands.executeCommand(DELETE);
    assert.ok(picker.offered.length > 30);
    assert.equal(deletes(stage), 1);
  });

  it('does not let a list bring a row back that was asked for before the deletion', async () => {
    await stage.view.rows();
    const gate = stage.kirim.faults.hold({ path: '/labels' }, { applied: true });
    const refreshed = vscode.commands.executeCommand('kirimLabels.refresh');
    await gate.reached(1);
    await askedToDelete(stage, 'VIP');
    assert.equal(deletes(stage), 1);
    gate.open();
    await refreshed;
    await eventually(async () => {
      assert.equal(lists(stage), 3);
      assert.ok(!(await names(stage)).includes('VIP'));
    });
  });

  it('goes on after a sign-in that had to be tried again', async () => {
    await vscode.commands.executeCommand('kirimLabels.signOut');
    stage.kirim.faults.add({ match: { path: '/me' }, times: 2, fault: { kind: 'status', status: 500 } });
    stage.person.keys.push(SAMPLE_API_KEY);
    await vscode.commands.executeCommand(DELETE);
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(stage.person.errors.length, 2);
    });
    const picker = pickerThatPicks(stage, 'VIP');
    stage.person.answers.push('Delete Label');
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(deletes(stage), 1);
    });
    assert.ok(picker.offered.length > 30);
  });

  it('says that a label was already deleted, and takes its row out', async () => {
    await stage.view.rows();
    const acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    acme.removeLabel(acme.labels().find(({ name }) => name === 'VIP')?.id ?? '');
    await askedToDelete(stage, 'VIP');
    assert.deepEqual(stage.person.statusBar.slice(-1), ['Label “VIP” was already deleted.']);
    assert.ok(!(await names(stage)).includes('VIP'));
    assert.equal(stage.person.errors.length, 0);
  });

  it('keeps the row after a failure, says why with the request id, and deletes on Retry without asking again', async () => {
    await stage.view.rows();
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    await askedToDelete(stage, 'VIP');
    assert.ok((await names(stage)).includes('VIP'));
    const { message, buttons } = stage.person.lastError;
    assert.match(
      message,
      /^Label “VIP” was not deleted\. KirimChat does not allow it for this organization: .*\. Request ID: req_\w+$/,
    );
    assert.deepEqual(buttons, ['Retry', 'Copy Request ID', 'Show Log']);
    stage.person.lastError.press('Retry');
    await eventually(async () => {
      assert.ok(!(await names(stage)).includes('VIP'));
    });
    assert.equal(stage.person.questions.length, 1);
  });

  it('copies the request id from the notification', async () => {
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 500 } });
    await askedToDelete(stage, 'VIP');
    const id = /Request ID: (\S+)/.exec(stage.person.lastError.message)?.[1];
    stage.person.lastError.press('Copy Request ID');
    await eventually(async () => {
      assert.equal(await vscode.env.clipboard.readText(), id);
    });
  });

  it('lets the list tell the truth after an answer that may hide a deletion', async () => {
    await stage.view.rows();
    stage.kirim.faults.add({
      match: { method: 'DELETE' },
      fault: { kind: 'status', status: 500, applied: true },
    });
    await askedToDelete(stage, 'VIP');
    assert.equal(stage.person.errors.length, 0);
    assert.equal(stage.person.lastNotification.message, 'Deleted label “VIP”.');
    assert.ok(!(await names(stage)).includes('VIP'));
  });

  it('offers to sign in again when the key is rejected, keeps the rows and opens nothing by itself', async () => {
    await stage.view.rows();
    stage.kirim.organization(SAMPLE_ORGANIZATION).revokeKey(SAMPLE_API_KEY);
    const boxes = stage.person.boxes.length;
    await askedToDelete(stage, 'VIP');
    assert.match(
      stage.person.lastError.message,
      /^Label “VIP” was not deleted\. KirimChat rejected the API key\. Request ID/,
    );
    assert.deepEqual(stage.person.lastError.buttons, ['Sign In Again', 'Copy Request ID', 'Show Log']);
    await eventually(() => {
      assert.equal(stage.view.contexts.get('kirimLabels.state'), 'rejected');
    });
    assert.equal(stage.view.view.message, 'KirimChat rejected the API key. Sign in again to go on.');
    assert.ok((await names(stage)).includes('VIP'));
    assert.equal(stage.person.boxes.length, boxes);
  });

  it('deletes nothing that cannot be written down first, and says so', async () => {
    await stage.view.rows();
    const writeFile = () => Promise.reject(new Error('ENOSPC: no space left'));
    stage.stubs.replace(vscode.workspace, 'fs', { ...vscode.workspace.fs, writeFile });
    await askedToDelete(stage, 'VIP');
    assert.equal(deletes(stage), 0);
    assert.equal(
      stage.person.lastError.message,
      'Label “VIP” was not deleted. VS Code could not read or write the journal of deleted labels, and nothing is sent without it. Is the disk full?',
    );
    assert.equal((await stage.view.row('VIP')).item.contextValue, 'label');
    stage.stubs.restoreLast();
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(deletes(stage), 1);
    });
  });

  it('can be cancelled while it waits for the rate limit: nothing is deleted', async () => {
    await stage.view.rows();
    let cancel: (() => void) | undefined;
    stage.stubs.replace(
      vscode.window,
      'withProgress',
      async (
        options: vscode.ProgressOptions,
        task: (progress: vscode.Progress<{ message?: string }>, token: vscode.CancellationToken) => Thenable<void>,
      ) => {
        const source = new vscode.CancellationTokenSource();
        if (options.cancellable) {
          cancel = () => {
            source.cancel();
          };
        }
        await task({ report: () => undefined }, source.token);
      },
    );
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'rate_limited', retryAfter: '60' } });
    const deletion = askedToDelete(stage, 'VIP');
    await eventually(() => {
      assert.ok(cancel);
    });
    cancel?.();
    await deletion;
    assert.equal(deletes(stage), 1);
    assert.ok((await names(stage)).includes('VIP'));
    assert.deepEqual(stage.person.statusBar.slice(-1), ['Cancelled. Label “VIP” was not deleted.']);
    assert.equal(stage.person.errors.length, 0);
  });
});
