import { CancellationError, commands, type QuickPick, type QuickPickItem, window } from 'vscode';

/** A row of a list with search. */
export interface SearchRow extends QuickPickItem {
  /** The same for the same row when there are new ones. */
  readonly key: string;
}

/**
 * A list with search and check marks. Enter takes what has a check mark, also where the search hides it; where nothing has
 * one, the row that is highlighted; and where nothing is highlighted either, the list stays.
 */
export class SearchList<Row extends SearchRow> {
  readonly #picker: QuickPick<Row> = window.createQuickPick<Row>();
  /** What was typed is searched for, and the highlight is where it belongs. */
  #highlighted = Promise.resolve();

  constructor(title: string) {
    this.#picker.title = title;
    this.#picker.canSelectMany = true;
    this.#picker.matchOnDescription = true;
    this.#picker.onDidChangeValue(() => {
      this.#highlight();
    });
  }

  get isEmpty(): boolean {
    return this.#picker.items.length === 0;
  }

  /** @param placeholder what the field says while nothing is typed. */
  say(isBusy: boolean, placeholder: string): void {
    this.#picker.busy = isBusy;
    this.#picker.placeholder = placeholder;
  }

  /** Shows other rows. The highlight and the check marks stay with the rows that they are on. */
  show(rows: readonly Row[]): void {
    const picker = this.#picker;
    const [active, checked] = [keysOf(picker.activeItems), keysOf(picker.selectedItems)];
    picker.items = rows;
    picker.activeItems = rows.filter(({ key }) => active.has(key));
    picker.selectedItems = rows.filter(({ key }) => checked.has(key));
    if (picker.activeItems.length === 0) {
      this.#highlight();
    }
  }

  /**
   * Opens the list.
   *
   * @param ended the organization is not signed in any more.
   * @returns at least one row.
   * @throws CancellationError when it is closed, or `ended`.
   */
  async pick(ended: AbortSignal): Promise<readonly Row[]> {
    const picker = this.#picker;
    const hide = () => {
      picker.hide();
    };
    ended.addEventListener('abort', hide);
    try {
      return await new Promise<readonly Row[]>((resolve, reject) => {
        picker.onDidAccept(async () => {
          await this.#highlighted;
          const picked = picker.selectedItems.length > 0 ? picker.selectedItems : picker.activeItems;
          if (picked.length > 0) {
            resolve(picked);
          }
        });
        picker.onDidHide(() => {
          reject(new CancellationError());
        });
        picker.show();
      });
    } finally {
      ended.removeEventListener('abort', hide);
    }
  }

  dispose(): void {
    this.#picker.dispose();
  }

  /**
   * Puts the highlight on the first row that fits what was typed. VS Code does so by itself in a list without check marks
   * alone, and only it knows which row that is.
   */
  #highlight(): void {
    if (this.#picker.value === '') {
      return;
    }
    const first = async () => {
      // What was set just now reaches VS Code a moment later.
      await new Promise((later) => setTimeout(later));
      // Typing took the highlight away: if there is one, an arrow key was quicker.
      if (this.#picker.activeItems.length === 0) {
        await commands.executeCommand('quickInput.first');
      }
    };
    // A VS Code that does not know the command highlights what the arrow keys are at.
    this.#highlighted = this.#highlighted.then(first).catch(() => undefined);
  }
}

function keysOf(rows: readonly SearchRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ key }) => key));
}
