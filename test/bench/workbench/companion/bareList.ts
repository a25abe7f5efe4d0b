import * as vscode from 'vscode';

interface Entry {
  readonly id: string;
  readonly name: string;
}

/** `plain`: an id and a name, what VS Code needs for a list. `full`: with all that a row of ours has. */
export type RowKind = 'plain' | 'full';

/** A view of rows, and nothing behind it. */
export class BareList implements vscode.TreeDataProvider<Entry> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #entries: Entry[] = [];
  #kind: RowKind = 'plain';

  getChildren(entry?: Entry): Entry[] {
    return entry ? [] : this.#entries;
  }

  getTreeItem({ id, name }: Entry): vscode.TreeItem {
    const item = new vscode.TreeItem(name);
    item.id = id;
    if (this.#kind === 'full') {
      item.contextValue = 'label';
      item.iconPath = new vscode.ThemeIcon('tag', new vscode.ThemeColor('kirimLabels.color.teal'));
      item.accessibilityInformation = { label: `${name}, teal` };
    }
    return item;
  }

  fill(count: number, kind: RowKind): number {
    this.#kind = kind;
    this.#entries = Array.from({ length: count }, (_, index) => ({
      // As long as the id of a label.
      id: `row_${String(index).padStart(26, '0')}`,
      name: `Row ${String(index).padStart(6, '0')}`,
    }));
    return this.#tell();
  }

  renameFirst(name: string): number {
    this.#entries = this.#entries.map((entry, index) => (index === 0 ? { ...entry, name } : entry));
    return this.#tell();
  }

  removeFirst(): number {
    this.#entries = this.#entries.slice(1);
    return this.#tell();
  }

  #tell(): number {
    const now = performance.timeOrigin + performance.now();
    this.#changed.fire(undefined);
    return now;
  }
}
