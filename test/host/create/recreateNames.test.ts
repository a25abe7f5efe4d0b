import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Organization } from '../../kirim';
import { askedToDelete, pickerThatPicks } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { deletedNames, deletedRow, whileAsked } from '../support/recentlyDeletedProbe';
import { RECREATE, RecreateSteps } from './recreateSteps';
import type { Stage } from '../support/setUp';

describe('Create Again of names that are taken, or deleted twice', () => {
  let steps: RecreateSteps;
  let stage: Stage;
  let acme: Organization;

  beforeEach(async () => {
    steps = await RecreateSteps.open();
    ({ stage, acme } = steps);
  });

  afterEach(async () => {
    await stage.close();
  });

  it('says so and sends nothing where the team has that name already', async () => {
    const team_id = steps.found('VIP')?.team_id ?? '';
    await steps.deleted('VIP');
    acme.addLabel({ name: 'VIP', team_id });
    await steps.askedToCreate(['VIP'], 'Create Label');
    assert.equal(stage.person.questions.length, 0);
    assert.equal(stage.person.lastNotification.message, 'There is a label “VIP” already.');
    assert.equal(steps.creations(), 0);
  });

  it('leaves out names that exist already, and says so in the question', async () => {
    await steps.deletedTogether();
    acme.addLabel({ name: 'Uji 2' });
    await steps.askedToCreate(['3 labels'], 'Create 2 Labels');
    const [question] = stage.person.questions;
    assert.equal(question?.message, 'Create 2 labels again in Acme?');
    assert.match(question.detail ?? '', /\n\nThere is a label “Uji 2” already\. This is left out\.\n/);
    assert.equal(steps.creations(), 2);
  });

  it('says of several names that they exist already', async () => {
    await steps.deletedTogether();
    acme.addLabel({ name: 'Uji 1' });
    acme.addLabel({ name: 'Uji 2' });
    await steps.askedToCreate(['3 labels'], 'Create Label');
    const [question] = stage.person.questions;
    assert.match(
      question?.detail ?? '',
      /There are labels with these names already: “Uji \d”, “Uji \d”\. These are left out\.\n/,
    );
  });

  it('takes the one that was deleted last of two with one name, and says so in the question', async () => {
    await steps.deleted('Uji 1');
    acme.addLabel({ name: 'Uji 1', color: 'pink' });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await askedToDelete(stage, 'Uji 1');
    await steps.shows('Uji 1', 'Uji 1');
    const picker = pickerThatPicks(stage, 'Uji 1', 'Uji 1');
    stage.person.questions.length = 0;
    stage.person.answers.push('Create Label');
    await vscode.commands.executeCommand(RECREATE);
    assert.equal(picker.offered.length, 2);
    const [question] = stage.person.questions;
    assert.match(
      question?.detail ?? '',
      /\n\nSeveral labels “Uji 1” were deleted\. Only the last one is created again\.\n/,
    );
    assert.equal(steps.found('Uji 1')?.color, 'pink');
    assert.equal(steps.creations(), 1);
  });

  it('tells equal names of two teams apart, also where no label of the other team is left', async () => {
    for (const { id, team_id } of acme.labels()) {
      if (team_id !== acme.team_ids[0]) {
        acme.removeLabel(id);
      }
    }
    acme.addLabel({ name: 'Uji 1', team_id: acme.team_ids[1] ?? '' });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    const rows = (await stage.view.labelRows()).filter(({ name }) => name === 'Uji 1').map(({ node }) => node);
    stage.person.answers.push('Delete 2 Labels');
    await vscode.commands.executeCommand('kirimLabels.deleteLabel', rows[0], rows);
    await steps.shows('2 labels');
    stage.person.questions.length = 0;
    pickerThatPicks(stage, 'Uji 1', 'Uji 1');
    const picker = vscode.window.createQuickPick();
    stage.stubs.replace(vscode.window, 'createQuickPick', () => picker);
    stage.person.answers.push(undefined);
    await vscode.commands.executeCommand(RECREATE);
    const descriptions = picker.items.map(({ description }) => description ?? '');
    assert.equal(new Set(descriptions).size, 2);
    assert.match(descriptions.join(), /, team /);

    const { node } = await deletedRow('Uji 1');
    stage.person.answers.push(undefined);
    await vscode.commands.executeCommand(RECREATE, node);
    assert.match(stage.person.questions.at(-1)?.detail ?? '', /\nTeam: /);
  });

  it('creates a label whose name KirimChat tidies, and says the name that it got', async () => {
    const add = acme.addLabel.bind(acme);
    add({ name: ' Padded ' });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    const row = (await stage.view.labelRows()).find(({ name }) => name.includes('Padded'));
    stage.person.answers.push('Delete Label');
    await vscode.commands.executeCommand('kirimLabels.deleteLabel', row?.node);
    acme.addLabel = (label) => add({ ...label, name: label.name.trim() });
    let deleted = '';
    await eventually(async () => {
      [deleted = ''] = await deletedNames();
      assert.match(deleted, /Padded/);
    });
    stage.person.answers.push('Create Label');
    await vscode.commands.executeCommand(RECREATE, (await deletedRow(deleted)).node);
    assert.equal(
      stage.person.lastNotification.message,
      'Created “Padded” again. It has a new ID and is attached to nothing yet.',
    );
    assert.ok(steps.found('Padded'));
    await eventually(async () => {
      assert.deepEqual(await deletedNames(), []);
    });
  });

  it('says so where somebody was quicker than the answer', async () => {
    const team_id = steps.found('VIP')?.team_id ?? '';
    await steps.deleted('VIP');
    whileAsked(stage, () => acme.addLabel({ name: 'VIP', team_id }));
    await steps.askedToCreate(['VIP'], 'Create Label');
    assert.equal(stage.person.lastNotification.message, 'There is a label “VIP” already.');
    assert.equal(stage.person.errors.length, 0);
    assert.equal(steps.creations(), 1);
  });
});
