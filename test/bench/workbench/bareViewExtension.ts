import * as vscode from 'vscode';

/** The least that an extension does for a view of what a server has: reads a secret, sends one request, makes rows of it. */
export function activate(context: vscode.ExtensionContext): void {
  const treeDataProvider: vscode.TreeDataProvider<{ id: string; name: string }> = {
    getChildren: async (label) => {
      if (label) {
        return [];
      }
      await context.secrets.get('key');
      const { url = '', apiKey = '' } = JSON.parse(process.env['KIRIM_BENCH_LIST'] ?? '{}') as Record<string, string>;
      const response = await fetch(url, { headers: { authorization: `Bearer ${apiKey}` } });
      return ((await response.json()) as { data: { id: string; name: string }[] }).data;
    },
    getTreeItem: ({ id, name }) => {
      const item = new vscode.TreeItem(name);
      item.id = id;
      return item;
    },
  };
  context.subscriptions.push(vscode.window.createTreeView('bench.bareView', { treeDataProvider }));
}
