import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Organization, SAMPLE_ORGANIZATION } from '../kirim';
import { askedToDelete, askedToDeleteMany, lists, names, pickerThatPicks } from './deleteSteps';
import { eventually } from './eventually';
import { deletedNames, deletedRow } from './recentlyDeletedProbe';
import { Stage } from './setUp';

const RECREATE = 'kirimLabels.recreateLabel';

describe('Create Again', () => {
  let stage: Stage;
  let acme: Organization;
  const some = ['Uji 1', 'Uji 2', 'Uji 3'];

  beforeEach(async () => {
    stage = await Stage.open();
    acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    for (const name of some) {
      acme.addLabel({ name, color: 'teal' });
    }
    await stage.signIn();
    await stage.view.rows();
  });

  afterEach(async () => {
    await stage.close();
  });

  const found = (name: string) => acme.labels().find((label) => label.name === name);
  const creations = () => stage.kirim.requests.count({ method: 'POST' });
  const shows = (...expected: string[]) =>
    eventually(async () => {
      assert.deepEqual(await deletedNames(), expected);
    });

  async function deleted(name: string): Promise<void> {
    await askedToDelete(stage, name);
    await shows(name);
    stage.person.questions.length = 0;
  }

  async function deletedTogether(): Promise<void> {
    await askedToDeleteMany(stage, some, 'Delete 3 Labels');
    await shows('3 labels');
    stage.person.questions.length = 0;
  }

  /** Calls the command on rows, the first of which was clicked, with what will be pressed in the question. */
  async function askedToCreate(rows: readonly string[], answer: string | undefined): Promise<void> {
    const nodes = await Promise.all(rows.map(async (name) => (await deletedRow(name)).node));
    stage.person.answers.push(answer);
    await vscode.commands.executeCommand(RECREATE, nodes[0], nodes);
  }

  it('says what it does not bring back, and makes a new label of the same name, color and team', async () => {
    const before = found('VIP') ?? assert.fail('There is no VIP');
    await deleted('VIP');
    await askedToCreate(['VIP'], 'Create Label');

    const [question] = stage.person.questions;
    assert.equal(question?.message, 'Create label “VIP” again in Acme?');
    assert.match(
      question.detail ?? '',
      /^It gets a new ID and is attached to no contact and no conversation\. KirimChat cannot bring back where it was/,
    );
    assert.match(question.detail ?? '', new RegExp(`\nTeam: ${before.team_id}\n`.slice(0, -1)));
    assert.deepEqual(question.buttons, ['Create Label']);
    const after = found('VIP') ?? assert.fail('There is no VIP');
    assert.notEqual(after.id, before.id);
    assert.deepEqual([after.color, after.team_id], [before.color, before.team_id]);
    assert.equal(acme.attachments(after.id).contacts.length, 0);
    assert.equal(
      stage.person.lastNotice.message,
      'Created “VIP” again. It has a new ID and is attached to nothing yet.',
    );
    assert.ok((await names(stage)).includes('VIP'));
    await shows();
  });

  it('asks for the list, sends one POST with an Idempotency-Key, and asks for the list again', async () => {
    await deleted('VIP');
    stage.kirim.requests.clear();
    await askedToCreate(['VIP'], 'Create Label');
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
    await deleted('VIP');
    await askedToCreate(['VIP'], undefined);
    assert.equal(creations(), 0);
    assert.deepEqual(await deletedNames(), ['VIP']);
  });

  it('creates all labels of a run, and says how that ended', async () => {
    await deletedTogether();
    await askedToCreate(['3 labels'], 'Create 3 Labels');
    const [question] = stage.person.questions;
    assert.equal(question?.message, 'Create 3 labels again in Acme?');
    assert.match(
      question.detail ?? '',
      /“Uji \d”\n“Uji \d”\n“Uji \d”\n\nThey get new IDs and are attached to no contact/,
    );
    const { message, buttons } = stage.person.lastNotice;
    assert.equal(message, 'Created 3 labels again. They have new IDs and are attached to nothing yet.');
    assert.deepEqual(buttons, ['Show Details']);
    assert.ok(some.every((name) => found(name)?.color === 'teal'));
    await shows();
  });

  it('takes the selection and not only the row that was clicked, each label once', async () => {
    await deletedTogether();
    await askedToCreate(['Uji 1', 'Uji 3', 'Uji 1'], 'Create 2 Labels');
    assert.deepEqual(
      some.map((name) => found(name) !== undefined),
      [true, false, true],
    );
    await shows('Uji 2');
  });

  it('works from the message about the deletion', async () => {
    await askedToDeleteMany(stage, some, 'Delete 3 Labels');
    stage.person.answers.push('Create 3 Labels');
    stage.person.lastNotice.press('Create Again');
    await eventually(() => {
      assert.ok(some.every((name) => found(name)));
    });
  });

  it('asks which ones when it is called from the palette', async () => {
    await deleted('VIP');
    const picker = pickerThatPicks(stage, 'VIP');
    stage.person.answers.push('Create Label');
    await vscode.commands.executeCommand(RECREATE);
    assert.deepEqual(picker.offered, ['VIP']);
    assert.ok(found('VIP'));
  });

  it('says that there is nothing to create again', async () => {
    await vscode.commands.executeCommand(RECREATE);
    assert.deepEqual(stage.person.statusBar.slice(-1), ['No label was deleted from here that could be created again.']);
    assert.equal(stage.person.questions.length, 0);
  });
});
