import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Organization } from '../../kirim';
import { askedToDeleteMany, lists, names, pickerThatPicks } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { deletedNames } from '../support/recentlyDeletedProbe';
import { RECREATE, RecreateSteps, SOME } from './recreateSteps';
import type { Stage } from '../support/setUp';

describe('Create Again', () => {
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

  it('says what it does not bring back, and makes a new label of the same name, color and team', async () => {
    const before = steps.found('VIP') ?? assert.fail('There is no VIP');
    await steps.deleted('VIP');
    await steps.askedToCreate(['VIP'], 'Create Label');

    const [question] = stage.person.questions;
    assert.equal(question?.message, 'Create label “VIP” again in Acme?');
    assert.match(
      question.detail ?? '',
      /^It gets a new ID and is attached to no contact and no conversation\. KirimChat cannot bring back where it was/,
    );
    assert.match(question.detail ?? '', new RegExp(`\nTeam: ${before.team_id}\n`.slice(0, -1)));
    assert.deepEqual(question.buttons, ['Create Label']);
    const after = steps.found('VIP') ?? assert.fail('There is no VIP');
    assert.notEqual(after.id, before.id);
    assert.deepEqual([after.color, after.team_id], [before.color, before.team_id]);
    assert.equal(acme.attachments(after.id).contacts.length, 0);
    assert.equal(
      stage.person.lastNotification.message,
      'Created “VIP” again. It has a new ID and is attached to nothing yet.',
    );
    assert.ok((await names(stage)).includes('VIP'));
    await steps.shows();
  });

  it('asks for the list, sends one POST with an Idempotency-Key, and asks for the list again', async () => {
    await steps.deleted('VIP');
    stage.kirim.requests.clear();
    await steps.askedToCreate(['VIP'], 'Create Label');
    await eventually(() => {
      assert.equal(lists(stage), 2);
    });
    const posts = stage.kirim.requests.all.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      posts.map(({ idempotency_key }) => idempotency_key),
      [true],
    );
  });

  it('sends nothing after Escape', async () => {
    await steps.deleted('VIP');
    await steps.askedToCreate(['VIP'], undefined);
    assert.equal(steps.creations(), 0);
    assert.deepEqual(await deletedNames(), ['VIP']);
  });

  it('creates all labels of a run, and says how that ended', async () => {
    await steps.deletedTogether();
    await steps.askedToCreate(['3 labels'], 'Create 3 Labels');
    const [question] = stage.person.questions;
    assert.equal(question?.message, 'Create 3 labels again in Acme?');
    assert.match(
      question.detail ?? '',
      /“Uji \d”\n“Uji \d”\n“Uji \d”\n\nThey get new IDs and are attached to no contact/,
    );
    const { message, buttons } = stage.person.lastNotification;
    assert.equal(message, 'Created 3 labels again. They have new IDs and are attached to nothing yet.');
    assert.deepEqual(buttons, ['Show Details']);
    assert.ok(SOME.every((name) => steps.found(name)?.color === 'teal'));
    await steps.shows();
  });

  it('takes the selection and not only the row that was clicked, each label once', async () => {
    await steps.deletedTogether();
    await steps.askedToCreate(['Uji 1', 'Uji 3', 'Uji 1'], 'Create 2 Labels');
    assert.deepEqual(
      SOME.map((name) => steps.found(name) !== undefined),
      [true, false, true],
    );
    await steps.shows('Uji 2');
  });

  it('works from the message about the deletion', async () => {
    await askedToDeleteMany(stage, SOME, 'Delete 3 Labels');
    stage.person.answers.push('Create 3 Labels');
    stage.person.lastNotification.press('Create Again');
    await eventually(() => {
      assert.ok(SOME.every((name) => steps.found(name)));
    });
  });

  it('asks which ones when it is called from the palette', async () => {
    await steps.deleted('VIP');
    const picker = pickerThatPicks(stage, 'VIP');
    stage.person.answers.push('Create Label');
    await vscode.commands.executeCommand(RECREATE);
    assert.deepEqual(picker.offered, ['VIP']);
    assert.ok(steps.found('VIP'));
  });

  it('says that there is nothing to create again', async () => {
    await vscode.commands.executeCommand(RECREATE);
    assert.deepEqual(stage.person.statusBar.slice(-1), ['No label was deleted from here that could be created again.']);
    assert.equal(stage.person.questions.length, 0);
  });
});
