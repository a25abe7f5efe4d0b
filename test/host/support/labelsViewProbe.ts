import * as vscode from 'vscode';
import { Stubs } from './stubs';

/** A row as VS Code gets it. */
export interface Row {
  readonly node: unknown;
  readonly item: vscode.TreeItem;
  readonly name: string;
  readonly children: readonly Row[];
}

/** Reads the Labels view as VS Code does: through the tree data provider that the extension hands over. */
export class LabelsViewProbe {
  readonly #provider: vscode.TreeDataProvider<unknown>;
  readonly view: vscode.TreeView<unknown>;
  readonly contexts: ReadonlyMap<string, unknown>;

  private constructor(
    provider: vscode.TreeDataProvider<unknown>,
    view: vscode.TreeView<unknown>,
    contexts: ReadonlyMap<string, unknown>,
  ) {
    this.#provider = provider;
    this.view = view;
    this.contexts = contexts;
  }

  /** Activates the extension and keeps hold of the view that it makes. Only works the first time. */
  static async activate(extension: vscode.Extension<unknown>): Promise<LabelsViewProbe> {
    const stubs = new Stubs();
    const contexts = new Map<string, unknown>();
    let made: { provider: vscode.TreeDataProvider<unknown>; view: vscode.TreeView<unknown> } | undefined;
    const createTreeView = vscode.window.createTreeView.bind(vscode.window);
    stubs.replace(vscode.window, 'createTreeView', (id: string, options: vscode.TreeViewOptions<unknown>) => {
      const view = createTreeView(id, options);
      if (id === 'kirimLabels.labels') {
        made = { provider: options.treeDataProvider, view };
      }
      return view;
    });
    await extension.activate();
    stubs.restore();
    if (!made) {
      throw new Error('The extension was active before the probe was there');
    }
    // Context keys cannot be read back, so the calls that set them are watched, from here on.
    const executeCommand = vscode.commands.executeCommand.bind(vscode.commands);
    new Stubs().replace(vscode.commands, 'executeCommand', (command: string, ...rest: unknown[]) => {
      if (command === 'setContext') {
        contexts.set(String(rest[0]), rest[1]);
      }
      return executeCommand(command, ...rest);
    });
    return new LabelsViewProbe(made.provider, made.view, contexts);
  }

  /** The rows of the top level, each with those below it. */
  rows(): Promise<Row[]> {
    return this.#rowsBelow(undefined);
  }

  /** All labels, from whichever organization and team. */
  async labelRows(): Promise<Row[]> {
    const flat = (rows: readonly Row[]): Row[] => rows.flatMap((row) => [row, ...flat(row.children)]);
    return flat(await this.rows()).filter(({ item }) => item.contextValue?.startsWith('label'));
  }

  async row(name: string): Promise<Row> {
    const found = (await this.labelRows()).find((row) => row.name === name);
    if (!found) {
      throw new Error(`There is no row “${name}”`);
    }
    return found;
  }

  /** Tells when VS Code is asked to read all rows again. */
  onDidReplaceRows(listener: () => void): vscode.Disposable {
    return (
      this.#provider.onDidChangeTreeData?.((rows) => {
        if (rows === undefined) {
          listener();
        }
      }) ?? vscode.Disposable.from()
    );
  }

  async tooltip({ item, node }: Row): Promise<string> {
    const resolved = await this.#provider.resolveTreeItem?.(item, node, new vscode.CancellationTokenSource().token);
    const tooltip = resolved?.tooltip;
    if (typeof tooltip !== 'string') {
      throw new Error('The tooltip is not plain text');
    }
    return tooltip;
  }

  async #rowsBelow(parent: unknown): Promise<Row[]> {
    const nodes = (await this.#provider.getChildren(parent)) ?? [];
    return Promise.all(
      nodes.map(async (node) => {
        const item = await this.#provider.getTreeItem(node);
        const name = typeof item.label === 'string' ? item.label : (item.label?.label ?? '');
        const isGroup = (item.collapsibleState ?? 0) !== vscode.TreeItemCollapsibleState.None;
        return { node, item, name, children: isGroup ? await this.#rowsBelow(node) : [] };
      }),
    );
  }
}
