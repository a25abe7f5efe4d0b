import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Organization } from '../../kirim';
import type { LabelNode } from '../../../src/views/labels/labelNodes';
import { eventually } from '../support/eventually';
import { Stage } from '../support/setUp';

describe('Two organizations', () => {
  let stage: Stage;
  let beta: Organization;

  beforeEach(async () => {
    stage = await Stage.open();
    beta = stage.kirim.addOrganization({ name: 'Beta' });
    beta.addLabel({ name: 'VIP', color: 'teal' });
    await stage.signIn();
    await stage.signIn(beta.addKey({ label: 'VS Code' }));
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await stage.close();
  });

  it('are compared in VS Code’s diff, in documents of the extension’s own', async () => {
    await vscode.commands.executeCommand('kirimLabels.compareLabels');
    const { activeTab } = vscode.window.tabGroups.activeTabGroup;
    assert.ok(activeTab?.input instanceof vscode.TabInputTextDiff);
    assert.match(activeTab.label, /^Labels: Acme ↔ Beta$/);
    const { original, modified } = activeTab.input;
    const [left, right] = await Promise.all([original, modified].map((uri) => vscode.workspace.openTextDocument(uri)));
    assert.equal(original.scheme, 'kirim-labels');
    assert.match(left?.getText() ?? '', /^VIP {2}/m);
    assert.equal(right?.getText(), 'VIP  teal\n');
  });

  it('get what the other one has and they do not, after one question, through the engine', async () => {
    const [acme] = await stage.view.rows();
    const rows = acme?.children.flatMap((child) => (child.children.length > 0 ? child.children : [child])) ?? [];
    const source = rows
      .map(({ node }) => node as LabelNode)
      .filter(({ label }) => label.name !== 'VIP')
      .slice(0, 4);
    stage.person.answers.push('Create 4 Labels');
    await vscode.commands.executeCommand('kirimLabels.copyToOrganization', source[0], source);
    assert.match(stage.person.questions[0]?.message ?? '', /^Copy 4 labels from Acme to Beta\?$/);
    await eventually(() => {
      assert.equal(stage.person.lastNotification.message, 'Beta: Created 4 labels. They are attached to nothing yet.');
    });
    const names = beta.labels().map(({ name }) => name);
    assert.deepEqual(
      source.map(({ label }) => label.name).filter((name) => !names.includes(name)),
      [],
    );
  });
});
