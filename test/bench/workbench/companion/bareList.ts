import * as vscode from 'vscode';

interface Entry {
  readonly id: string;
  readonly name: string;
}

/** A view of plain rows, with an id and a name each: what VS Code itself needs for a list. */
export class BareList implements vscode.TreeDataProvider<Entry> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #entries: Entry[] = [];

  getChildren(entry?: Entry): Entry[] {
    return entry ? [] : this.#entries;
  }

  getTreeItem({ id, name }: Entry): vscode.TreeItem {
    const item = new vscode.TreeItem(name);
    item.id = id;
    return item;
  }

  fill(count: number): number {
    this.#entries = Array.from({ length: count }, (_, index) => ({
      id: `row_${index}`,
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
