import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { names, pickerThatPicks } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { acme, callOn, onServer, RESTORE, RETIRE, retiredNames, updates } from './retireSteps';
import { Stage } from '../support/setUp';

describe('Retire Label', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
  });

  afterEach(async () => {
    await stage.close();
  });

  it('asks once what will happen, renames, and the label keeps its id and what it is attached to', async () => {
    const before = onServer(stage, 'VIP');
    const attached = acme(stage).attachments(before.id);
    assert.ok(attached.contacts.length > 0);
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');

    const [question, ...more] = stage.person.questions;
    assert.equal(more.length, 0);
    assert.equal(question?.message, 'Retire label “VIP” in Acme?');
    assert.match(
      question.detail ?? '',
      /^It is renamed to “\[retired\] VIP” and turns gray\. It keeps its ID and stays/,
    );
    assert.match(question.detail ?? '', /Your colleagues see the new name\. You can restore it\./);
    assert.deepEqual(question.buttons, ['Retire Label']);

    const { id, color } = onServer(stage, '[retired] VIP');
    assert.equal(id, before.id);
    assert.equal(color, 'gray');
    assert.deepEqual(acme(stage).attachments(id), attached);
    assert.equal(updates(stage), 1);
    assert.deepEqual(await retiredNames(stage), ['[retired] VIP']);
    assert.equal(stage.person.lastNotification.message, 'Retired “VIP”. Its contacts and conversations keep it.');
    assert.deepEqual(stage.person.lastNotification.buttons, ['Restore']);
  });

  it('sends nothing after Escape', async () => {
    await stage.view.rows();
    stage.kirim.requests.clear();
    await callOn(stage, RETIRE, ['VIP'], null);
    assert.equal(stage.kirim.requests.all.length, 0);
    assert.deepEqual(await retiredNames(stage), []);
  });

  it('gives name and color back, from the notification, without another question', async () => {
    const before = onServer(stage, 'VIP');
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    stage.person.lastNotification.press('Restore');
    await eventually(() => {
      assert.equal(stage.person.lastNotification.message, 'Restored “VIP”.');
    });
    const { id, color } = onServer(stage, 'VIP');
    assert.deepEqual([id, color], [before.id, before.color]);
    assert.equal(stage.person.questions.length, 1);
    assert.deepEqual(await retiredNames(stage), []);
  });

  it('gives name and color back on another day: the journal has them', async () => {
    const { color } = onServer(stage, 'VIP');
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    await vscode.commands.executeCommand('kirimLabels.signOut');
    await stage.signIn();
    await callOn(stage, RESTORE, ['[retired] VIP'], null);
    assert.equal(onServer(stage, 'VIP').color, color);
  });

  it('retires several at once: one question with their names, one notification, and all of them can be restored', async () => {
    const chosen = ['COD', 'Flash Sale', 'Reseller'];
    await callOn(stage, RETIRE, chosen, 'Retire 3 Labels');
    const [question] = stage.person.questions;
    assert.equal(question?.message, 'Retire 3 labels in Acme?');
    assert.match(
      question.detail ?? '',
      /^“COD”\n“Flash Sale”\n“Reseller”\n\nThey are renamed, with “\[retired\] ” in front/,
    );
    assert.deepEqual(
      await retiredNames(stage),
      chosen.map((name) => `[retired] ${name}`),
    );
    assert.equal(stage.person.notifications.length, 1);
    assert.equal(
      stage.person.lastNotification.message,
      'Retired 3 labels. Their contacts and conversations keep them.',
    );
    assert.deepEqual(stage.person.lastNotification.buttons, ['Restore', 'Show Details']);
    stage.person.lastNotification.press('Restore');
    await eventually(() => {
      assert.equal(stage.person.lastNotification.message, 'Restored 3 labels.');
    });
    assert.deepEqual(await retiredNames(stage), []);
    assert.equal(onServer(stage, 'Flash Sale').color, 'red');
    assert.equal(stage.person.questions.length, 1);
  });

  it('tells each label’s new name in the details', async () => {
    await callOn(stage, RETIRE, ['COD', 'Reseller'], 'Retire 2 Labels');
    stage.person.lastNotification.press('Show Details');
    await eventually(() => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /Organization: Acme/);
      assert.match(text, /“COD” → “\[retired\] COD” {2}lbl_\w{26} {2}Request ID: req_/);
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows “Retiring…” on the row meanwhile, and nothing else can be done to the label', async () => {
    await stage.view.rows();
    const gate = stage.kirim.faults.hold({ method: 'PATCH' });
    const retired = callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    await gate.reached(1);
    const row = await stage.view.row('VIP');
    assert.equal(row.item.description, 'Retiring…');
    assert.equal(row.item.contextValue, 'label.retiring');
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    assert.equal(stage.person.questions.length, 1);
    gate.open();
    await retired;
    assert.equal(updates(stage), 1);
  });

  it('asks with a list of the labels that are in use, and the other way round', async () => {
    acme(stage).renameLabel(onServer(stage, 'COD').id, '[retired] COD');
    await stage.view.rows();
    const used = pickerThatPicks(stage, undefined);
    await vscode.commands.executeCommand(RETIRE);
    assert.ok(used.offered.includes('VIP') && !used.offered.includes('[retired] COD'));
    const retired = pickerThatPicks(stage, undefined);
    await vscode.commands.executeCommand(RESTORE);
    assert.deepEqual(retired.offered, ['[retired] COD']);
  });

  it('leaves the retired labels of a selection as they are', async () => {
    acme(stage).renameLabel(onServer(stage, 'COD').id, '[retired] COD');
    await callOn(stage, RETIRE, ['VIP', '[retired] COD'], 'Retire Label');
    assert.equal(stage.person.questions[0]?.message, 'Retire label “VIP” in Acme?');
    assert.deepEqual(await retiredNames(stage), ['[retired] COD', '[retired] VIP']);
  });

  it('lets a retired label be deleted for good', async () => {
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    await callOn(stage, 'kirimLabels.deleteLabel', ['[retired] VIP'], 'Delete Label');
    assert.equal(stage.person.questions.at(-1)?.message, 'Delete label “[retired] VIP” from Acme?');
    assert.ok(!(await names(stage)).includes('[retired] VIP'));
    assert.equal(stage.kirim.requests.count({ method: 'DELETE' }), 1);
  });
});
