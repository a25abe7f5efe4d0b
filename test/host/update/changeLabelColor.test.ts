import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { picksInTurn } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { Stage } from '../support/setUp';
import { callOn, onServer, updates } from './retireSteps';

const RECOLOR = 'kirimLabels.changeLabelColor';
const SOME = ['COD', 'Flash Sale', 'Reseller'];

describe('Change Label Color', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
    await stage.view.rows();
  });

  afterEach(async () => {
    await stage.close();
  });

  it('changes the color of several at once, with one list, one question that names them, one notification and a report', async () => {
    const before = onServer(stage, 'Flash Sale');
    const picker = picksInTurn(stage, 'pink');
    await callOn(stage, RECOLOR, SOME, 'Change Color');
    assert.equal(picker.offered.length, 13);
    assert.deepEqual(
      SOME.map((name) => onServer(stage, name).color),
      ['pink', 'pink', 'pink'],
    );
    assert.equal(onServer(stage, 'Flash Sale').id, before.id);
    assert.deepEqual(
      stage.person.questions.map(({ message }) => message),
      ['Change the color of 3 labels in Acme to pink?'],
    );
    assert.match(stage.person.questions[0]?.detail ?? '', /^“COD”\n“Flash Sale”\n“Reseller”/);
    assert.equal(stage.person.notifications.length, 1);
    assert.equal(stage.person.lastNotification.message, 'Changed the color of 3 labels to pink.');
    stage.person.lastNotification.press('Show Details');
    await eventually(() => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /“Flash Sale”: red → pink {2}lbl_\w{26} {2}Request ID: req_/);
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('shows “Changing color…” on the row meanwhile, and the new color after that', async () => {
    const gate = stage.kirim.faults.hold({ method: 'PATCH' });
    picksInTurn(stage, 'pink');
    const changed = callOn(stage, RECOLOR, ['VIP'], null);
    await gate.reached(1);
    const { item } = await stage.view.row('VIP');
    assert.deepEqual([item.description, item.contextValue], ['Changing color…', 'label.recoloring']);
    gate.open();
    await changed;
    const { iconPath } = (await stage.view.row('VIP')).item;
    assert.ok(iconPath instanceof vscode.ThemeIcon && iconPath.color?.id === 'kirimLabels.color.pink');
  });

  it('retries what failed, without asking for the color again', async () => {
    stage.kirim.faults.add({ match: { method: 'PATCH' }, fault: { kind: 'status', status: 500 } });
    picksInTurn(stage, 'pink');
    await callOn(stage, RECOLOR, SOME, 'Change Color');
    assert.equal(
      stage.person.lastNotification.message,
      'Changed the color of 2 of 3 labels. Failed: 1. Something failed on KirimChat’s side.',
    );
    stage.person.lastNotification.press('Retry Failed');
    await eventually(() => {
      assert.equal(stage.person.notifications.length, 2);
    });
    assert.ok(SOME.every((name) => onServer(stage, name).color === 'pink'));
    assert.equal(updates(stage), 4);
  });

  it('sends nothing after Escape', async () => {
    stage.kirim.requests.clear();
    picksInTurn(stage);
    await callOn(stage, RECOLOR, ['VIP'], null);
    assert.equal(stage.kirim.requests.all.length, 0);
  });
});
