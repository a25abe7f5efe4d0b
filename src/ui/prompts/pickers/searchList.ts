import { CancellationError, type QuickPick, type QuickPickItem, window } from 'vscode';

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

  /** @param isSingle without check marks: only one row can be taken. */
  constructor(title: string, { isSingle = false } = {}) {
    this.#picker.title = title;
    this.#picker.canSelectMany = !isSingle;
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

  /**
   * Shows other rows. The highlight and the check marks stay with the rows that they are on.
   *
   * @param highlighted a row that gets the highlight.
   */
  show(rows: readonly Row[], highlighted?: Row): void {
    const picker = this.#picker;
    const active = keysOf(highlighted ? [highlighted] : picker.activeItems);
    const checked = keysOf(picker.selectedItems);
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
        picker.onDidAccept(() => {
          const picked = picker.selectedItems.length > 0 ? picker.selectedItems : picker.activeItems;
          if (picked.length > 0) {
            resolve(picked);
          }
        });
        picker.onDidHide(() => {
          reject(new CancellationError());
        });
        if (ended.aborted) {
          reject(new CancellationError());
        } else {
          picker.show();
        }
      });
    } finally {
      ended.removeEventListener('abort', hide);
    }
  }

  /** As `pick`, of a list in which only one row can be taken. */
  async pickOne(ended: AbortSignal): Promise<Row> {
    const [row] = await this.pick(ended);
    if (!row) {
      throw new CancellationError();
    }
    return row;
  }

  dispose(): void {
    this.#picker.dispose();
  }

  /**
   * Puts the highlight on the row that fits best what was typed: VS Code takes it away with each letter, and puts it on the
   * first row by itself in a list without check marks alone. Its command for that takes the focus out of the field as well.
   */
  #highlight(): void {
    const best = bestFor(this.#picker.value, this.#picker.items);
    if (best) {
      this.#picker.activeItems = [best];
    }
  }
}

/**
 * The row that VS Code shows first: of those whose name has what was typed in it, one that begins with it, a short one
 * before a long one, and then one that ends with it. Undefined where VS Code shows none, or none but vague ones.
 */
function bestFor<Row extends SearchRow>(value: string, rows: readonly Row[]): Row | undefined {
  const typed = value.trim().toLowerCase();
  if (typed === '') {
    return undefined;
  }
  const named = rows.map((row) => ({ row, name: row.label.toLowerCase() })).filter(({ name }) => name.includes(typed));
  const [shortest] = named.filter(({ name }) => name.startsWith(typed)).sort((a, b) => a.name.length - b.name.length);
  const best = shortest ?? named.find(({ name }) => name.endsWith(typed)) ?? named[0];
  return best?.row ?? rows.find(({ description }) => description?.toLowerCase().includes(typed));
}

function keysOf(rows: readonly SearchRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ key }) => key));
}
