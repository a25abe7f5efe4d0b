import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import type { Row } from '../support/labelsViewProbe';
import { setSetting, Stage } from '../support/setUp';

describe('The name of a team', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    const rapi = stage.kirim.addOrganization({ name: 'Rapi', teams: 2 });
    for (const team_id of rapi.team_ids) {
      rapi.addLabel({ name: 'VIP', team_id });
    }
    await stage.signIn(rapi.addKey({ label: 'VS Code' }));
  });

  afterEach(async () => {
    await setSetting('teamAliases', undefined);
    await stage.close();
  });

  it('is kept in the user’s settings, and rows, tooltips and questions say it at once', async () => {
    const typed = ['Sales', ''];
    stage.stubs.replace(vscode.window, 'showInputBox', () => Promise.resolve(typed.shift()));
    const [before] = await stage.view.rows();
    assert.ok(before);
    // What VS Code gets whenever it is told to ask again: at first perhaps for what came just before.
    let told: Promise<Row[]> | undefined;
    const subscription = stage.view.onDidReplaceRows(() => {
      told = stage.view.rows();
    });
    await vscode.commands.executeCommand('kirimLabels.nameTeam', before.node);
    const team = await eventually(async () => {
      const [first] = (await told) ?? [];
      assert.equal(first?.name, 'Team Sales');
      return first;
    });
    subscription.dispose();
    const [row] = team.children;
    assert.ok(row);
    assert.match(await stage.view.tooltip(team), /^Team: Sales \(ID .+\)$/);
    await vscode.commands.executeCommand('kirimLabels.deleteLabel', row.node);
    assert.equal(stage.person.questions.at(-1)?.message, 'Delete label “VIP” (Team Sales) from Rapi?');
    const settings = vscode.workspace.getConfiguration('kirimLabels').inspect('teamAliases');
    assert.deepEqual(Object.values(settings?.globalValue ?? {}), ['Sales']);
    await vscode.commands.executeCommand('kirimLabels.nameTeam', team.node);
    assert.equal((await stage.view.rows())[0]?.name, before.name);
    assert.equal(vscode.workspace.getConfiguration('kirimLabels').inspect('teamAliases')?.globalValue, undefined);
  });
});
