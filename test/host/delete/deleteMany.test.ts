import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Organization, RATE_LIMIT_HEADERS, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../../kirim';
import { askedToDeleteMany, DELETE, deletes, names, pickerThatPicks, watchProgress } from './deleteSteps';
import { eventually } from '../support/eventually';
import { Stage } from '../support/setUp';

describe('Deleting many labels', () => {
  let stage: Stage;
  let acme: Organization;
  const some = ['Uji 1', 'Uji 2', 'Uji 3'];

  beforeEach(async () => {
    stage = await Stage.open();
    acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    for (let number = 1; number <= 14; number += 1) {
      acme.addLabel({ name: `Uji ${number}` });
    }
    await stage.signIn();
    await stage.view.rows();
    stage.kirim.requests.clear();
  });

  afterEach(async () => {
    await stage.close();
  });

  const idOf = (name: string) => acme.labels().find((label) => label.name === name)?.id ?? '';
  const all = (count: number) => Array.from({ length: count }, (_, index) => `Uji ${index + 1}`);
  const fail = (name: string, status: number) =>
    stage.kirim.faults.add({
      match: { method: 'DELETE', path: `/labels/${idOf(name)}` },
      fault: { kind: 'status', status },
    });

  it('asks once for all selected rows, deletes them, and says so', async () => {
    await askedToDeleteMany(stage, some, 'Delete 3 Labels');
    const [question] = stage.person.questions;
    assert.equal(question?.message, 'Delete 3 labels from Acme?');
    assert.match(question.detail ?? '', /^“Uji 1”\n“Uji 2”\n“Uji 3”\n\nThey will be removed from every contact/);
    assert.match(question.detail ?? '', /This cannot be undone\./);
    assert.deepEqual(question.buttons, ['Delete 3 Labels']);
    assert.equal(stage.person.questions.length, 1);
    assert.equal(deletes(stage), 3);
    assert.equal(stage.person.lastNotification.message, 'Deleted 3 labels.');
    assert.deepEqual(stage.person.lastNotification.buttons, ['Create Again', 'Show Details']);
    const left = await names(stage);
    assert.ok(!some.some((name) => left.includes(name)));
  });

  it('sends nothing after Escape', async () => {
    await askedToDeleteMany(stage, some);
    assert.equal(stage.kirim.requests.count({ method: 'DELETE' }), 0);
    assert.equal(stage.person.notifications.length, 0);
  });

  it('names ten of them and how many more, and how long it takes at the limit of the organization', async () => {
    acme.setRateLimits({ write_per_minute: 10 });
    await askedToDeleteMany(stage, all(14));
    const detail = stage.person.questions[0]?.detail ?? '';
    assert.match(detail, /“Uji 10”\n…and 4 more\n\n/);
    assert.ok(!detail.includes('“Uji 11”'));
    assert.match(detail, /This takes about 72 seconds at 10 a minute/);
  });

  it('leaves out rows that stand for no label', async () => {
    const team = (await stage.view.rows()).find(({ children }) => children.length > 0)?.node;
    const { node } = await stage.view.row('Uji 1');
    stage.person.answers.push('Delete Label');
    await vscode.commands.executeCommand(DELETE, team, [team, node]);
    assert.equal(stage.person.questions[0]?.message, 'Delete label “Uji 1” from Acme?');
    assert.equal(deletes(stage), 1);
  });

  it('from the palette takes all that were checked in the list', async () => {
    const picker = pickerThatPicks(stage, 'Uji 1', 'Uji 2');
    stage.person.answers.push('Delete 2 Labels');
    await vscode.commands.executeCommand(DELETE);
    assert.ok(picker.offered.length > 30);
    assert.equal(deletes(stage), 2);
  });

  it('asks again when one was renamed or removed since, and deletes only what was read on screen', async () => {
    const nodes = await Promise.all(some.map(async (name) => (await stage.view.row(name)).node));
    acme.renameLabel(idOf('Uji 1'), 'Penting');
    acme.removeLabel(idOf('Uji 3'));
    stage.person.answers.push('Delete 3 Labels');
    await vscode.commands.executeCommand(DELETE, nodes[0], nodes);
    const again = stage.person.questions[1];
    assert.equal(again?.message, 'Delete 2 labels from Acme?');
    assert.match(again.detail ?? '', /“Uji 1” is now called “Penting”\. “Uji 3” is already gone\./);
    assert.equal(deletes(stage), 0);
    assert.ok((await names(stage)).includes('Penting'));
  });

  it('does not stop at one that fails, says which, and tries only that one again', async () => {
    fail('Uji 2', 500);
    await askedToDeleteMany(stage, some, 'Delete 3 Labels');
    assert.equal(
      stage.person.lastNotification.message,
      'Deleted 2 of 3 labels. Failed: 1. Something failed on KirimChat’s side.',
    );
    assert.deepEqual(stage.person.lastNotification.buttons, ['Retry Failed', 'Create Again', 'Show Details']);
    stage.person.lastNotification.press('Show Details');
    await eventually(() => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /Failed, so still there \(1\)\n {2}Uji 2 {2}lbl_\w+ {2}Something failed on KirimChat’s side/);
      assert.match(text, /Deleted \(2\)\n {2}Uji 1 {2}lbl_\w+/);
    });
    stage.person.lastNotification.press('Retry Failed');
    await eventually(async () => {
      assert.ok(!(await names(stage)).includes('Uji 2'));
    });
    assert.equal(stage.person.questions.length, 1);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('counts as deleted what an answer hid, once the list shows that it is gone', async () => {
    stage.kirim.faults.add({
      match: { method: 'DELETE', path: `/labels/${idOf('Uji 2')}` },
      fault: { kind: 'status', status: 500, applied: true },
    });
    await askedToDeleteMany(stage, some, 'Delete 3 Labels');
    assert.equal(stage.person.lastNotification.message, 'Deleted 3 labels.');
  });

  it('stops when the key is rejected, and offers to sign in', async () => {
    const gate = stage.kirim.faults.hold({ method: 'DELETE' });
    const deletion = askedToDeleteMany(stage, some, 'Delete 3 Labels');
    await gate.reached(1);
    acme.revokeKey(SAMPLE_API_KEY);
    gate.open();
    await deletion;
    assert.match(
      stage.person.lastNotification.message,
      /^Deleted 0 of 3 labels\. Failed: 1\. Not started, so still there: 2\. KirimChat rejected the API key\.$/,
    );
    assert.deepEqual(stage.person.lastNotification.buttons, ['Sign In Again', 'Show Details']);
    assert.equal(deletes(stage), 1);
  });

  it('can be cancelled in the middle: what was sent is reported, the rest stays', async () => {
    const progress = watchProgress(stage);
    const [first] = await Promise.all([stage.view.row('Uji 1')]);
    assert.ok(first);
    const gate = stage.kirim.faults.hold({ method: 'DELETE' });
    const deletion = askedToDeleteMany(stage, all(14), 'Delete 14 Labels');
    await gate.reached(1);
    assert.equal((await stage.view.row('Uji 14')).item.description, 'Waiting…');
    await eventually(() => {
      assert.deepEqual(progress.titles, ['Deleting 14 labels']);
    });
    progress.cancel();
    gate.open();
    await deletion;
    assert.equal(deletes(stage), 1);
    assert.equal(
      stage.person.lastNotification.message,
      'Cancelled. Deleted 1 of 14 labels. Not started, so still there: 13.',
    );
    assert.equal((await stage.view.row('Uji 14')).item.contextValue, 'label');
    assert.ok(progress.messages.includes('0 done, 14 left.'));
  });

  it('stays above the reserve of a bucket that production has nearly emptied, without a 429', async () => {
    acme.setRateLimits({ write_per_minute: 600 });
    const bucket = acme.bucket('write');
    const gate = stage.kirim.faults.hold({ method: 'DELETE' });
    const deletion = askedToDeleteMany(stage, all(14), 'Delete 14 Labels');
    await gate.reached(1);
    bucket.setLevel(123);
    gate.open();
    await deletion;
    assert.equal(deletes(stage), 14);
    assert.equal(stage.kirim.requests.count({ status: 429 }), 0);
    assert.ok(bucket.lowest() >= 120, `${bucket.lowest()} of 600`);
  });

  it('says how long it takes, at a careful pace, where headers do not tell how much is left', async () => {
    stage.kirim.variations.rateLimitHeaders = RATE_LIMIT_HEADERS.absent;
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await askedToDeleteMany(stage, all(14));
    const detail = stage.person.questions[0]?.detail ?? '';
    assert.match(
      detail,
      /This takes about 112 seconds: KirimChat does not say how much of your organization’s limit is left/,
    );
  });

  it('takes the rows out in few refreshes', async () => {
    let refreshes = 0;
    const subscription = stage.view.onDidReplaceRows(() => (refreshes += 1));
    await askedToDeleteMany(stage, all(14), 'Delete 14 Labels');
    // The rows of a view that is hidden are not waited for.
    await eventually(() => {
      assert.ok(refreshes > 0);
    });
    subscription.dispose();
    assert.ok(refreshes <= 4, `${refreshes} refreshes`);
  });
});
