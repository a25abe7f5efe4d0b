import { Disposable, type TreeView } from 'vscode';

/** How the rows of a view are told apart. */
interface RowIds<Row> {
  readonly idOf: (row: Row) => string;
  /** The ids of the rows that the row is below, where there are such. */
  readonly parentIdsOf: (row: Row) => readonly string[];
}

/**
 * Which objects are rows of a view, and which of the rows are drawn. A keybinding of the user's and other extensions call
 * commands with whatever they like, so a row is only what the view's own tree has made, whatever else looks like one.
 */
export class DrawnRows<Row extends object> {
  readonly #ids: RowIds<Row>;
  readonly #made = new WeakSet<object>();
  /** Groups start expanded, but for some that the user expands before a row in them can be marked. */
  readonly #collapsed = new Set<string>();

  constructor(ids: RowIds<Row>) {
    this.#ids = ids;
  }

  /** Takes rows that the tree has made. */
  add(rows: readonly Row[]): void {
    for (const row of rows) {
      this.#made.add(row);
    }
  }

  has(argument: unknown): argument is Row {
    return typeof argument === 'object' && argument !== null && this.#made.has(argument);
  }

  /** Whether the row is not below one that was collapsed. */
  isDrawn(row: Row): boolean {
    return this.#ids.parentIdsOf(row).every((id) => !this.#collapsed.has(id));
  }

  isCollapsed(row: Row): boolean {
    return this.#collapsed.has(this.#ids.idOf(row));
  }

  /** VS Code forgets that a group was collapsed where it is not there any more. @param groups all that are there. */
  forgetAllBut(groups: readonly Row[]): void {
    const present = new Set(groups.map(this.#ids.idOf));
    for (const group of this.#collapsed) {
      if (!present.has(group)) {
        this.#collapsed.delete(group);
      }
    }
  }

  follow(view: Pick<TreeView<Row>, 'onDidCollapseElement' | 'onDidExpandElement'>): Disposable {
    return Disposable.from(
      view.onDidCollapseElement(({ element }) => {
        this.#collapsed.add(this.#ids.idOf(element));
      }),
      view.onDidExpandElement(({ element }) => {
        this.#collapsed.delete(this.#ids.idOf(element));
      }),
    );
  }
}
