import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EMPTY_API_KEY, EMPTY_ORGANIZATION, SECOND_API_KEY, SECOND_ORGANIZATION } from '../../kirim';
import { acme, callOn, onServer, RESTORE, retiredNames } from '../update/retireSteps';
import { setSetting, Stage } from '../support/setUp';

describe('The group of retired labels', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
  });

  afterEach(async () => {
    await setSetting('retiredPrefix', undefined);
    await stage.close();
  });

  it('is the last one, collapsed, with its count, and not there without a retired label', async () => {
    await stage.signIn();
    assert.ok((await stage.view.rows()).every(({ name }) => name !== 'Retired'));
    acme(stage).renameLabel(onServer(stage, 'VIP').id, '[retired] VIP');
    await vscode.commands.executeCommand('kirimLabels.refresh');
    const rows = await stage.view.rows();
    assert.deepEqual(
      rows.map(({ item }) => item.contextValue),
      ['team', 'team', 'retired'],
    );
    const { name, item } = rows[2] ?? assert.fail();
    assert.equal(name, 'Retired');
    assert.equal(item.description, '1');
    assert.equal(item.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
  });

  it('takes labels out of their teams, and says which team they are from', async () => {
    await stage.signIn();
    acme(stage).renameLabel(onServer(stage, 'VIP').id, '[retired] VIP');
    const [first, second, group] = await stage.view.rows();
    const inTeams = [first, second].flatMap((team) => team?.children.map(({ name }) => name) ?? []);
    assert.ok(!inTeams.includes('[retired] VIP'));
    const [row] = group?.children ?? [];
    assert.equal(row?.item.contextValue, 'label.retired');
    assert.ok([first?.name, second?.name].includes(String(row.item.description)));
    assert.equal(row.item.accessibilityInformation?.label, `[retired] VIP, amber, ${String(row.item.description)}`);
  });

  it('says no team where there is only one', async () => {
    await stage.signIn(SECOND_API_KEY);
    const toko = stage.kirim.organization(SECOND_ORGANIZATION);
    toko.addLabel({ name: '[retired] Grosir' });
    const rows = await stage.view.rows();
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['Antar Sore', 'Lunas', 'Pesanan Baru', 'Utang', 'VIP', 'Retired'],
    );
    assert.equal(rows.at(-1)?.children[0]?.item.description, undefined);
  });

  it('is there when all labels are retired', async () => {
    await stage.signIn(EMPTY_API_KEY);
    stage.kirim.organization(EMPTY_ORGANIZATION).addLabel({ name: '[retired] VIP' });
    assert.deepEqual(
      (await stage.view.rows()).map(({ name }) => name),
      ['Retired'],
    );
    assert.equal(stage.view.contexts.get('kirimLabels.state'), 'ready');
  });

  it('keeps the groups of two teams when all labels of one are retired', async () => {
    await stage.signIn();
    const [first] = acme(stage).team_ids;
    for (const { id, name, team_id } of acme(stage).labels()) {
      if (team_id === first) {
        acme(stage).renameLabel(id, `[retired] ${name}`);
      }
    }
    const rows = await stage.view.rows();
    assert.deepEqual(
      rows.map(({ item }) => item.contextValue),
      ['team', 'retired'],
    );
  });

  it('restores what was retired on another machine: the mark goes, and the color stays', async () => {
    await stage.signIn();
    acme(stage).addLabel({ name: '[retired] Musiman', color: 'gray' });
    await callOn(stage, RESTORE, ['[retired] Musiman'], null);
    assert.equal(onServer(stage, 'Musiman').color, 'gray');
    assert.equal(stage.person.questions.length, 0);
  });

  it('follows the setting at once, and a setting without a character counts as none', async () => {
    await stage.signIn();
    acme(stage).addLabel({ name: 'zz Musiman' });
    assert.deepEqual(await retiredNames(stage), []);
    await setSetting('retiredPrefix', 'zz ');
    assert.deepEqual(await retiredNames(stage), ['zz Musiman']);
    await setSetting('retiredPrefix', ' ');
    assert.deepEqual(await retiredNames(stage), []);
  });
});
