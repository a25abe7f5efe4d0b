import * as vscode from 'vscode';
import type { Stage } from '../support/setUp';

/** The command that the tests are about. */
export const DELETE = 'kirimLabels.deleteLabel';

export const deletes = (stage: Stage) => stage.kirim.requests.count({ method: 'DELETE' });

export const lists = (stage: Stage) => stage.kirim.requests.count({ method: 'GET', path: '/labels' });

/** The names of all labels in the view. */
export const names = async (stage: Stage) => (await stage.view.labelRows()).map(({ name }) => name);

/** Calls the command on a label's row, with what will be pressed in the question; null is Escape. */
export async function askedToDelete(stage: Stage, name: string, answer: string | null = 'Delete Label'): Promise<void> {
  const { node } = await stage.view.row(name);
  stage.person.answers.push(answer ?? undefined);
  await vscode.commands.executeCommand(DELETE, node);
}

/** What a list with search has offered, last. */
interface Offered {
  offered: string[];
}

/** Takes the place of the list with search: checks the rows of these names as soon as they are offered, or closes. */
export function pickerThatPicks({ stubs }: Pick<Stage, 'stubs'>, ...names: (string | undefined)[]): Offered {
  const seen: Offered = { offered: [] };
  stubs.replace(vscode.window, 'createQuickPick', () => pickerOf(names, seen));
  return seen;
}

/** The same of lists that open one after the other, with one row for each. */
export function picksInTurn({ stubs }: Pick<Stage, 'stubs'>, ...names: string[]): Offered {
  const seen: Offered = { offered: [] };
  stubs.replace(vscode.window, 'createQuickPick', () => pickerOf([names.shift()], seen));
  return seen;
}

function pickerOf(names: readonly (string | undefined)[], seen: Offered) {
  let offered: readonly vscode.QuickPickItem[] = [];
  const accepted = new vscode.EventEmitter<void>();
  const hidden = new vscode.EventEmitter<void>();
  const picker = {
    activeItems: [] as vscode.QuickPickItem[],
    selectedItems: [] as vscode.QuickPickItem[],
    value: '',
    onDidChangeValue: new vscode.EventEmitter<string>().event,
    onDidAccept: accepted.event,
    onDidHide: hidden.event,
    show: () => {
      if (names.includes(undefined)) {
        hidden.fire();
      }
    },
    hide: () => {
      hidden.fire();
    },
    dispose: () => undefined,
  };
  Object.defineProperty(picker, 'items', {
    get: () => offered,
    set: (items: vscode.QuickPickItem[]) => {
      offered = items;
      seen.offered = items.map(({ label }) => label);
      const picks = items.filter(({ label }) => names.includes(label));
      if (picks.length === names.length) {
        setTimeout(() => {
          picker.selectedItems = picks;
          accepted.fire();
        });
      }
    },
  });
  return picker;
}

/** Calls the command on the first of these rows, with all of them selected, and with what will be pressed in the question. */
export async function askedToDeleteMany(stage: Stage, names: readonly string[], ...answers: string[]): Promise<void> {
  const nodes = await Promise.all(names.map(async (name) => (await stage.view.row(name)).node));
  stage.person.answers.push(...answers);
  await vscode.commands.executeCommand(DELETE, nodes[0], nodes);
}

/** Takes the place of progress notifications: notes what they say, and cancels when the test says so. */
export function watchProgress(stage: Stage): {
  readonly titles: string[];
  readonly messages: string[];
  cancel(): void;
} {
  const titles: string[] = [];
  const messages: string[] = [];
  const source = new vscode.CancellationTokenSource();
  stage.stubs.replace(
    vscode.window,
    'withProgress',
    async (
      options: vscode.ProgressOptions,
      task: (progress: vscode.Progress<{ message?: string }>, token: vscode.CancellationToken) => Thenable<void>,
    ) => {
      titles.push(options.title ?? '');
      const report = ({ message }: { message?: string }) => messages.push(message ?? '');
      await task({ report }, options.cancellable ? source.token : new vscode.CancellationTokenSource().token);
    },
  );
  return {
    titles,
    messages,
    cancel: () => {
      source.cancel();
    },
  };
}
