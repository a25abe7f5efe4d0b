import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Organization, SAMPLE_ORGANIZATION, SECOND_API_KEY } from '../../kirim';
import { askedToDelete, askedToDeleteMany, pickerThatPicks } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { damagedFileIn, findStorage, otherWindowDid } from '../support/otherWindow';
import {
  deletedNames,
  deletedRow,
  deletedRows,
  deletedTooltip,
  messageAboveDeleted,
} from '../support/recentlyDeletedProbe';
import { Stage } from '../support/setUp';

describe('Recently Deleted', () => {
  let stage: Stage;
  let acme: Organization;

  beforeEach(async () => {
    stage = await Stage.open();
    acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    await findStorage(stage);
    await stage.signIn();
    await stage.view.rows();
  });

  afterEach(async () => {
    await stage.close();
  });

  const hasDeleted = () => stage.view.contexts.get('kirimLabels.hasDeleted');
  const vip = () => acme.labels().find(({ name }) => name === 'VIP') ?? assert.fail('There is no VIP');
  const shows = (...names: string[]) =>
    eventually(async () => {
      assert.deepEqual(await deletedNames(), names);
    });

  it('is not there as long as there is nothing in it', async () => {
    await askedToDelete(stage, 'VIP', null);
    assert.equal(hasDeleted(), false);
    assert.deepEqual(await deletedRows(), []);
    assert.equal(stage.view.view.title, 'Acme');
  });

  it('shows a deleted label with its color and when that was', async () => {
    const { color } = vip();
    await askedToDelete(stage, 'VIP');
    await shows('VIP');
    const { item } = await deletedRow('VIP');
    assert.equal(hasDeleted(), true);
    assert.equal(item.contextValue, 'deletedLabel');
    assert.ok(item.iconPath instanceof vscode.ThemeIcon);
    assert.equal(item.iconPath.color?.id, `kirimLabels.color.${color}`);
    const when = new Date().toLocaleString(vscode.env.language, { dateStyle: 'medium' });
    assert.ok(String(item.description).startsWith(when), String(item.description));
    assert.equal(item.accessibilityInformation?.label, `VIP, ${color}, deleted ${String(item.description)}`);
  });

  it('says that files of the journal cannot be read, also where there is nothing else to show', async () => {
    assert.equal(messageAboveDeleted() ?? '', '');
    await damagedFileIn(acme, '0000000000001-gone-000001.jsonl', '{"format":"kirim-labels-journal","version":2}\n');
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await eventually(() => {
      assert.match(messageAboveDeleted() ?? '', /^A file of the journal cannot be read: .* It is kept\./);
      assert.equal(hasDeleted(), true);
    });
    assert.deepEqual(await deletedRows(), []);
    await askedToDelete(stage, 'VIP');
    await shows('VIP');
    await damagedFileIn(acme, '0000000000002-gone-000001.jsonl', 'cut');
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await eventually(() => {
      assert.match(messageAboveDeleted() ?? '', /^2 files of the journal cannot be read/);
    });
    await vscode.commands.executeCommand('kirimLabels.signOut');
    await eventually(() => {
      assert.equal(messageAboveDeleted(), '');
    });
  });

  it('says in the tooltip what the label was, and what support asks for', async () => {
    const { id, color, team_id } = vip();
    await askedToDelete(stage, 'VIP');
    await shows('VIP');
    const row = await deletedRow('VIP');
    assert.equal(row.item.tooltip, undefined);
    assert.match(
      String(await deletedTooltip(row)),
      new RegExp(`^VIP\nColor: ${color}\nTeam: ${team_id}\nOld ID: ${id}\nDeleted: .+\nRequest ID: req_\\w+$`),
    );
  });

  it('gives the labels their title back, with the organization beside it, while it is there', async () => {
    await askedToDelete(stage, 'VIP');
    await shows('VIP');
    assert.equal(stage.view.view.title, 'Labels');
    assert.equal(stage.view.view.description, 'Acme');
    await vscode.commands.executeCommand('kirimLabels.signOut');
    assert.equal(hasDeleted(), false);
    assert.deepEqual(await deletedRows(), []);
  });

  it('groups labels that were deleted together, with those below it', async () => {
    for (const name of ['Uji 1', 'Uji 2', 'Uji 3']) {
      acme.addLabel({ name });
    }
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await askedToDelete(stage, 'VIP');
    await askedToDeleteMany(stage, ['Uji 1', 'Uji 2', 'Uji 3'], 'Delete 3 Labels');
    await shows('3 labels', 'VIP');
    const [group] = await deletedRows();
    assert.equal(group?.item.contextValue, 'deletedRun');
    assert.deepEqual(group.children.map(({ name }) => name).sort(), ['Uji 1', 'Uji 2', 'Uji 3']);
    const [child] = group.children;
    assert.ok(child);
    assert.match(String(await deletedTooltip(child)), /\nWith 2 other labels\n/);
    assert.match(String(await deletedTooltip(group)), /^Deleted: .+\n“Uji \d”\n“Uji \d”\n“Uji \d”$/);
    const ids = [group, ...group.children].map(({ item }) => item.id);
    assert.equal(new Set(ids).size, 4);
  });

  it('has no row for a command that is of an organization that is not signed in any more, or only looks like one', async () => {
    await askedToDelete(stage, 'VIP');
    await shows('VIP');
    const { node } = await deletedRow('VIP');
    const created = () => stage.kirim.requests.count({ method: 'POST', path: '/labels' });
    // The list that opens instead is closed.
    pickerThatPicks(stage, undefined);
    const fake = { ...(node as object) };
    stage.person.answers.push('Create Label');
    await vscode.commands.executeCommand('kirimLabels.recreateLabel', fake, [fake]);
    assert.equal(stage.person.questions.length, 1);
    await stage.signOut();
    await stage.signIn(SECOND_API_KEY);
    await vscode.commands.executeCommand('kirimLabels.recreateLabel', node);
    assert.equal(stage.person.questions.length, 1);
    assert.equal(created(), 0);
  });

  it('shows what another window deleted, after a refresh', async () => {
    const label = vip();
    acme.removeLabel(label.id);
    await otherWindowDid(acme, { sent: [[label, 'done']], isFinished: true });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await shows('VIP');
  });

  it('lets the list decide where nobody knows whether a label was deleted', async () => {
    const [label, other] = [vip(), acme.addLabel({ name: 'Uji' })];
    acme.removeLabel(label.id);
    await otherWindowDid(acme, { sent: [[label, 'inDoubt']], isFinished: true });
    await otherWindowDid(acme, { sent: [[other, 'inDoubt']], isFinished: true });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await shows('VIP');
  });

  it('shows a name that looks like code as text', async () => {
    acme.addLabel({ name: '$(trash) [a](command:b)' });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    const row = (await stage.view.labelRows()).find(({ name }) => name.includes('trash'));
    await askedToDelete(stage, row?.name ?? '');
    const deleted = await eventually(async () => (await deletedRows())[0] ?? assert.fail('Nothing is deleted'));
    assert.ok(deleted.name.includes('trash'));
    const texts = [deleted.name, String(await deletedTooltip(deleted))];
    assert.ok(texts.every((text) => !text.includes('$(') && !text.includes('](')));
  });
});
