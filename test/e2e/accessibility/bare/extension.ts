import * as vscode from 'vscode';

/** More than a view has room for: what is above them then stays in sight. */
const ROWS = Array.from({ length: 100 }, (_, index) => `Row ${index}`);

/** The least that an extension does to have VS Code show each kind of thing that ours has it show. */
export function activate({ subscriptions, extensionUri }: vscode.ExtensionContext): void {
  for (const id of ['bare.rows', 'bare.moreRows']) {
    const view = vscode.window.createTreeView(id, { treeDataProvider, canSelectMany: true, showCollapseAll: true });
    view.description = 'Description';
    subscriptions.push(view);
  }
  const page = vscode.Uri.joinPath(extensionUri, 'text.md');
  const showPage = () => vscode.commands.executeCommand('markdown.showPreview', page);
  for (const [id, act] of Object.entries({ ...COMMANDS, 'bare.showPage': showPage })) {
    subscriptions.push(vscode.commands.registerCommand(id, act));
  }
}

const treeDataProvider: vscode.TreeDataProvider<string> = {
  getChildren: (group) => (group === undefined ? ['Group'] : ROWS),
  getTreeItem: (name) => {
    const isGroup = name === 'Group';
    const { Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(name, isGroup ? Expanded : None);
    item.description = isGroup ? String(ROWS.length) : 'description';
    item.contextValue = isGroup ? 'group' : 'row';
    item.accessibilityInformation = { label: `${name}, spoken` };
    if (!isGroup) {
      item.iconPath = new vscode.ThemeIcon('tag', new vscode.ThemeColor('charts.red'));
    }
    return item;
  },
};

const COMMANDS = {
  'bare.act': () => undefined,
  'bare.ask': () =>
    vscode.window.showWarningMessage('Question?', { modal: true, detail: 'Detail.\n\nMore of it.' }, 'Yes'),
  'bare.notify': () => vscode.window.showInformationMessage('Notification.', 'One', 'Other'),
  'bare.fill': () => vscode.window.showInputBox({ title: 'Box', prompt: 'Prompt', placeHolder: 'Placeholder' }),
  'bare.refuse': () =>
    vscode.window.showInputBox({ title: 'Box', value: 'Value', validateInput: () => 'This is not right.' }),
  'bare.pickOne': () => {
    pick(false);
  },
  'bare.pickMany': () => {
    pick(true);
  },
};

function pick(canSelectMany: boolean): void {
  const picker = vscode.window.createQuickPick();
  picker.title = 'Picker';
  picker.placeholder = 'Placeholder';
  picker.canSelectMany = canSelectMany;
  const separator = { label: 'Separator', kind: vscode.QuickPickItemKind.Separator };
  const rows = ROWS.map((label) => ({ label, description: 'description', iconPath: new vscode.ThemeIcon('tag') }));
  picker.items = [separator, ...rows];
  picker.onDidHide(() => {
    picker.dispose();
  });
  picker.show();
}
