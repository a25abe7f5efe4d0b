import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EMPTY_API_KEY, SAMPLE_API_KEY, SAMPLE_ORGANIZATION } from '../kirim';
import { eventually } from './eventually';
import { Stage } from './setUp';

const DELETE = 'kirimLabels.deleteLabel';

describe('Delete Label', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
    await stage.signIn();
  });

  afterEach(async () => {
    await stage.close();
  });

  const deletes = () => stage.kirim.requests.count({ method: 'DELETE' });
  const lists = () => stage.kirim.requests.count({ method: 'GET', path: '/labels' });
  const names = async () => (await stage.view.labelRows()).map(({ name }) => name);

  async function askedToDelete(name: string, answer: string | null = 'Delete Label'): Promise<void> {
    const { node } = await stage.view.row(name);
    stage.person.answers.push(answer ?? undefined);
    await vscode.commands.executeCommand(DELETE, node);
  }

  it('names label and organization, says what will happen, deletes, and takes the row out', async () => {
    const acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    const vip = acme.labels().find(({ name }) => name === 'VIP');
    assert.ok(vip);
    const before = { contacts: acme.contacts.length, attached: acme.attachments(vip.id).contacts.length };
    assert.ok(before.attached > 0);

    await askedToDelete('VIP');

    const [question] = stage.person.questions;
    assert.equal(question?.message, 'Delete label “VIP” from Acme?');
    assert.match(
      question.detail ?? '',
      /removed from every contact and conversation.*The contacts and conversations stay\. This cannot be undone\./s,
    );
    assert.match(question.detail ?? '', new RegExp(`API: 127.0.0.1:${stage.server.port}`));
    assert.deepEqual(question.buttons, ['Delete Label']);
    assert.ok(!(await names()).includes('VIP'));
    assert.equal(acme.attachments(vip.id).contacts.length, 0);
    assert.equal(acme.contacts.length, before.contacts);
    assert.deepEqual(stage.person.statusBar.slice(-1), ['Deleted label “VIP”.']);
    assert.equal(stage.person.errors.length, 0);
  });

  it('costs one DELETE and one page to refresh', async () => {
    await stage.view.rows();
    stage.kirim.requests.clear();
    await askedToDelete('VIP');
    await eventually(() => {
      assert.equal(lists(), 1);
      assert.equal(stage.kirim.requests.inFlight, 0);
    });
    assert.equal(deletes(), 1);
    assert.equal(stage.kirim.requests.all.length, 2);
  });

  it('sends nothing and changes nothing after Cancel', async () => {
    await stage.view.rows();
    stage.kirim.requests.clear();
    const before = await names();
    await askedToDelete('VIP', null);
    assert.equal(stage.kirim.requests.all.length, 0);
    assert.deepEqual(await names(), before);
  });

  it('shows “Deleting…” on the row meanwhile, and does nothing when asked for the same label again', async () => {
    await stage.view.rows();
    const gate = stage.kirim.faults.hold({ method: 'DELETE' });
    const deletion = askedToDelete('VIP');
    await eventually(() => {
      assert.equal(stage.kirim.requests.inFlight, 1);
    });
    const row = await stage.view.row('VIP');
    assert.equal(row.item.description, 'Deleting…');
    assert.equal(row.item.contextValue, 'label.deleting');
    await askedToDelete('VIP');
    assert.equal(stage.person.questions.length, 1);
    gate.open();
    await deletion;
    assert.equal(deletes(), 1);
  });

  it('asks once when it is called twice before the question is answered', async () => {
    const { node } = await stage.view.row('VIP');
    stage.person.answers.push('Delete Label', 'Delete Label');
    await Promise.all([vscode.commands.executeCommand(DELETE, node), vscode.commands.executeCommand(DELETE, node)]);
    assert.equal(stage.person.questions.length, 1);
    assert.equal(deletes(), 1);
  });

  it('asks with a list when the row of a menu was lost, whatever is selected', async () => {
    const picker = pickerThatPicks('VIP');
    await vscode.commands.executeCommand(DELETE, undefined);
    assert.ok(picker.offered.length > 30);
    assert.equal(deletes(), 0);
  });

  it('stays in doubt when a retry fails in a way that alone would be certain', async () => {
    await stage.view.rows();
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 500 } });
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    await askedToDelete('VIP');
    stage.person.lastError.press('Retry');
    await eventually(() => {
      assert.equal(stage.person.errors.length, 2);
    });
    assert.match(
      stage.person.lastError.message,
      /^It is not certain that label “VIP” was deleted\. KirimChat does not/,
    );
  });

  it('lists the labels again after a failed load, when it has to ask which one', async () => {
    stage.kirim.faults.add({ match: { path: '/labels' }, fault: { kind: 'status', status: 500 } });
    await stage.view.rows();
    const picker = pickerThatPicks('VIP');
    stage.person.answers.push('Delete Label');
    await vscode.commands.executeCommand(DELETE);
    assert.ok(picker.offered.length > 30);
    assert.equal(deletes(), 1);
  });

  it('does not let a list bring a row back that was asked for before the deletion', async () => {
    await stage.view.rows();
    const gate = stage.kirim.faults.hold({ path: '/labels' }, { applied: true });
    const refreshed = vscode.commands.executeCommand('kirimLabels.refresh');
    await gate.reached(1);
    const acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    acme.removeLabel(acme.labels().find(({ name }) => name === 'VIP')?.id ?? '');
    await askedToDelete('VIP');
    gate.open();
    await refreshed;
    await eventually(async () => {
      assert.equal(lists(), 3);
      assert.ok(!(await names()).includes('VIP'));
    });
  });

  it('says that a label was already deleted, and takes its row out', async () => {
    await stage.view.rows();
    const acme = stage.kirim.organization(SAMPLE_ORGANIZATION);
    acme.removeLabel(acme.labels().find(({ name }) => name === 'VIP')?.id ?? '');
    await askedToDelete('VIP');
    assert.deepEqual(stage.person.statusBar.slice(-1), ['Label “VIP” was already deleted.']);
    assert.ok(!(await names()).includes('VIP'));
    assert.equal(stage.person.errors.length, 0);
  });

  it('keeps the row after a failure, says why with the request id, and deletes on Retry without asking again', async () => {
    await stage.view.rows();
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 403 } });
    await askedToDelete('VIP');
    assert.ok((await names()).includes('VIP'));
    const { message, buttons } = stage.person.lastError;
    assert.match(
      message,
      /^Label “VIP” was not deleted\. KirimChat does not allow it for this organization: .*\. Request ID: req_\w+$/,
    );
    assert.deepEqual(buttons, ['Retry', 'Copy Request ID', 'Show Log']);
    stage.person.lastError.press('Retry');
    await eventually(async () => {
      assert.ok(!(await names()).includes('VIP'));
    });
    assert.equal(stage.person.questions.length, 1);
  });

  it('copies the request id from the notification', async () => {
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'status', status: 500 } });
    await askedToDelete('VIP');
    const id = /Request ID: (\S+)/.exec(stage.person.lastError.message)?.[1];
    stage.person.lastError.press('Copy Request ID');
    await eventually(async () => {
      assert.equal(await vscode.env.clipboard.readText(), id);
    });
  });

  it('does not claim to know after an answer that may hide a deletion, and the list tells the truth', async () => {
    await stage.view.rows();
    stage.kirim.faults.add({
      match: { method: 'DELETE' },
      fault: { kind: 'status', status: 500, applied: true },
    });
    await askedToDelete('VIP');
    assert.match(stage.person.lastError.message, /^It is not certain that label “VIP” was deleted\. /);
    await eventually(async () => {
      assert.ok(!(await names()).includes('VIP'));
    });
  });

  it('offers to sign in again when the key is rejected, keeps the rows and opens nothing by itself', async () => {
    await stage.view.rows();
    stage.kirim.organization(SAMPLE_ORGANIZATION).revokeKey(SAMPLE_API_KEY);
    const boxes = stage.person.boxes.length;
    await askedToDelete('VIP');
    assert.match(
      stage.person.lastError.message,
      /^Label “VIP” was not deleted\. KirimChat rejected the API key\. Request ID/,
    );
    assert.deepEqual(stage.person.lastError.buttons, ['Sign In Again', 'Copy Request ID', 'Show Log']);
    await eventually(() => {
      assert.equal(stage.view.contexts.get('kirimLabels.state'), 'rejected');
    });
    assert.equal(stage.view.view.message, 'KirimChat rejected the API key. Sign in again to go on.');
    assert.ok((await names()).includes('VIP'));
    assert.equal(stage.person.boxes.length, boxes);
  });

  it('can be cancelled while it waits for the rate limit: nothing is deleted', async () => {
    await stage.view.rows();
    let cancel: (() => void) | undefined;
    stage.stubs.replace(
      vscode.window,
      'withProgress',
      async (
        options: vscode.ProgressOptions,
        task: (progress: vscode.Progress<{ message?: string }>, token: vscode.CancellationToken) => Thenable<void>,
      ) => {
        const source = new vscode.CancellationTokenSource();
        if (options.cancellable) {
          cancel = () => {
            source.cancel();
          };
        }
        await task({ report: () => undefined }, source.token);
      },
    );
    stage.kirim.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'rate_limited', retryAfter: '60' } });
    const deletion = askedToDelete('VIP');
    await eventually(() => {
      assert.ok(cancel);
    });
    cancel?.();
    await deletion;
    assert.equal(deletes(), 1);
    assert.ok((await names()).includes('VIP'));
    assert.deepEqual(stage.person.statusBar.slice(-1), ['Cancelled. Label “VIP” was not deleted.']);
    assert.equal(stage.person.errors.length, 0);
  });

  it('signs in first when it is called from the palette by nobody, then asks which label', async () => {
    await vscode.commands.executeCommand('kirimLabels.signOut');
    const picker = pickerThatPicks('VIP');
    stage.person.keys.push(SAMPLE_API_KEY);
    stage.person.answers.push('Delete Label');
    await vscode.commands.executeCommand(DELETE);
    assert.ok(picker.offered.length > 30);
    assert.equal(stage.person.questions[0]?.message, 'Delete label “VIP” from Acme?');
    assert.equal(deletes(), 1);
  });

  it('stops without a word when nobody signs in', async () => {
    await vscode.commands.executeCommand('kirimLabels.signOut');
    await vscode.commands.executeCommand(DELETE);
    assert.equal(stage.person.questions.length, 0);
    assert.equal(stage.person.errors.length, 0);
  });

  it('does not act on a row of an organization that is no longer signed in', async () => {
    const { node } = await stage.view.row('VIP');
    await stage.signIn(EMPTY_API_KEY);
    const picker = pickerThatPicks(undefined);
    await vscode.commands.executeCommand(DELETE, node);
    assert.deepEqual(picker.offered, []);
    assert.equal(deletes(), 0);
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

  /** Takes the place of the list with search: picks the label of that name as soon as it is offered, or closes. */
  function pickerThatPicks(name: string | undefined): { offered: string[] } {
    const seen: { offered: string[] } = { offered: [] };
    let offered: readonly vscode.QuickPickItem[] = [];
    stage.stubs.replace(vscode.window, 'createQuickPick', () => {
      const accepted = new vscode.EventEmitter<void>();
      const hidden = new vscode.EventEmitter<void>();
      const picker = {
        activeItems: [] as vscode.QuickPickItem[],
        selectedItems: [] as vscode.QuickPickItem[],
        onDidAccept: accepted.event,
        onDidHide: hidden.event,
        show: () => {
          if (name === undefined) {
            hidden.fire();
          }
        },
        dispose: () => undefined,
      };
      Object.defineProperty(picker, 'items', {
        get: () => offered,
        set: (items: vscode.QuickPickItem[]) => {
          offered = items;
          seen.offered = items.map(({ label }) => label);
          const pick = items.find(({ label }) => label === name);
          if (pick) {
            picker.selectedItems = [pick];
            setTimeout(() => {
              accepted.fire();
            });
          }
        },
      });
      return picker;
    });
    return seen;
  }
});
