import * as vscode from 'vscode';
import type { Row } from './labelsViewProbe';
import type { Stage } from './setUp';
import { Stubs } from './stubs';

const VIEW_ID = 'kirimLabels.recentlyDeleted';

let provider: vscode.TreeDataProvider<unknown> | undefined;
let view: vscode.TreeView<unknown> | undefined;

// The view is made when the extension is activated, whichever test that is in, so it is watched from the beginning.
const createTreeView = vscode.window.createTreeView.bind(vscode.window);
new Stubs().replace(vscode.window, 'createTreeView', (id: string, options: vscode.TreeViewOptions<unknown>) => {
  const made = createTreeView(id, options);
  if (id === VIEW_ID) {
    provider = options.treeDataProvider;
    view = made;
  }
  return made;
});

/** What is said above the rows. */
export function messageAboveDeleted(): string | undefined {
  return view?.message;
}

/** The rows of Recently Deleted, each with those below it, as VS Code gets them. */
export async function deletedRows(parent?: unknown): Promise<Row[]> {
  const nodes = (await provider?.getChildren(parent)) ?? [];
  return Promise.all(
    nodes.map(async (node) => {
      const item = await madeBy().getTreeItem(node);
      const name = typeof item.label === 'string' ? item.label : (item.label?.label ?? '');
      return { node, item, name, children: item.collapsibleState ? await deletedRows(node) : [] };
    }),
  );
}

export async function deletedNames(): Promise<string[]> {
  return (await deletedRows()).map(({ name }) => name);
}

export async function deletedRow(name: string): Promise<Row> {
  const rows = (await deletedRows()).flatMap((row) => [row, ...row.children]);
  const found = rows.find((row) => row.name === name);
  if (!found) {
    throw new Error(`There is no deleted “${name}”`);
  }
  return found;
}

export async function deletedTooltip({ item, node }: Row): Promise<unknown> {
  const resolved = await madeBy().resolveTreeItem?.(item, node, new vscode.CancellationTokenSource().token);
  return resolved?.tooltip;
}

function madeBy(): vscode.TreeDataProvider<unknown> {
  if (!provider) {
    throw new Error('The view was not made yet');
  }
  return provider;
}

/** Lets something happen while the next question whether to create is on screen. */
export function whileAsked({ stubs }: Stage, happen: () => unknown): void {
  const ask = vscode.window.showInformationMessage.bind(vscode.window) as (...args: unknown[]) => unknown;
  stubs.replace(vscode.window, 'showInformationMessage', (...args: unknown[]) => {
    stubs.restoreLast();
    happen();
    return ask(...args);
  });
}
