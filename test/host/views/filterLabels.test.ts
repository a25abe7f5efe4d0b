import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SECOND_API_KEY, SECOND_ORGANIZATION } from '../../kirim';
import { askedToDelete, DELETE, names, pickerThatPicks } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { QuickPickProbe } from '../support/quickPickProbe';
import { Stage } from '../support/setUp';

describe('Filter Labels', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn(SECOND_API_KEY);
    await stage.view.rows();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('kirimLabels.clearFilter');
    await stage.close();
  });

  /** Opens the list, and closes it after this was done in it. */
  async function filterBy(act: (list: QuickPickProbe) => void): Promise<void> {
    const list = new QuickPickProbe(stage);
    const closed = vscode.commands.executeCommand('kirimLabels.filterLabels');
    await eventually(() => {
      assert.ok(list.picker.items.length > 0);
    });
    act(list);
    list.close();
    await closed;
    stage.stubs.restoreLast();
  }

  it('shows what fits, says so above the rows, and stays through a refresh until it is cleared', async () => {
    await filterBy((list) => {
      list.type('U');
    });
    assert.deepEqual(await names(stage), ['Lunas', 'Pesanan Baru', 'Utang']);
    assert.equal(stage.view.view.message, 'Filter: “U”. 3 of 5 labels.');
    assert.equal(stage.view.contexts.get('kirimLabels.filtered'), true);

    stage.kirim.organization(SECOND_ORGANIZATION).addLabel({ name: 'Utara' });
    stage.kirim.organization(SECOND_ORGANIZATION).addLabel({ name: 'Barat' });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    assert.deepEqual(await names(stage), ['Lunas', 'Pesanan Baru', 'Utang', 'Utara']);
    assert.equal(stage.view.view.message, 'Filter: “U”. 4 of 7 labels.');

    await vscode.commands.executeCommand('kirimLabels.clearFilter');
    assert.equal((await names(stage)).length, 7);
    assert.equal(stage.view.view.message, '');
    assert.equal(stage.view.contexts.get('kirimLabels.filtered'), false);
  });

  it('goes with the last organization', async () => {
    await filterBy((list) => {
      list.type('U');
    });
    await stage.signOut();
    await stage.signIn(SECOND_API_KEY);
    assert.equal((await names(stage)).length, 5);
    assert.equal(stage.view.view.message, '');
  });

  it('knows colors and what is retired, and shows what is chosen when it is opened again', async () => {
    stage.kirim.organization(SECOND_ORGANIZATION).addLabel({ name: '[retired] Lama', color: 'red' });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await filterBy((list) => {
      list.check('red', 'green', 'In use');
    });
    assert.deepEqual(await names(stage), ['Lunas', 'Utang']);
    assert.equal(stage.view.view.message, 'Filter: red, green, in use. 2 of 6 labels.');
    await filterBy(({ picker }) => {
      assert.deepEqual(
        picker.selectedItems.map(({ label }) => label),
        ['red', 'green', 'In use'],
      );
    });
    assert.deepEqual(await names(stage), ['Lunas', 'Utang']);
  });

  it('is no empty view where nothing fits', async () => {
    await filterBy((list) => {
      list.type('nothing');
    });
    assert.deepEqual(await stage.view.rows(), []);
    assert.equal(stage.view.view.message, 'Filter: “nothing”. 0 of 5 labels.');
    assert.equal(stage.view.contexts.get('kirimLabels.state'), 'ready');
  });

  it('is said by the questions whether to delete and to retire, also where what it hides was picked', async () => {
    const detail = () => stage.person.questions.at(-1)?.detail ?? '';
    await askedToDelete(stage, 'VIP', null);
    assert.ok(!detail().includes('filter'));
    await filterBy((list) => {
      list.type('vip');
    });
    await askedToDelete(stage, 'VIP', null);
    assert.ok(detail().includes('A filter is on: only labels that it shows are chosen.'));
    stage.person.answers.push(undefined);
    await vscode.commands.executeCommand('kirimLabels.retireLabel', (await stage.view.row('VIP')).node);
    assert.ok(detail().includes('A filter is on: only labels that it shows are chosen.'));
    pickerThatPicks(stage, 'VIP', 'Lunas');
    stage.person.answers.push(undefined);
    await vscode.commands.executeCommand(DELETE);
    assert.ok(detail().includes('A filter is on: 1 label that it hides is chosen as well.'));
  });

  it('leaves out rows that were drawn before it', async () => {
    const [lunas, vip] = await Promise.all(['Lunas', 'VIP'].map((name) => stage.view.row(name)));
    await filterBy((list) => {
      list.type('vip');
    });
    stage.person.answers.push(undefined);
    await vscode.commands.executeCommand(DELETE, vip?.node, [lunas?.node, vip?.node]);
    assert.equal(stage.person.questions.at(-1)?.message, 'Delete label “VIP” from Toko Sinar Jaya?');
  });
});
