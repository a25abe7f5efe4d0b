import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  EMPTY_API_KEY,
  type Organization,
  SAMPLE_API_KEY,
  SAMPLE_ORGANIZATION,
  SECOND_API_KEY,
  SECOND_ORGANIZATION,
} from '../../kirim';
import { eventually } from '../support/eventually';
import type { Row } from '../support/labelsViewProbe';
import { deletedRows } from '../support/recentlyDeletedProbe';
import { Stage } from '../support/setUp';

describe('Several organizations', () => {
  let stage: Stage;
  let acme: Organization;
  let toko: Organization;

  beforeEach(async () => {
    stage = await Stage.open();
    acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    toko = stage.kirim.organization(SECOND_ORGANIZATION);
    await stage.signIn(SAMPLE_API_KEY);
    await stage.signIn(SECOND_API_KEY);
    await stage.view.rows();
  });

  afterEach(async () => {
    await stage.close();
  });

  const row = async (organization: string): Promise<Row> => {
    const found = (await stage.view.rows()).find(({ name }) => name === organization);
    assert.ok(found, organization);
    return found;
  };

  /** The row of a label, in whichever team. */
  const labelIn = async (organization: string, name: string): Promise<Row> => {
    const children = (await row(organization)).children;
    const found = children.flatMap((child) => [child, ...child.children]).find((child) => child.name === name);
    assert.ok(found, `${organization}: ${name}`);
    return found;
  };

  const said = async (organization: string, words: string) => {
    await eventually(async () => {
      const { item } = await row(organization);
      assert.equal(item.description, words);
    });
  };

  it('have a row each, with the number of their labels, and are signed out of one by one', async () => {
    const rows = await stage.view.rows();
    assert.deepEqual(
      rows.map(({ name, item }) => [name, item.description]),
      [
        ['Acme', String(acme.labels().length)],
        ['Toko Sinar Jaya', '5'],
      ],
    );
    assert.equal(rows[1]?.item.accessibilityInformation?.label, 'Toko Sinar Jaya, 5 labels');
    assert.equal(stage.view.view.description, '');
    await vscode.commands.executeCommand('kirimLabels.signOut', rows[0]?.node);
    assert.deepEqual(
      (await stage.view.rows()).map(({ name }) => name),
      ['Antar Sore', 'Lunas', 'Pesanan Baru', 'Utang', 'VIP'],
    );
    assert.equal(stage.view.view.description, 'Toko Sinar Jaya');
  });

  it('take a new key of one of them in the place of the old one', async () => {
    const key = acme.addKey({ label: 'new' });
    await stage.signIn(key);
    acme.revokeKey(SAMPLE_API_KEY);
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await said('Acme', String(acme.labels().length));
    assert.deepEqual(
      (await stage.view.rows()).map(({ name }) => name),
      ['Acme', 'Toko Sinar Jaya'],
    );
  });

  it('say what is wrong with each of them, and leave the others alone', async () => {
    acme.revokeKey(SAMPLE_API_KEY);
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await said('Acme', `${acme.labels().length}, API key rejected`);
    await said('Toko Sinar Jaya', '5');
    assert.equal((await row('Acme')).item.contextValue, 'organization.rejected');
    assert.equal(stage.view.view.message ?? '', '');
    assert.match(await stage.view.tooltip(await row('Acme')), /rejected the API key/);
    await stage.signIn(EMPTY_API_KEY);
    await said('Warung Baru', '0');
  });

  it('are one question where labels of several are selected, which lists them apart; each has its own result', async () => {
    const first = await labelIn('Acme', 'COD');
    const second = await labelIn('Toko Sinar Jaya', 'Utang');
    stage.person.answers.push('Delete 2 Labels');
    await vscode.commands.executeCommand('kirimLabels.deleteLabel', first.node, [first.node, second.node]);
    const [question, ...others] = stage.person.questions;
    assert.equal(question?.message, 'Delete 2 labels from 2 organizations?');
    assert.match(
      question.detail ?? '',
      /Acme, label “COD”:\n[^]*\n\nToko Sinar Jaya, label “Utang”:\n[^]*\n\nThey will be removed/,
    );
    assert.deepEqual(others, []);
    assert.deepEqual(stage.person.notifications.map(({ message }) => message).sort(), [
      'Acme: Deleted label “COD”.',
      'Toko Sinar Jaya: Deleted label “Utang”.',
    ]);
    assert.ok(!toko.labels().some(({ name }) => name === 'Utang'));
    await eventually(async () => {
      const deleted = (await deletedRows()).map(({ name, children }) => [name, children.map((child) => child.name)]);
      assert.deepEqual(deleted, [
        ['Acme', ['COD']],
        ['Toko Sinar Jaya', ['Utang']],
      ]);
    });
  });

  it('do not hide each other’s failures', async () => {
    const rows = [await labelIn('Acme', 'COD'), await labelIn('Toko Sinar Jaya', 'Utang')];
    for (const { id } of [...acme.labels(), ...toko.labels()].filter(
      ({ name }) => name === 'COD' || name === 'Utang',
    )) {
      stage.kirim.faults.add({
        match: { method: 'DELETE', path: `/labels/${id}` },
        fault: { kind: 'status', status: 403 },
      });
    }
    stage.person.answers.push('Delete 2 Labels');
    await vscode.commands.executeCommand(
      'kirimLabels.deleteLabel',
      rows[0]?.node,
      rows.map(({ node }) => node),
    );
    await eventually(() => {
      const messages = stage.person.errors.map(({ message }) => message).sort();
      assert.match(messages[0] ?? '', /^Acme: Label “COD” was not deleted\./);
      assert.match(messages[1] ?? '', /^Toko Sinar Jaya: Label “Utang” was not deleted\./);
    });
  });
});
