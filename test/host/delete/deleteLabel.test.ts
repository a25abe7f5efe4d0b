import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EMPTY_API_KEY, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../../kirim';
import { askedToDelete, DELETE, deletes, lists, names, pickerThatPicks } from './deleteSteps';
import { eventually } from '../support/eventually';
import { Stage } from '../support/setUp';

describe('Delete Label', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
  });

  afterEach(async () => {
    await stage.close();
  });

  /** Shows the view with the label's row selected. */
  const selected = async (name: string) => {
    const { node } = await stage.view.row(name);
    await stage.view.view.reveal(node, { select: true });
    // A row that was selected in another test is of another session.
    const sessionOf = (row: unknown) => (row as { readonly session?: unknown } | undefined)?.session;
    await eventually(() => {
      assert.equal(stage.view.view.selection.length, 1);
      assert.ok(sessionOf(stage.view.view.selection[0]) === sessionOf(node));
    });
  };

  it('names label and organization, says what will happen, deletes, and takes the row out', async () => {
    const acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    const vip = acme.labels().find(({ name }) => name === 'VIP');
    assert.ok(vip);
    const before = { contacts: acme.contacts.length, attached: acme.attachments(vip.id).contacts.length };
    assert.ok(before.attached > 0);

    await askedToDelete(stage, 'VIP');

    const [question] = stage.person.questions;
    assert.equal(question?.message, 'Delete label “VIP” from Acme?');
    assert.match(
      question.detail ?? '',
      /removed from every contact and conversation.*The contacts and conversations stay\. This cannot be undone\./s,
    );
    assert.match(question.detail ?? '', new RegExp(`API: 127.0.0.1:${stage.server.port}`));
    assert.deepEqual(question.buttons, ['Delete Label']);
    assert.ok(!(await names(stage)).includes('VIP'));
    assert.equal(acme.attachments(vip.id).contacts.length, 0);
    assert.equal(acme.contacts.length, before.contacts);
    assert.equal(stage.person.lastNotification.message, 'Deleted label “VIP”.');
    assert.deepEqual(stage.person.lastNotification.buttons, ['Create Again']);
    assert.equal(stage.person.errors.length, 0);
  });

  it('costs one DELETE and one page to refresh', async () => {
    await stage.view.rows();
    stage.kirim.requests.clear();
    await askedToDelete(stage, 'VIP');
    await eventually(() => {
      assert.equal(lists(stage), 1);
      assert.equal(stage.kirim.requests.inFlight, 0);
    });
    assert.equal(deletes(stage), 1);
    assert.equal(stage.kirim.requests.all.length, 2);
  });

  it('sends nothing and changes nothing after Cancel', async () => {
    await stage.view.rows();
    stage.kirim.requests.clear();
    const before = await names(stage);
    await askedToDelete(stage, 'VIP', null);
    assert.equal(stage.kirim.requests.all.length, 0);
    assert.deepEqual(await names(stage), before);
  });

  it('shows “Deleting…” on the row meanwhile, and does nothing when asked for the same label again', async () => {
    await stage.view.rows();
    const gate = stage.kirim.faults.hold({ method: 'DELETE' });
    const deletion = askedToDelete(stage, 'VIP');
    await eventually(() => {
      assert.equal(stage.kirim.requests.inFlight, 1);
    });
    const row = await stage.view.row('VIP');
    assert.equal(row.item.description, 'Deleting…');
    assert.equal(row.item.contextValue, 'label.deleting');
    await vscode.commands.executeCommand('kirimLabels.copyLabelId', row.node);
    assert.match(await vscode.env.clipboard.readText(), /^lbl_/);
    await askedToDelete(stage, 'VIP');
    assert.equal(stage.person.questions.length, 1);
    gate.open();
    await deletion;
    assert.equal(deletes(stage), 1);
  });

  it('asks once when it is called twice before the question is answered', async () => {
    const { node } = await stage.view.row('VIP');
    stage.person.answers.push('Delete Label', 'Delete Label');
    await Promise.all([vscode.commands.executeCommand(DELETE, node), vscode.commands.executeCommand(DELETE, node)]);
    assert.equal(stage.person.questions.length, 1);
    assert.equal(deletes(stage), 1);
  });

  it('asks with a list when the row of a menu was lost, whatever is selected', async () => {
    await selected('VIP');
    const picker = pickerThatPicks(stage, undefined);
    await vscode.commands.executeCommand(DELETE, undefined);
    assert.ok(picker.offered.length > 30);
    assert.equal(stage.person.questions.length, 0);
  });

  it('takes the selected row from the palette, and asks with a list while the view is hidden', async () => {
    await selected('VIP');
    await vscode.commands.executeCommand(DELETE);
    assert.equal(stage.person.questions[0]?.message, 'Delete label “VIP” from Acme?');
    await vscode.commands.executeCommand('workbench.view.explorer');
    await eventually(() => {
      assert.equal(stage.view.view.visible, false);
    });
    const picker = pickerThatPicks(stage, undefined);
    await vscode.commands.executeCommand(DELETE);
    assert.ok(picker.offered.length > 30);
    assert.equal(stage.person.questions.length, 1);
  });

  it('does not take for a row what only looks like one', async () => {
    const { node } = await stage.view.row('VIP');
    const picker = pickerThatPicks(stage, undefined);
    const fake = { ...(node as object) };
    stage.person.answers.push('Delete Label');
    await vscode.commands.executeCommand(DELETE, fake, [fake]);
    assert.ok(picker.offered.length > 30);
    assert.equal(stage.person.questions.length, 0);
    assert.equal(deletes(stage), 0);
  });

  it('signs in first when it is called from the palette by nobody, then asks which label', async () => {
    await vscode.commands.executeCommand('kirimLabels.signOut');
    const picker = pickerThatPicks(stage, 'VIP');
    stage.person.keys.push(SAMPLE_API_KEY);
    stage.person.answers.push('Delete Label');
    await vscode.commands.executeCommand(DELETE);
    assert.ok(picker.offered.length > 30);
    assert.equal(stage.person.questions[0]?.message, 'Delete label “VIP” from Acme?');
    assert.equal(deletes(stage), 1);
  });

  it('stops without a word when nobody signs in', async () => {
    await vscode.commands.executeCommand('kirimLabels.signOut');
    await vscode.commands.executeCommand(DELETE);
    assert.equal(stage.person.questions.length, 0);
    assert.equal(stage.person.errors.length, 0);
  });

  it('does not act on a row of an organization that is no longer signed in', async () => {
    const { node } = await stage.view.row('VIP');
    await stage.signOut();
    await stage.signIn(EMPTY_API_KEY);
    const picker = pickerThatPicks(stage, undefined);
    await vscode.commands.executeCommand(DELETE, node);
    assert.deepEqual(picker.offered, []);
    assert.equal(deletes(stage), 0);
  });

  it('shows a name that looks like code as text, everywhere', async () => {
    const acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    acme.addLabel({ name: '$(trash) <b>x</b> [a](command:b)', color: 'red' });
    await vscode.commands.executeCommand('kirimLabels.refresh');
    const row = (await stage.view.labelRows()).find(({ name }) => name.includes('<b>'));
    assert.ok(row);
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 500 } });
    stage.person.answers.push('Delete Label');
    await vscode.commands.executeCommand(DELETE, row.node);
    const texts = [row.name, stage.person.questions[0]?.message ?? '', stage.person.lastError.message];
    for (const text of texts) {
      assert.ok(text.includes('<b>x</b>'));
      assert.ok(!text.includes('$(') && !text.includes(']('));
    }
  });
});
