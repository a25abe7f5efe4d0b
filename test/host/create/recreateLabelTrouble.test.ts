import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Organization, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../../kirim';
import { askedToDelete, askedToDeleteMany } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { deletedNames, deletedRow, whileAsked } from '../support/recentlyDeletedProbe';
import { Stage } from '../support/setUp';

describe('Create Again in trouble', () => {
  let stage: Stage;
  let acme: Organization;
  const some = ['Uji 1', 'Uji 2', 'Uji 3'];

  beforeEach(async () => {
    stage = await Stage.open();
    acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    for (const name of some) {
      acme.addLabel({ name });
    }
    await stage.signIn();
    await stage.view.rows();
  });

  afterEach(async () => {
    await stage.close();
  });

  const count = (name: string) => acme.labels().filter((label) => label.name === name).length;
  const creations = () => stage.kirim.requests.count({ method: 'POST' });
  const fail = (status: number, more: { times?: number; applied?: boolean } = {}) => {
    const { times = 1, applied = false } = more;
    stage.kirim.faults.add({ match: { method: 'POST' }, times, fault: { kind: 'status', status, applied } });
  };

  const failList = (status: number) =>
    stage.kirim.faults.add({ match: { path: '/labels', method: 'GET' }, fault: { kind: 'status', status } });

  async function askedToCreate(name: string, answer: string): Promise<void> {
    await eventually(async () => {
      assert.deepEqual(await deletedNames(), [name]);
    });
    const { node } = await deletedRow(name);
    stage.person.answers.push(answer);
    await vscode.commands.executeCommand('kirimLabels.recreateLabel', node);
  }

  it('says why it failed, keeps the row, and creates it on Retry without asking again', async () => {
    await askedToDelete(stage, 'VIP');
    fail(403);
    await askedToCreate('VIP', 'Create Label');
    assert.match(stage.person.lastError.message, /^Label “VIP” was not created again\. KirimChat does not allow it/);
    assert.deepEqual(await deletedNames(), ['VIP']);
    const questions = stage.person.questions.length;
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(count('VIP'), 1);
    });
    assert.equal(stage.person.questions.length, questions);
  });

  it('asks and sends nothing where the list cannot be loaded', async () => {
    await askedToDelete(stage, 'VIP');
    const questions = stage.person.questions.length;
    await eventually(async () => {
      assert.deepEqual(await deletedNames(), ['VIP']);
    });
    failList(403);
    await askedToCreate('VIP', 'Create Label');
    assert.match(stage.person.lastError.message, /^Label “VIP” was not created again\. KirimChat does not allow it/);
    assert.deepEqual([stage.person.questions.length, creations()], [questions, 0]);
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(count('VIP'), 1);
    });
  });

  it('does not take a label for its own that a colleague created while the question was open', async () => {
    const team_id = acme.labels().find(({ name }) => name === 'VIP')?.team_id ?? '';
    await askedToDelete(stage, 'VIP');
    fail(500);
    whileAsked(stage, () => acme.addLabel({ name: 'VIP', team_id, color: 'pink' }));
    await askedToCreate('VIP', 'Create Label');
    assert.equal(stage.person.lastNotification.message, 'There is a label “VIP” already.');
    assert.equal(stage.person.errors.length, 0);
  });

  it('knows from the list that it was created although the answer was lost', async () => {
    await askedToDelete(stage, 'VIP');
    fail(500, { applied: true });
    await askedToCreate('VIP', 'Create Label');
    assert.equal(stage.person.errors.length, 0);
    assert.match(stage.person.lastNotification.message, /^Created “VIP” again\./);
    await eventually(async () => {
      assert.deepEqual(await deletedNames(), []);
    });
  });

  it('does not claim to know where the list fails too, and creates nothing twice on Retry', async () => {
    await askedToDelete(stage, 'VIP');
    fail(500, { applied: true });
    whileAsked(stage, () => {
      failList(500);
    });
    await askedToCreate('VIP', 'Create Label');
    assert.match(stage.person.lastError.message, /^It is not certain that label “VIP” was created again\./);
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.match(stage.person.lastNotification.message, /^Created “VIP” again\./);
    });
    assert.equal(count('VIP'), 1);
  });

  it('says of a run what failed, and creates only that on Retry', async () => {
    await askedToDeleteMany(stage, some, 'Delete 3 Labels');
    fail(500);
    await askedToCreate('3 labels', 'Create 3 Labels');
    const { message, buttons } = stage.person.lastNotification;
    assert.match(
      message,
      /^Created 2 of 3 labels again\. They have new IDs and are attached to nothing yet\. Failed: 1\./,
    );
    assert.deepEqual(buttons, ['Retry Failed', 'Show Details']);
    stage.person.lastNotification.press('Retry Failed');
    await eventually(() => {
      assert.ok(some.every((name) => count(name) === 1));
    });
    assert.equal(creations(), 4);
  });

  it('shows each label in the report, by how it ended', async () => {
    await askedToDeleteMany(stage, some, 'Delete 3 Labels');
    fail(403);
    await askedToCreate('3 labels', 'Create 3 Labels');
    stage.person.lastNotification.press('Show Details');
    const report = await eventually(() => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /^Organization: Acme\n/);
      return text;
    });
    assert.match(
      report,
      /\n\nFailed \(1\)\n {2}Uji \d {2}lbl_\w+ {2}KirimChat does not allow it.*Request ID: req_\w+\n/,
    );
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('offers to sign in again when the key is rejected, and opens nothing by itself', async () => {
    await askedToDeleteMany(stage, some, 'Delete 3 Labels');
    whileAsked(stage, () => {
      acme.revokeKey(SAMPLE_API_KEY);
    });
    const boxes = stage.person.boxes.length;
    await askedToCreate('3 labels', 'Create 3 Labels');
    const { message, buttons } = stage.person.lastNotification;
    assert.match(message, /^None of the 3 labels was created again\. .*KirimChat rejected the API key\./);
    assert.deepEqual(buttons, ['Sign In Again', 'Show Details']);
    assert.equal(stage.person.boxes.length, boxes);
  });
});
