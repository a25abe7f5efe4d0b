import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LabelNode } from '../../../src/views/labels/labelNodes';
import type { Label, LabelColor, Organization } from '../../kirim';
import { eventually } from '../support/eventually';
import { HOSTILE, INVISIBLE, MARK } from '../support/hostileText';
import type { Row } from '../support/labelsViewProbe';
import { deletedRows } from '../support/recentlyDeletedProbe';
import { setSetting, Stage } from '../support/setUp';
import { type Shown, ShownTexts } from '../support/shownTexts';

/** Where the server's words have to be found: else nothing would be shown by not finding them alive. */
const PLACES = [
  ...['row', 'row for screen readers', 'row tooltip', 'view title', 'view description'],
  ...['deleted row', 'deleted row for screen readers', 'deleted row tooltip', 'view message'],
  ...['question', 'question detail', 'notification', 'status bar', 'progress', 'input box', 'report', 'log'],
  ...['list row', 'list row description'],
];
/** And where not. */
const NEVER = ['button', 'key box', 'list', 'save dialog', 'report name', 'report language', 'row menu'];

describe('What the server says', () => {
  let stage: Stage;
  let shown: ShownTexts;

  beforeEach(async () => {
    stage = await Stage.open();
    shown = new ShownTexts(stage);
  });

  afterEach(async () => {
    await setSetting('confirmation', undefined);
    await stage.close();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  for (const [what, text] of Object.entries(HOSTILE)) {
    it(`is text and nothing else, wherever it is shown: ${what}`, async () => {
      await everything(stage, shown, text);
      const all = shown.all;
      for (const { place, text: said } of all) {
        assert.deepEqual(alive(said), [], `${place}: ${said.slice(0, 300)}`);
      }
      const marked = new Set(all.filter(({ text: said }) => said.includes(MARK)).map(({ place }) => place));
      // Of the id of a team its row has the end alone.
      const places = text.endsWith(MARK) ? [...PLACES, 'row description'] : PLACES;
      assert.deepEqual(
        places.filter((place) => !marked.has(place)),
        [],
        'It was never shown there',
      );
      assert.deepEqual(
        NEVER.filter((place) => marked.has(place)),
        [],
        'It was shown there',
      );
      if (text.startsWith('{0}')) {
        assert.deepEqual(all.filter(isFilledIn), []);
      }
    });
  }

  for (const [what, text] of Object.entries(INVISIBLE)) {
    it(`is not confirmed by typing nothing where nothing can be seen: ${what}`, async () => {
      const { label } = await signedIn(stage, text);
      await setSetting('confirmation', 'typeName');
      const answers = ['', label.id];
      stage.stubs.replace(vscode.window, 'showInputBox', () => Promise.resolve(answers.shift()));
      await vscode.commands.executeCommand('kirimLabels.deleteLabel', (await rowOf(stage, label)).node);
      assert.equal(stage.kirim.requests.count({ method: 'DELETE' }), 0);
      await vscode.commands.executeCommand('kirimLabels.deleteLabel', (await rowOf(stage, label)).node);
      assert.equal(stage.kirim.requests.count({ method: 'DELETE' }), 1);
    });
  }
});

/** What in a text VS Code, a terminal or a reader of the log would take for more than text. */
function alive(said: string): string[] {
  // What runs from right to left is isolated by the extension itself, and each isolate has its end.
  const text = said.replace(/\u2068([^\u2066-\u2069]*)\u2069/g, '$1');
  return [
    /\$\([\w-]+/,
    /\]\(/,
    // eslint-disable-next-line no-control-regex -- They are what is looked for.
    /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029]/,
    /[\u202A-\u202E\u2066-\u2069]/,
    /^\s*2026-01-01/m,
    /^forged/m,
  ].flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
}

/** Something took the placeholders in it for its own. */
function isFilledIn({ text }: Shown): boolean {
  return text.includes(MARK) && !text.includes(`{0}{1}{2}${MARK}{name}`);
}

interface Labels {
  readonly organization: Organization;
  readonly label: Label;
}

/** An organization that is called so, and labels of such names, colors, teams and times. */
async function signedIn(stage: Stage, text: string): Promise<Labels> {
  const organization = stage.kirim.addOrganization({ name: text, teams: 2 });
  const [first = '', second = ''] = organization.team_ids;
  const label = organization.addLabel({ name: text, color: 'red', team_id: first });
  organization.addLabel({ name: text, color: 'blue', team_id: second });
  organization.addLabel({ name: `${text}.`, color: text as LabelColor, team_id: text });
  organization.addLabel({ name: `${text}:`, team_id: first });
  organization.addLabel({ name: `[retired] ${text}`, team_id: text });
  for (const { id } of organization.labels()) {
    // Both times are read in the same way.
    organization.changeLabel(id, { created_at: text } as object);
  }
  stage.person.keys.push(organization.addKey({ label: 'key' }));
  await vscode.commands.executeCommand('kirimLabels.signIn');
  await stage.view.rows();
  return { organization, label };
}

/** All that a person can do with such labels, while the server refuses some of it in such words. */
async function everything(stage: Stage, shown: ShownTexts, text: string): Promise<void> {
  const { person } = stage;
  const { organization, label } = await signedIn(stage, text);
  const refuse = (method: string, path?: RegExp) => {
    // With a type and a code of its own, so that it is KirimChat's message, which is shown.
    const error = { type: 'invalid_request_error', code: 'invalid_request', message: text, request_id: text };
    const body = { error, request_id: text };
    return stage.kirim.faults.add({
      match: { method, ...(path && { path }) },
      fault: { kind: 'status', status: 400, body },
    });
  };
  const call = async (command: string, rows: readonly Row[], ...answers: (string | undefined)[]) => {
    person.answers.splice(0, Infinity, ...answers);
    const nodes = rows.map(({ node }) => node);
    await vscode.commands.executeCommand(`kirimLabels.${command}`, ...(nodes.length > 0 ? [nodes[0], nodes] : []));
  };
  const row = (wanted: Label) => rowOf(stage, wanted);
  const another = (name: string) => organization.labels().find((candidate) => candidate.name === name) ?? label;

  await shown.lookAtViews();
  await call('copyLabelId', [await row(label)]);
  await call('copyLabelId', []);
  await setSetting('confirmation', 'typeName');
  await call('deleteLabel', [await row(label)]);
  await call('deleteLabel', [await row(label), await row(another(`${text}:`))]);
  await setSetting('confirmation', undefined);

  // It has to wait, and is refused; then somebody else renames it while the question is open; then it is deleted.
  stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'rate_limited', retryAfter: '0' } });
  refuse('DELETE');
  await call('deleteLabel', [await row(label)], 'Delete Label');
  organization.renameLabel(label.id, `${text}!`);
  await call('deleteLabel', [await row(label)], 'Delete Label', 'Delete Label');
  await eventually(async () => {
    assert.equal((await deletedRows()).length, 1);
  });
  await shown.lookAtViews();

  await call('retireLabel', [await row(another(`${text}:`))], 'Retire Label');
  await shown.lookAtViews();
  refuse('PATCH');
  await call('restoreLabel', [await row(another(`[retired] ${text}`))]);

  // Two at once, one of them refused: a summary and a report.
  const [, ...two] = organization.labels();
  refuse('DELETE');
  await call('deleteLabel', await Promise.all(two.slice(0, 2).map(row)), 'Delete 2 Labels');
  person.lastNotification.press('Show Details');
  await eventually(() => {
    assert.match(vscode.window.activeTextEditor?.document.uri.scheme ?? '', /^kirim-labels$/);
  });
  shown.lookAtEditor();

  const [deleted] = await deletedRows();
  assert.ok(deleted);
  await call('recreateLabel', []);
  await call('recreateLabel', [deleted], undefined);
  refuse('POST');
  await call('recreateLabel', [deleted], 'Create Label');
  await call('exportJournal', []);
  await call('clearJournal', [], undefined);

  refuse('GET', /^\/labels$/);
  await call('refresh', []);
  await shown.lookAtViews();
  await vscode.commands.executeCommand('kirimLabels.signOut');
}

async function rowOf(stage: Stage, { id }: Label): Promise<Row> {
  const found = (await stage.view.labelRows()).find(({ node }) => (node as LabelNode).label.id === id);
  assert.ok(found, 'There is no such row');
  return found;
}
