import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EMPTY_API_KEY, EMPTY_ORGANIZATION, type Organization, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../../kirim';
import { askedToDelete } from '../delete/deleteSteps';
import { eventually } from '../support/eventually';
import { deletedNames } from '../support/recentlyDeletedProbe';
import { Stage } from '../support/setUp';

describe('The organization of a key', () => {
  let stage: Stage;
  let acme: Organization;

  beforeEach(async () => {
    stage = await Stage.open();
    acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
  });

  afterEach(async () => {
    await stage.close();
  });

  const deleted = (...names: string[]) =>
    eventually(async () => {
      assert.deepEqual(await deletedNames(), names);
    });

  /** As at a host that does not know such a request. */
  const hideOrganizations = () =>
    stage.kirim.faults.add({ match: { path: '/me' }, times: Infinity, fault: { kind: 'status', status: 404 } });

  it('has the name that KirimChat says now, after a refresh, in the view and in questions', async () => {
    await stage.signIn();
    await stage.view.rows();
    acme.name = 'Acme & Co';
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await eventually(() => {
      assert.equal(stage.view.view.description, 'Acme & Co');
    });
    await askedToDelete(stage, 'VIP', null);
    assert.equal(stage.person.questions.at(-1)?.message, 'Delete label “VIP” from Acme & Co?');
    assert.equal(stage.kirim.requests.count({ path: '/me' }), 1);
    assert.equal(stage.person.errors.length, 0);
  });

  it('has a journal of its own where KirimChat does not tell it', async () => {
    hideOrganizations();
    await stage.signIn();
    await stage.view.rows();
    await askedToDelete(stage, 'VIP');
    await deleted('VIP');
    stage.kirim.organization(EMPTY_ORGANIZATION).addLabel({ name: 'Baru' });
    await stage.signIn(EMPTY_API_KEY);
    await askedToDelete(stage, 'Baru');
    // What is listed then has been read from this key's journal.
    await deleted('Baru');
  });

  it('keeps that journal when it is told later', async () => {
    hideOrganizations();
    await stage.signIn();
    await stage.view.rows();
    await askedToDelete(stage, 'VIP');
    await deleted('VIP');
    stage.kirim.faults.clear();
    await vscode.commands.executeCommand('kirimLabels.refresh');
    await eventually(() => {
      assert.equal(stage.view.view.description, SAMPLE_ORGANIZATION);
    });
    await deleted('VIP');
    // From now on it is the journal of the organization, whichever key is used.
    await stage.signIn(acme.addKey({ label: 'another' }));
    await stage.view.rows();
    await eventually(async () => {
      // The session before may be carrying it over just now.
      await vscode.commands.executeCommand('kirimLabels.refresh');
      assert.deepEqual(await deletedNames(), ['VIP']);
    });
    await vscode.commands.executeCommand('kirimLabels.signOut');
    await stage.signIn(SAMPLE_API_KEY);
    await stage.view.rows();
    await deleted('VIP');
  });
});
