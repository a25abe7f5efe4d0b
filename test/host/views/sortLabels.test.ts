import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SECOND_API_KEY, SECOND_ORGANIZATION } from '../../kirim';
import { names } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { QuickPickProbe } from '../support/quickPickProbe';
import { setSetting, Stage } from '../support/setUp';

describe('Sort Labels', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn(SECOND_API_KEY);
    await stage.view.rows();
  });

  afterEach(async () => {
    await setSetting('sortOrder', undefined);
    await stage.close();
  });

  /** @returns the order that was marked as the one now. */
  async function sortBy(name: string): Promise<string | undefined> {
    const list = new QuickPickProbe(stage);
    const sorted = vscode.commands.executeCommand('kirimLabels.sortLabels');
    const marked = list.picker.items.find(({ description }) => description === 'current');
    assert.deepEqual(list.picker.activeItems, [marked]);
    list.choose(name);
    await sorted;
    stage.stubs.restoreLast();
    return marked?.label;
  }

  const setting = () => vscode.workspace.getConfiguration('kirimLabels').inspect('sortOrder')?.globalValue;

  it('sorts the rows, and remembers it in the settings', async () => {
    assert.equal(await sortBy('Color'), 'Name');
    assert.equal(setting(), 'color');
    assert.deepEqual(await names(stage), ['Utang', 'Antar Sore', 'Lunas', 'Pesanan Baru', 'VIP']);
    assert.equal(await sortBy('Newest first'), 'Color');
    assert.deepEqual(await names(stage), ['Lunas', 'Utang', 'Antar Sore', 'Pesanan Baru', 'VIP']);
    assert.equal(await sortBy('Name'), 'Newest first');
    assert.equal(setting(), undefined);
    assert.deepEqual(await names(stage), ['Antar Sore', 'Lunas', 'Pesanan Baru', 'Utang', 'VIP']);
  });

  it('moves a row that a refresh says was changed, and tells VS Code, although it looks the same', async () => {
    let replaced = 0;
    const subscription = stage.view.onDidReplaceRows(() => (replaced += 1));
    await sortBy('Last changed first');
    await eventually(() => {
      assert.ok(replaced > 0);
    });
    const replacedBefore = replaced;
    const before = await names(stage);
    const last = before.at(-1) ?? '';
    const toko = stage.kirim.organization(SECOND_ORGANIZATION);
    const { id, name } = toko.labels().find((label) => label.name === last) ?? assert.fail();
    toko.renameLabel(id, 'Sementara');
    toko.renameLabel(id, name);
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await eventually(() => {
      assert.ok(replaced > replacedBefore);
    });
    subscription.dispose();
    assert.deepEqual(await names(stage), [last, ...before.slice(0, -1)]);
  });
});
