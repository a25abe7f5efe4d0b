import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { names, pickerThatPicks } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { Stage } from '../support/setUp';
import { acme, onServer, updates } from './retireSteps';

const RENAME = 'kirimLabels.renameLabel';

describe('Rename Label', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
    await stage.view.rows();
  });

  afterEach(async () => {
    await stage.close();
  });

  async function rename(name: string, ...typed: string[]): Promise<void> {
    const { node } = await stage.view.row(name);
    stage.person.keys.push(...typed);
    await vscode.commands.executeCommand(RENAME, node);
  }

  it('renames, the label keeps its id, its color and what it is attached to, and it can be undone', async () => {
    const before = onServer(stage, 'VIP');
    const attached = acme(stage).attachments(before.id);
    await rename('VIP', 'Gold');
    const { title, prompt, password } = stage.person.boxes.at(-1) ?? assert.fail('No box was opened');
    assert.deepEqual([title, password], ['Rename Label “VIP” in Acme', false]);
    assert.match(prompt, /Contacts and conversations keep the label/);
    const { id, color } = onServer(stage, 'Gold');
    assert.deepEqual([id, color], [before.id, before.color]);
    assert.deepEqual(acme(stage).attachments(id), attached);
    assert.ok((await names(stage)).includes('Gold'));
    const { message, buttons } = stage.person.lastNotification;
    assert.equal(message, 'Renamed “VIP” to “Gold”. Contacts and conversations keep the label.');
    assert.deepEqual(buttons, ['Undo Rename']);
    stage.person.lastNotification.press('Undo Rename');
    await eventually(() => {
      assert.equal(onServer(stage, 'VIP').id, before.id);
    });
  });

  it('says in the box what is wrong, and what KirimChat refuses, and takes the next name', async () => {
    stage.kirim.faults.add({ match: { method: 'PATCH' }, fault: { kind: 'status', status: 400 } });
    await rename('VIP', 'x'.repeat(51), 'Bad', 'Gold');
    assert.deepEqual(stage.person.refusals, [
      'A name has 50 characters at most. This one has 51.',
      'KirimChat refused the request. Scripted 400.',
    ]);
    assert.equal(updates(stage), 2);
    assert.equal(stage.person.errors.length, 0);
    assert.ok((await names(stage)).includes('Gold'));
  });

  it('sends nothing after Escape', async () => {
    stage.kirim.requests.clear();
    await rename('VIP');
    assert.equal(stage.kirim.requests.all.length, 0);
  });

  it('shows “Renaming…” on the row meanwhile', async () => {
    const gate = stage.kirim.faults.hold({ method: 'PATCH' });
    const renamed = rename('VIP', 'Gold');
    await gate.reached(1);
    const { item } = await stage.view.row('VIP');
    assert.deepEqual([item.description, item.contextValue], ['Renaming…', 'label.renaming']);
    gate.open();
    await renamed;
  });

  it('asks which label when it is called from the palette', async () => {
    pickerThatPicks(stage, 'VIP');
    stage.person.keys.push('Gold');
    await vscode.commands.executeCommand(RENAME);
    assert.ok(onServer(stage, 'Gold'));
  });
});
