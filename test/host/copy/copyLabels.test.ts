import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SAMPLE_API_KEY } from '../../kirim';
import type { LabelNode } from '../../../src/views/labels/labelNodes';
import { Stage } from '../support/setUp';

describe('Copying from rows', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
  });

  afterEach(async () => {
    await stage.close();
  });

  /** What is in the clipboard after the command was called on the rows of some labels, which it gives back as well. */
  const copied = async (command: string, count: number) => {
    const nodes = (await stage.view.labelRows()).slice(0, count).map(({ node }) => node as LabelNode);
    await vscode.commands.executeCommand(`kirimLabels.${command}`, nodes[0], nodes);
    return { text: await vscode.env.clipboard.readText(), labels: nodes.map(({ label }) => label) };
  };

  it('takes names and ids line by line, and JSON as KirimChat has it', async () => {
    const names = await copied('copyLabelName', 3);
    assert.equal(names.text, names.labels.map(({ name }) => name).join('\n'));
    const ids = await copied('copyLabelId', 3);
    assert.equal(ids.text, ids.labels.map(({ id }) => id).join('\n'));
    const one = await copied('copyLabelAsJson', 1);
    assert.deepEqual(JSON.parse(one.text), one.labels[0]);
    const several = await copied('copyLabelAsJson', 2);
    assert.deepEqual(JSON.parse(several.text), several.labels);
    assert.equal(stage.person.statusBar.at(-1), 'Copied 2 labels as JSON.');
  });

  it('takes the request that deletes a label without the key, at the address of the setting', async () => {
    const { text, labels } = await copied('copyAsCurl', 1);
    const url = `${stage.server.baseUrl}/labels/${labels[0]?.id ?? ''}`;
    assert.equal(text, `curl -X DELETE -H "Authorization: Bearer $KIRIM_API_KEY" '${url}'`);
    assert.ok(!text.includes(SAMPLE_API_KEY));
    assert.equal(stage.kirim.requests.count({ method: 'DELETE' }), 0);
  });
});
