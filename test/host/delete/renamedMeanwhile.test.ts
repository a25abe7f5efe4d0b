import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type Organization, SAMPLE_ORGANIZATION } from '../../kirim';
import { askedToDelete, askedToDeleteMany, deletes } from './deleteSteps';
import { eventually } from '../support/eventually';
import { Stage } from '../support/setUp';

describe('A label that is renamed while it is being deleted', () => {
  let stage: Stage;
  let acme: Organization;
  // More than are sent at once.
  const some = Array.from({ length: 10 }, (_, index) => `Uji ${index + 1}`);

  beforeEach(async () => {
    stage = await Stage.open();
    acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    some.forEach((name) => acme.addLabel({ name }));
    await stage.signIn();
    await stage.view.rows();
  });

  afterEach(async () => {
    await stage.close();
  });

  const idOf = (name: string) => acme.labels().find((label) => label.name === name)?.id ?? '';

  it('is left out of a run, which says so', async () => {
    const gate = stage.kirim.faults.hold({ method: 'DELETE' });
    const deletion = askedToDeleteMany(stage, some, 'Delete 10 Labels');
    await gate.reached(1);
    acme.renameLabel(idOf('Uji 10'), 'Penting');
    await vscode.commands.executeCommand('kirimLabels.refresh');
    gate.open();
    await deletion;
    assert.equal(deletes(stage), 9);
    assert.equal(
      stage.person.lastNotification.message,
      'Deleted 9 of 10 labels. Renamed meanwhile, so still there: 1.',
    );
    assert.deepEqual(stage.person.lastNotification.buttons, ['Create Again', 'Show Details']);
    assert.equal((await stage.view.row('Penting')).item.contextValue, 'label');
    stage.person.lastNotification.press('Show Details');
    await eventually(() => {
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(text, /Renamed meanwhile, so still there \(1\)\n {2}Uji 10 {2}lbl_\w+ {2}Now called “Penting”\.\n/);
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is left as it is where it was to be retired', async () => {
    const gate = stage.kirim.faults.hold({ method: 'PATCH' });
    const nodes = await Promise.all(some.map(async (name) => (await stage.view.row(name)).node));
    stage.person.answers.push('Retire 10 Labels');
    const retiring = vscode.commands.executeCommand('kirimLabels.retireLabel', nodes[0], nodes);
    await gate.reached(1);
    acme.renameLabel(idOf('Uji 10'), 'Penting');
    await vscode.commands.executeCommand('kirimLabels.refresh');
    gate.open();
    await retiring;
    assert.equal(stage.kirim.requests.count({ method: 'PATCH' }), 9);
    assert.equal(
      stage.person.lastNotification.message,
      'Retired 9 of 10 labels. Changed meanwhile, so left as it is: 1.',
    );
    assert.equal((await stage.view.row('Penting')).item.contextValue, 'label');
  });

  it('is not deleted where that was while it waited for the rate limit; Retry asks again', async () => {
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'rate_limited', retryAfter: '4' } });
    const deletion = askedToDelete(stage, 'VIP');
    await eventually(() => {
      assert.equal(deletes(stage), 1);
    });
    acme.renameLabel(idOf('VIP'), 'Penting');
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await deletion;
    assert.equal(deletes(stage), 1);
    assert.equal(stage.person.lastNotification.message, 'Label “VIP” was not deleted: it is called “Penting” now.');
    assert.equal((await stage.view.row('Penting')).item.contextValue, 'label');
    stage.person.lastNotification.press('Retry');
    await eventually(() => {
      assert.equal(stage.person.questions[1]?.message, 'Delete label “Penting” from Acme?');
    });
    assert.equal(deletes(stage), 1);
  });
});
