import * as assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { SAMPLE_API_KEY } from '../../kirim';
import { askedToDelete } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { findStorage, otherWindowDid } from '../support/otherWindow';
import { deletedNames } from '../support/recentlyDeletedProbe';
import { acme, callOn, onServer, RESTORE, RETIRE } from '../update/retireSteps';
import { Stage } from '../support/setUp';

const EMPTY = 'The journal is empty: nothing was deleted, retired, renamed or recolored from here yet.';

describe('The journal', () => {
  let stage: Stage;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kirim-labels-journal-'));
    stage = await Stage.open();
    await stage.signIn();
    await stage.view.rows();
  });

  afterEach(async () => {
    await stage.close();
    await rm(folder, { recursive: true });
  });

  /** Calls the command, with the file that will be chosen in the dialog. */
  async function askedToExport(name: string | undefined): Promise<vscode.SaveDialogOptions[]> {
    const dialogs: vscode.SaveDialogOptions[] = [];
    stage.stubs.replace(vscode.window, 'showSaveDialog', (options: vscode.SaveDialogOptions) => {
      dialogs.push(options);
      return Promise.resolve(name === undefined ? undefined : vscode.Uri.file(join(folder, name)));
    });
    await vscode.commands.executeCommand('kirimLabels.exportJournal');
    return dialogs;
  }

  const exported = (name: string) => readFile(join(folder, name), 'utf8');

  it('is exported as JSON, with whole labels and without the key', async () => {
    await askedToDelete(stage, 'VIP');
    const [dialog] = await askedToExport('journal.json');
    assert.deepEqual(Object.values(dialog?.filters ?? {}), [['json'], ['csv']]);
    const text = await exported('journal.json');
    const { entries, runs } = JSON.parse(text) as { entries: { label: { name: string } }[]; runs: unknown[] };
    assert.deepEqual(
      entries.map(({ label }) => label.name),
      ['VIP'],
    );
    assert.equal(runs.length, 1);
    assert.ok(!text.includes(SAMPLE_API_KEY));
    assert.equal(stage.person.lastNotification.message, 'Exported the journal: 1 entry.');
  });

  it('is exported as CSV where the file is called so, without the key', async () => {
    await askedToDelete(stage, 'VIP');
    await askedToExport('journal.CSV');
    const text = await exported('journal.CSV');
    assert.match(text, /^\uFEFF"name","color",.*\r\n"VIP",/);
    assert.ok(!text.includes(SAMPLE_API_KEY));
  });

  it('can be looked at from the message', async () => {
    await askedToDelete(stage, 'VIP');
    await askedToExport('journal.json');
    stage.person.lastNotification.press('Open File');
    await eventually(() => {
      assert.equal(vscode.window.activeTextEditor?.document.fileName, join(folder, 'journal.json'));
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('says so when the file cannot be written', async () => {
    await askedToDelete(stage, 'VIP');
    // The folder itself.
    await askedToExport('');
    assert.match(stage.person.lastError.message, /^The journal was not exported\./);
  });

  it('is not exported when no file is chosen, or when it is empty', async () => {
    assert.deepEqual(await askedToExport('journal.json'), []);
    assert.deepEqual(stage.person.statusBar.slice(-1), [EMPTY]);
    await askedToDelete(stage, 'VIP');
    const notifications = stage.person.notifications.length;
    assert.equal((await askedToExport(undefined)).length, 1);
    assert.equal(stage.person.notifications.length, notifications);
  });

  it('does not bring a name and color back twice: the second time somebody else retired the label', async () => {
    const { id, color } = onServer(stage, 'VIP');
    await callOn(stage, RETIRE, ['VIP'], 'Retire Label');
    await callOn(stage, RESTORE, ['[retired] VIP'], null);
    await eventually(() => {
      assert.deepEqual([onServer(stage, 'VIP').id, onServer(stage, 'VIP').color], [id, color]);
    });
    acme(stage).changeLabel(id, { name: '[retired] VIP', color: 'gray' });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await callOn(stage, RESTORE, ['[retired] VIP'], null);
    await eventually(() => {
      assert.equal(onServer(stage, 'VIP').color, 'gray');
    });
  });

  it('is cleared after a question that says what is lost', async () => {
    await askedToDelete(stage, 'VIP');
    await eventually(async () => {
      assert.deepEqual(await deletedNames(), ['VIP']);
    });
    stage.person.answers.push(undefined, 'Clear Journal');
    await vscode.commands.executeCommand('kirimLabels.clearJournal');
    assert.deepEqual(await deletedNames(), ['VIP']);
    await vscode.commands.executeCommand('kirimLabels.clearJournal');
    const question = stage.person.questions.at(-1);
    assert.equal(question?.message, 'Clear the journal of Acme?');
    assert.match(question.detail ?? '', /^1 deleted label can no longer be created again from/);
    assert.deepEqual(stage.person.statusBar.slice(-1), ['Cleared the journal.']);
    await eventually(async () => {
      assert.deepEqual(await deletedNames(), []);
    });
    await vscode.commands.executeCommand('kirimLabels.clearJournal');
    assert.deepEqual(stage.person.statusBar.slice(-1), [EMPTY]);
  });

  it('counts what clearing takes away: what Recently Deleted shows, and what can be restored, each label once', async () => {
    const first = acme(stage).addLabel({ name: 'Uji 1' });
    const second = acme(stage).addLabel({ name: 'Uji 2' });
    await findStorage(stage);
    acme(stage).removeLabel(second.id);
    const sent = [
      [first, 'failed'],
      [second, 'done'],
    ] as const;
    await otherWindowDid(acme(stage), { sent, isFinished: true });
    await otherWindowDid(acme(stage), { sent: [[second, 'alreadyGone']], isFinished: true });
    await otherWindowDid(acme(stage), { act: 'retire', sent: [[first, 'done']], isFinished: true });
    await otherWindowDid(acme(stage), { act: 'retire', sent: [[first, 'inDoubt']], isFinished: true });
    await stage.signIn();
    await stage.view.rows();
    stage.person.answers.push('Clear Journal');
    await vscode.commands.executeCommand('kirimLabels.clearJournal');
    assert.match(
      stage.person.questions.at(-1)?.detail ?? '',
      /^1 deleted label can .+\n\nRestoring 1 retired label no longer brings back its color, or a name that was cut\.\n/,
    );
  });

  it('says what clearing leaves, and does not call a journal empty that cannot be read', async () => {
    const { fs } = vscode.workspace;
    await askedToDelete(stage, 'VIP');
    await findStorage(stage);
    await stage.signIn();
    await stage.view.rows();
    // A file that a newer version wrote, for one.
    stage.stubs.replace(vscode.workspace, 'fs', {
      ...fs,
      readDirectory: async (uri: vscode.Uri) => [
        ...(await fs.readDirectory(uri)),
        ['0000000000001-other-000001.jsonl', vscode.FileType.File],
      ],
      readFile: (uri: vscode.Uri) =>
        uri.path.endsWith('0000000000001-other-000001.jsonl')
          ? Promise.resolve(new TextEncoder().encode('{"format":"other"}\n'))
          : fs.readFile(uri),
    });
    stage.person.answers.push('Clear Journal');
    await vscode.commands.executeCommand('kirimLabels.clearJournal');
    const cleared = 'Cleared the journal. Files that could not be read stay: 1.';
    assert.deepEqual(stage.person.statusBar.slice(-1), [cleared]);
    await vscode.commands.executeCommand('kirimLabels.clearJournal');
    const unreadable =
      'The journal has nothing in it that can be read. Files of the journal that could not be read: 1.';
    assert.deepEqual(stage.person.statusBar.slice(-1), [unreadable]);
  });
});
