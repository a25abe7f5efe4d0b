import * as vscode from 'vscode';

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.window.registerTreeDataProvider('kirimLabels.labels', {
      getChildren: () => [],
      getTreeItem: (element: vscode.TreeItem) => element,
    }),
  );
}
