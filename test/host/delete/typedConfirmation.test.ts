import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { askedToDeleteMany, DELETE, deletes } from './deleteSteps';
import { setSetting, Stage } from '../support/setUp';

describe('Confirming by typing', () => {
  let stage: Stage;
  const some = ['VIP', 'Batal Pesan', 'COD'];

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
    await stage.view.rows();
    await setSetting('confirmation', 'typeName');
  });

  afterEach(async () => {
    await setSetting('confirmation', undefined);
    await stage.close();
  });

  it('takes the number of labels; another number deletes nothing', async () => {
    const boxes = typing(stage, '2', '3');
    await askedToDeleteMany(stage, some);
    assert.equal(deletes(stage), 0);
    await askedToDeleteMany(stage, some);
    assert.equal(deletes(stage), 3);
    assert.equal(boxes[0]?.title, 'Delete 3 labels from Acme?');
    assert.match(boxes[0].prompt ?? '', /“VIP”, “Batal Pesan”, “COD”\. They will be removed/);
    assert.equal(stage.person.questions.length, 0);
  });

  it('takes the name exactly, for a single one', async () => {
    typing(stage, 'vip', 'VIP');
    const { node } = await stage.view.row('VIP');
    await vscode.commands.executeCommand(DELETE, node);
    assert.equal(deletes(stage), 0);
    await vscode.commands.executeCommand(DELETE, node);
    assert.equal(deletes(stage), 1);
  });
});

/** Takes the place of the box in which a name is typed; what the box does not accept closes it. */
function typing(stage: Stage, ...texts: string[]): vscode.InputBoxOptions[] {
  const boxes: vscode.InputBoxOptions[] = [];
  stage.stubs.replace(vscode.window, 'showInputBox', async (options: vscode.InputBoxOptions) => {
    boxes.push(options);
    const text = texts.shift() ?? '';
    return (await options.validateInput?.(text)) ? undefined : text;
  });
  return boxes;
}
