import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SAMPLE_ORGANIZATION } from '../kirim';
import type { KirimLabelsApi } from '../../src/extensionApi';
import { extension, Stage } from './support/setUp';

interface Answer {
  readonly labels?: readonly { readonly id: string; readonly name: string; readonly status?: string }[];
  readonly error?: { readonly code: string };
}

const DELETE = 'kirim_delete_labels';

/** As another extension, or VS Code for an agent, invokes a tool. */
async function invoke(name: string, input: object): Promise<Answer> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  const [part] = content;
  assert.ok(part instanceof vscode.LanguageModelTextPart);
  return JSON.parse(part.value) as Answer;
}

describe('Doors for agents and other extensions', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
    await stage.view.rows();
  });
  afterEach(() => stage.close());

  const deletes = () => stage.kirim.requests.count({ method: 'DELETE' });
  const vip = async () => {
    const { labels = [] } = await invoke('kirim_find_labels', { text: 'VIP' });
    const label = labels.find(({ name }) => name === 'VIP');
    assert.ok(label);
    return { id: label.id, name: label.name };
  };

  it('are the tools of package.json, which VS Code knows', () => {
    const known = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('kirim_'));
    const { contributes } = extension().packageJSON as { contributes: { languageModelTools: { name: string }[] } };
    assert.deepEqual(known.sort(), contributes.languageModelTools.map(({ name }) => name).sort());
  });

  it('delete what the person agrees to, and nothing where the person does not', async () => {
    const labels = [await vip()];
    stage.person.answers.push(undefined);
    assert.deepEqual((await invoke(DELETE, { labels })).labels, [{ ...labels[0], status: 'declined' }]);
    assert.equal(deletes(), 0);
    stage.person.answers.push('Delete Label');
    assert.equal((await invoke(DELETE, { labels })).labels?.[0]?.status, 'done');
    assert.deepEqual(
      stage.person.questions.map(({ message }) => message),
      ['Delete label “VIP” from Acme?', 'Delete label “VIP” from Acme?'],
    );
    assert.match(stage.person.questions[0]?.detail ?? '', /^An agent asks for this\./);
    assert.equal(deletes(), 1);
  });

  it('ask nothing where the name is another one, and no input makes up for the question', async () => {
    const { id } = await vip();
    const labels = [{ id, name: 'COD' }];
    const { error } = await invoke(DELETE, { labels, confirmed: true, force: true });
    assert.equal(error?.code, 'nameDiffers');
    assert.deepEqual([stage.person.questions, deletes()], [[], 0]);
  });

  it('are commands with labels that are named', async () => {
    const label = await vip();
    stage.person.answers.push('Retire Label');
    await vscode.commands.executeCommand('kirimLabels.retireLabel', { labels: [label] });
    assert.deepEqual(
      stage.person.questions.map(({ message }) => message),
      ['Retire label “VIP” in Acme?'],
    );
    await vscode.commands.executeCommand('kirimLabels.restoreLabel', {
      labels: [{ id: label.id, name: '[retired] VIP' }],
    });
    assert.equal(stage.person.questions[1]?.message, 'Restore label “[retired] VIP” in Acme?');
    assert.equal(stage.kirim.requests.count({ method: 'PATCH' }), 1);
    await vscode.commands.executeCommand('kirimLabels.deleteLabel', { labels: [label] });
    assert.equal(stage.person.questions.length, 2);
    assert.equal(stage.person.lastNotification.message, 'The label that was named “VIP” is called “[retired] VIP”.');
  });

  it('are what activate() returns', async () => {
    const api = (await extension().activate()) as KirimLabelsApi;
    assert.equal(api.version, 1);
    const { organizations, labels } = await api.listLabels();
    assert.deepEqual(
      organizations.map(({ name, is_whole }) => [name, is_whole]),
      [['Acme', true]],
    );
    assert.equal(labels.length, stage.kirim.organization(SAMPLE_ORGANIZATION).labels().length);
    const changed = new Promise<void>((resolve) => {
      const listening = api.onDidChangeLabels(() => {
        listening.dispose();
        resolve();
      });
    });
    stage.person.answers.push('Delete Label');
    const [result] = await api.deleteLabels([await vip()]);
    assert.equal(result?.status, 'done');
    await changed;
    assert.match(stage.person.questions[0]?.detail ?? '', /^Another extension asks for this\./);
  });
});
