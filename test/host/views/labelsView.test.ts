import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EMPTY_API_KEY, SAMPLE_API_KEY, SAMPLE_ORGANIZATION, SECOND_API_KEY } from '../../kirim';
import { eventually } from '../support/eventually';
import { Stage } from '../support/setUp';

describe('Labels view', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
  });

  afterEach(async () => {
    await stage.close();
  });

  const context = (name: string) => stage.view.contexts.get(`kirimLabels.${name}`);
  const refresh = () => vscode.commands.executeCommand('kirimLabels.refresh');
  const lists = () => stage.kirim.requests.count({ method: 'GET', path: '/labels' });

  it('groups by team where there are several, sorted by name within each', async () => {
    await stage.signIn();
    const groups = await stage.view.rows();
    assert.equal(groups.length, 2);
    for (const group of groups) {
      assert.match(group.name, /^Team /);
      assert.equal(group.item.contextValue, 'team');
      assert.equal(group.item.description, String(group.children.length));
      const names = group.children.map(({ name }) => name);
      const collator = new Intl.Collator(vscode.env.language, { numeric: true });
      assert.deepEqual(names, [...names].sort(collator.compare));
    }
  });

  it('does without groups in an organization with one team', async () => {
    await stage.signIn(SECOND_API_KEY);
    assert.deepEqual(
      (await stage.view.rows()).map(({ name }) => name),
      ['Antar Sore', 'Lunas', 'Pesanan Baru', 'Utang', 'VIP'],
    );
    assert.equal(stage.view.view.description, 'Toko Sinar Jaya');
  });

  it('gives each row a tag in its color, and a screen reader the name and the color', async () => {
    await stage.signIn(SECOND_API_KEY);
    const { item } = await stage.view.row('Lunas');
    assert.ok(item.iconPath instanceof vscode.ThemeIcon);
    assert.equal(item.iconPath.id, 'tag');
    assert.equal(item.iconPath.color?.id, 'kirimLabels.color.green');
    assert.equal(item.accessibilityInformation?.label, 'Lunas, green');
  });

  it('makes the tooltip only when it is asked for: name, color, team, id, dates', async () => {
    await stage.signIn(SECOND_API_KEY);
    const row = await stage.view.row('VIP');
    assert.equal(row.item.tooltip, undefined);
    const tooltip = await stage.view.tooltip(row);
    assert.match(tooltip, /^VIP\nColor: violet\nTeam: team_\w+\nID: lbl_\w{26}\nCreated: .+2025.*\nUpdated: .+$/);
  });

  // That it asks for nothing before it is opened, however late, is a unit test's, whose clock tells what is late.
  it('asks once when it is opened', async () => {
    await stage.signIn();
    assert.equal(lists(), 0);
    await Promise.all([stage.view.rows(), stage.view.rows()]);
    assert.equal(lists(), 1);
  });

  it('makes one request of ten quick refreshes', async () => {
    await stage.signIn();
    await stage.view.rows();
    stage.kirim.requests.clear();
    await Promise.all(Array.from({ length: 10 }, refresh));
    assert.equal(lists(), 1);
  });

  it('has the first page on screen while the rest loads', async () => {
    await stage.signIn(SECOND_API_KEY);
    const toko = stage.kirim.organization('Toko Sinar Jaya');
    for (let number = 1; number <= 150; number += 1) {
      toko.addLabel({ name: `Label ${number}` });
    }
    const gate = stage.kirim.faults.hold({ path: '/labels' }, { skip: 1 });
    assert.equal((await stage.view.rows()).length, 100);
    assert.equal(context('state'), 'loading');
    gate.open();
    await eventually(async () => {
      assert.equal((await stage.view.rows()).length, 155);
    });
  });

  it('keeps the rows while a refresh is under way, and their ids after it', async () => {
    await stage.signIn();
    const before = await stage.view.labelRows();
    const gate = stage.kirim.faults.hold({ path: '/labels' });
    const refreshed = refresh();
    await eventually(() => {
      assert.equal(stage.kirim.requests.inFlight, 1);
    });
    assert.equal((await stage.view.labelRows()).length, before.length);
    gate.open();
    await refreshed;
    const after = await stage.view.labelRows();
    assert.deepEqual(
      after.map(({ item }) => item.id),
      before.map(({ item }) => item.id),
    );
  });

  it('says that it is signed out, and that there are no labels', async () => {
    assert.equal(context('state'), 'signedOut');
    await stage.signIn(EMPTY_API_KEY);
    assert.deepEqual(await stage.view.rows(), []);
    assert.equal(context('state'), 'empty');
  });

  it('says so when the key is rejected later, keeps the key, and opens nothing', async () => {
    await stage.signIn();
    stage.kirim.organization(SAMPLE_ORGANIZATION).revokeKey(SAMPLE_API_KEY);
    const boxes = stage.person.boxes.length;
    assert.deepEqual(await stage.view.rows(), []);
    assert.equal(context('state'), 'rejected');
    assert.equal(stage.person.boxes.length, boxes);
    assert.equal(stage.person.errors.length, 0);
    stage.kirim.requests.clear();
    await refresh();
    assert.equal(stage.kirim.requests.all[0]?.key, 'VS Code');
  });

  const faults = [
    ['server', { kind: 'status', status: 500 }],
    ['forbidden', { kind: 'status', status: 403 }],
    ['unreadable', { kind: 'html' }],
    ['unreadable', { kind: 'status', status: 401, body: '<h1>Unauthorized</h1>' }],
    ['unreadable', { kind: 'status', status: 403, body: { message: 'Forbidden' } }],
    ['unreadable', { kind: 'status', status: 404, body: '<h1>404 page not found</h1>' }],
    ['wrongAddress', { kind: 'status', status: 404 }],
    ['incomplete', { kind: 'json', body: { data: [], has_more: true, next_cursor: null } }],
    ['unreadable', { kind: 'truncated_json' }],
    ['redirected', { kind: 'redirect', location: 'http://127.0.0.1:9/v1/labels' }],
    ['rateLimited', { kind: 'rate_limited', retryAfter: '3600' }],
  ] as const;
  for (const [number, [cause, fault]] of faults.entries()) {
    it(`says why the labels could not be loaded: ${cause} (${number}: ${fault.kind})`, async () => {
      await stage.signIn();
      stage.kirim.faults.add({ match: { path: '/labels' }, times: Infinity, fault });
      assert.deepEqual(await stage.view.rows(), []);
      await eventually(() => {
        assert.equal(context('state'), 'failed');
      });
      assert.equal(context('cause'), cause);
      assert.equal(stage.person.errors.length, 0);
      stage.kirim.faults.clear();
      await refresh();
      assert.equal(context('state'), 'ready');
    });
  }

  it('keeps the rows when a refresh fails, and says that they are not up to date', async () => {
    await stage.signIn();
    const before = (await stage.view.labelRows()).length;
    stage.kirim.faults.add({ match: { path: '/labels' }, fault: { kind: 'status', status: 500 } });
    await refresh();
    assert.equal((await stage.view.labelRows()).length, before);
    const message = 'This list is not up to date. Something failed on KirimChat’s side.';
    assert.equal(stage.view.view.message, message);
    // A message that went and came back would move the rows.
    const gate = stage.kirim.faults.hold({ path: '/labels' });
    const refreshed = refresh();
    await eventually(() => {
      assert.equal(stage.kirim.requests.inFlight, 1);
    });
    assert.equal(stage.view.view.message, message);
    gate.open();
    await refreshed;
    assert.equal(stage.view.view.message, '');
  });
});
