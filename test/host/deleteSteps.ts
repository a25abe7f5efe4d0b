import * as vscode from 'vscode';
import type { Stage } from './setUp';

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

/** Takes the place of the list with search: picks the label of that name as soon as it is offered, or closes. */
export function pickerThatPicks(stage: Stage, name: string | undefined): { offered: string[] } {
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
        const pick = items.find(({ label }) => label === name);
        if (pick) {
          setTimeout(() => {
            picker.selectedItems = [pick];
            accepted.fire();
          });
        }
      },
    });
    return picker;
  });
  return seen;
}
