import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SAMPLE_ORGANIZATION } from '../../kirim';
import { askedToDelete, askedToDeleteMany, deletes, names } from './deleteSteps';
import { eventually } from '../support/eventually';
import { filesOf, locateStorage } from '../support/journalStorage';
import { setSetting, Stage } from '../support/setUp';

describe('Undo Delete', () => {
  let stage: Stage;
  const some = ['VIP', 'Batal Pesan', 'COD'];

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
    await stage.view.rows();
    stage.kirim.requests.clear();
  });

  afterEach(async () => {
    await setSetting('undoSeconds', undefined);
    await stage.close();
  });

  const counting = (name: string) =>
    eventually(async () => {
      const { item } = await stage.view.row(name);
      assert.equal(item.contextValue, 'label.countdown');
      assert.match(String(item.description), /^\d+ s left to undo$/);
    });

  it('counts down on the rows and sends nothing; Undo on the notification takes all of them out', async () => {
    await setSetting('undoSeconds', 60);
    const deletion = askedToDeleteMany(stage, some, 'Delete 3 Labels');
    await counting('VIP');
    await counting('Batal Pesan');
    assert.equal(stage.person.lastNotification.message, 'Deleting 3 labels in 60 seconds.');
    stage.person.lastNotification.press('Undo');
    await deletion;
    assert.equal(deletes(stage), 0);
    assert.equal((await stage.view.row('VIP')).item.contextValue, 'label');
    assert.deepEqual(stage.person.statusBar.slice(-1), ['Undone: nothing was deleted.']);
  });

  it('says the same on the notification, which stays, where it was undone on the row', async () => {
    await setSetting('undoSeconds', 60);
    const deletion = askedToDelete(stage, 'VIP');
    await counting('VIP');
    await vscode.commands.executeCommand('kirimLabels.undoDelete', (await stage.view.row('VIP')).node);
    await deletion;
    stage.person.lastNotification.press('Undo');
    await eventually(() => {
      assert.deepEqual(stage.person.statusBar.slice(-2), Array(2).fill('Undone: nothing was deleted.'));
    });
  });

  it('on a row takes that one out, and the others are deleted when the time is over', async () => {
    await setSetting('undoSeconds', 2);
    const deletion = askedToDeleteMany(stage, some, 'Delete 3 Labels');
    await counting('VIP');
    await vscode.commands.executeCommand('kirimLabels.undoDelete', (await stage.view.row('VIP')).node);
    await deletion;
    assert.equal(deletes(stage), 2);
    assert.ok((await names(stage)).includes('VIP'));
  });

  it('does not mind a row of a team in the selection', async () => {
    await setSetting('undoSeconds', 60);
    const deletion = askedToDelete(stage, 'VIP');
    await counting('VIP');
    const team = (await stage.view.rows()).find(({ children }) => children.length > 0)?.node;
    const { node } = await stage.view.row('VIP');
    await vscode.commands.executeCommand('kirimLabels.undoDelete', node, [team, node]);
    await deletion;
    assert.equal(deletes(stage), 0);
    assert.equal(stage.person.errors.length, 0);
  });

  it('takes out everything when the row of a menu was lost: to keep a label does no harm', async () => {
    await setSetting('undoSeconds', 60);
    const deletion = askedToDelete(stage, 'VIP');
    await counting('VIP');
    await vscode.commands.executeCommand('kirimLabels.undoDelete', undefined, undefined);
    await deletion;
    assert.equal(deletes(stage), 0);
  });

  const junk: readonly unknown[][] = [
    [{ focusedRow: true }],
    [null, [null]],
    ['VIP'],
    [7, 'VIP'],
    [[['VIP']]],
    [{}, [{}]],
  ];
  for (const args of junk) {
    it(`takes out everything when a keybinding passes ${JSON.stringify(args)}`, async () => {
      await setSetting('undoSeconds', 60);
      const deletion = askedToDelete(stage, 'VIP');
      await counting('VIP');
      await vscode.commands.executeCommand('kirimLabels.undoDelete', ...args);
      await deletion;
      assert.equal(deletes(stage), 0);
      assert.deepEqual(stage.person.statusBar.slice(-1), ['Undone: nothing was deleted.']);
      assert.equal(stage.person.errors.length, 0);
    });
  }

  it('says that it is too late, and does not stand in the way of later deletions', async () => {
    await setSetting('undoSeconds', 1);
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    await askedToDelete(stage, 'VIP');
    stage.person.lastNotification.press('Undo');
    await eventually(() => {
      assert.match(stage.person.statusBar.at(-1) ?? '', /^It is too late to undo that\./);
    });
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(deletes(stage), 2);
    });
    await eventually(async () => {
      assert.ok(!(await names(stage)).includes('VIP'));
    });
  });

  it('also ends what was asked about again since, whichever notification it is pressed on', async () => {
    await setSetting('undoSeconds', 1);
    stage.person.answers.push('Delete Label');
    const deletion = askedToDelete(stage, 'VIP');
    await counting('VIP');
    const acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    acme.renameLabel(acme.labels().find(({ name }) => name === 'VIP')?.id ?? '', 'Penting');
    await setSetting('undoSeconds', 60);
    await eventually(() => {
      assert.equal(stage.person.lastNotification.message, 'Deleting label “Penting” in 60 seconds.');
    });
    const [first] = stage.person.notifications;
    assert.equal(first?.message, 'Deleting label “VIP” in 1 second.');
    first.press('Undo');
    await deletion;
    assert.equal(deletes(stage), 0);
    assert.deepEqual(stage.person.statusBar.slice(-1), ['Undone: nothing was deleted.']);
  });

  it('from the palette takes out whatever counts down', async () => {
    await setSetting('undoSeconds', 60);
    const deletion = askedToDelete(stage, 'VIP');
    await counting('VIP');
    await vscode.commands.executeCommand('kirimLabels.undoDelete');
    await deletion;
    assert.equal(stage.kirim.requests.all.length, 0);
    await vscode.commands.executeCommand('kirimLabels.undoDelete');
    assert.deepEqual(stage.person.statusBar.slice(-1), ['There is no deletion to undo.']);
  });

  it('is in the journal while it counts down, so that the next start knows of it where VS Code is closed', async () => {
    await setSetting('undoSeconds', 60);
    const acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    await locateStorage(() => stage.view.rows());
    const deletion = askedToDelete(stage, 'VIP');
    await counting('VIP');
    const files = filesOf(acme);
    const id = acme.labels().find(({ name }) => name === 'VIP')?.id ?? '';
    const texts = await Promise.all((await files.list()).map((name) => files.read(name)));
    assert.ok(texts.some((text) => text?.includes(id)));
    await vscode.commands.executeCommand('kirimLabels.undoDelete');
    await deletion;
  });

  it('is what signing out does', async () => {
    await setSetting('undoSeconds', 60);
    const deletion = askedToDelete(stage, 'VIP');
    await counting('VIP');
    await vscode.commands.executeCommand('kirimLabels.signOut');
    await deletion;
    assert.equal(deletes(stage), 0);
  });
});
