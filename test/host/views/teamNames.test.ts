import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
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
    let replaced = 0;
    const subscription = stage.view.onDidReplaceRows(() => (replaced += 1));
    await vscode.commands.executeCommand('kirimLabels.nameTeam', before.node);
    await eventually(() => {
      assert.equal(replaced, 1);
    });
    subscription.dispose();
    const [team] = await stage.view.rows();
    const [row] = team?.children ?? [];
    assert.ok(team && row);
    assert.equal(team.name, 'Team Sales');
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
