import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { names, picksInTurn } from '../delete/deleteSteps';
import { Stage } from '../support/setUp';
import { acme, onServer } from '../update/retireSteps';

const CREATE = 'kirimLabels.createLabel';

describe('Create Label', () => {
  let stage: Stage;
  /** The team whose row is shown first, and what that says. */
  let teamId: string;
  let teamRow: string;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
    await stage.view.rows();
    [teamId = ''] = [...acme(stage).team_ids].sort();
    teamRow = `Team …${teamId.slice(-6)}`;
  });

  afterEach(async () => {
    await stage.close();
  });

  it('asks for team, color and name, creates one label with an Idempotency-Key, and shows its row', async () => {
    picksInTurn(stage, teamRow, 'teal');
    stage.person.keys.push('Baru');
    await vscode.commands.executeCommand(CREATE);
    assert.equal(stage.person.boxes.at(-1)?.title, 'Create Label in Acme');
    const { color, team_id } = onServer(stage, 'Baru');
    assert.deepEqual([color, team_id], ['teal', teamId]);
    assert.ok((await names(stage)).includes('Baru'));
    assert.equal(stage.person.lastNotification.message, 'Created “Baru”. It is attached to nothing yet.');
    const posts = stage.kirim.requests.all.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      posts.map(({ idempotency_key }) => idempotency_key),
      [true],
    );
  });

  it('says in the box that a name is taken, and that KirimChat refuses one, and takes the next', async () => {
    const { name = '' } =
      acme(stage)
        .labels()
        .find(({ team_id }) => team_id === teamId) ?? {};
    stage.kirim.faults.add({ match: { method: 'POST' }, fault: { kind: 'status', status: 422 } });
    picksInTurn(stage, teamRow, 'teal');
    stage.person.keys.push(name, 'Bad', 'Baru');
    await vscode.commands.executeCommand(CREATE);
    assert.deepEqual(stage.person.refusals, [
      `There is a label “${name}” already.`,
      'KirimChat refused the request. Scripted 422.',
    ]);
    assert.ok(onServer(stage, 'Baru'));
    assert.equal(stage.person.errors.length, 0);
  });

  it('sends nothing after Escape in any of its steps', async () => {
    stage.kirim.requests.clear();
    for (const picks of [[], [teamRow], [teamRow, 'teal']]) {
      picksInTurn(stage, ...picks);
      await vscode.commands.executeCommand(CREATE);
    }
    assert.equal(stage.kirim.requests.all.length, 0);
  });
});
