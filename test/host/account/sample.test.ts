import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SAMPLE_ORGANIZATION } from '../../kirim';
import { askedToDelete, askedToDeleteMany, names } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { deletedNames } from '../support/recentlyDeletedProbe';
import { Stage } from '../support/setUp';

const open = () => vscode.commands.executeCommand('kirimLabels.openSample');
const close = () => vscode.commands.executeCommand('kirimLabels.closeSample');

describe('Explore Sample Data', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
  });

  afterEach(async () => {
    await close();
    await stage.close();
  });

  const deleted = (...expected: string[]) =>
    eventually(async () => {
      assert.deepEqual(await deletedNames(), expected);
    });

  it('lets a person delete and create again without a key, says each time that it is a sample, and sends nothing', async () => {
    const sent: unknown[] = [];
    stage.stubs.replace(globalThis, 'fetch', (input: unknown) => {
      sent.push(input);
      return Promise.reject(new Error('nothing may be sent'));
    });
    await open();
    assert.match(
      stage.person.lastNotification.message,
      /^Sample organization has sample data, in this window only: nothing of it is sent/,
    );
    assert.equal((await names(stage)).length, 41);
    assert.equal(stage.view.view.description, 'Sample organization');
    assert.equal(stage.view.contexts.get('kirimLabels.sampleOpen'), true);

    await askedToDelete(stage, 'VIP');
    const [question] = stage.person.questions;
    assert.equal(question?.message, 'Delete label “VIP” from Sample organization?');
    assert.match(question.detail ?? '', /\nSample data: nothing is sent to KirimChat$/);
    assert.equal(stage.person.lastNotification.message, 'Sample organization: Deleted label “VIP”.');
    assert.ok(!(await names(stage)).includes('VIP'));
    await deleted('VIP');

    stage.person.answers.push('Create Label');
    stage.person.lastNotification.press('Create Again');
    await eventually(async () => {
      assert.match(stage.person.lastNotification.message, /^Sample organization: Created “VIP” again\./);
      assert.ok((await names(stage)).includes('VIP'));
    });
    assert.equal(stage.person.questions.at(-1)?.message, 'Create label “VIP” again in Sample organization?');
    await deleted();
    assert.deepEqual(sent, []);
    assert.deepEqual(stage.person.errors, []);
    assert.equal(stage.kirim.requests.count(), 0);
  });

  it('forgets what was changed when it is closed, which asks nothing', async () => {
    await open();
    await askedToDeleteMany(stage, ['VIP', 'Spam'], 'Delete 2 Labels');
    const notification = stage.person.lastNotification;
    assert.equal(notification.message, 'Sample organization: Deleted 2 labels.');
    await deleted('2 labels');
    await vscode.commands.executeCommand('kirimLabels.signOut');
    assert.equal(stage.person.questions.length, 1);
    assert.equal(stage.person.statusBar.at(-1), 'Closed the sample data.');
    assert.deepEqual(await stage.view.rows(), []);
    assert.equal(stage.view.contexts.get('kirimLabels.sampleOpen'), false);
    assert.equal(stage.view.contexts.get('kirimLabels.state'), 'signedOut');
    await deleted();

    await open();
    assert.equal((await names(stage)).length, 41);
    await deleted();
    notification.press('Create Again');
    await eventually(() => {
      assert.equal(stage.person.lastNotification.message, 'The sample data was closed. Nothing was done.');
    });
  });

  it('leaves the organization that is signed in as it is, and asks which one is meant', async () => {
    await stage.signIn();
    await open();
    assert.deepEqual(
      (await stage.view.rows()).map(({ name }) => name),
      [SAMPLE_ORGANIZATION, 'Sample organization'],
    );
    stage.stubs.replace(vscode.window, 'showQuickPick', (items: readonly vscode.QuickPickItem[]) =>
      Promise.resolve(items.find(({ label }) => label === 'Sample organization')),
    );
    await vscode.commands.executeCommand('kirimLabels.signOut');
    assert.equal(stage.view.view.description, SAMPLE_ORGANIZATION);
    assert.equal((await names(stage)).length, 41);
  });
});
