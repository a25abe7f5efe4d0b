import * as vscode from 'vscode';
import type { Stage } from './setUp';

type Item = vscode.QuickPickItem;

/** The next list that is opened, in front of which a test sits. */
export class QuickPickProbe {
  readonly #typed = new vscode.EventEmitter<string>();
  readonly #checked = new vscode.EventEmitter<readonly Item[]>();
  readonly #accepted = new vscode.EventEmitter<void>();
  readonly #hidden = new vscode.EventEmitter<void>();
  readonly picker = {
    items: [] as readonly Item[],
    activeItems: [] as readonly Item[],
    selectedItems: [] as readonly Item[],
    value: '',
    onDidChangeValue: this.#typed.event,
    onDidChangeSelection: this.#checked.event,
    onDidAccept: this.#accepted.event,
    onDidHide: this.#hidden.event,
    show: () => undefined,
    hide: () => {
      this.#hidden.fire();
    },
    dispose: () => undefined,
  };

  constructor({ stubs }: Stage) {
    stubs.replace(vscode.window, 'createQuickPick', () => this.picker);
  }

  type(text: string): void {
    this.picker.value = text;
    this.#typed.fire(text);
  }

  check(...labels: readonly string[]): void {
    this.picker.selectedItems = this.picker.items.filter((item) => isRow(item) && labels.includes(item.label));
    this.#checked.fire(this.picker.selectedItems);
  }

  choose(label: string): void {
    this.picker.activeItems = this.picker.items.filter((item) => item.label === label);
    this.#accepted.fire();
  }

  close(): void {
    this.#hidden.fire();
  }
}

function isRow({ kind }: Item): boolean {
  return kind !== vscode.QuickPickItemKind.Separator;
}
