import { commands, type Disposable, type TreeView } from 'vscode';
import type { DrawnRows } from '../drawnRows';
import { isSameRow, type LabelsTreeNode } from './labelNodes';

/** VS Code does not list commands with such a name. */
const COMMAND = '_kirimLabels.focusedRow';

/** VS Code puts the row that has the focus in the place of this, as it does for the commands in the title of a view. */
const FOCUSED_ROW = { $treeViewId: 'kirimLabels.labels', $focusedTreeItem: true };

/** Asks VS Code what it does not tell an extension about the row that has the focus. */
export class FocusedRow implements Disposable {
  readonly #rows: Pick<DrawnRows<LabelsTreeNode>, 'has'>;
  readonly #view: Pick<TreeView<LabelsTreeNode>, 'selection' | 'reveal'>;
  readonly #registration: Disposable;
  #answer: unknown;

  constructor(
    rows: Pick<DrawnRows<LabelsTreeNode>, 'has'>,
    view: Pick<TreeView<LabelsTreeNode>, 'selection' | 'reveal'>,
  ) {
    this.#rows = rows;
    this.#view = view;
    this.#registration = commands.registerCommand(COMMAND, (row: unknown) => {
      this.#answer = row;
    });
  }

  /** @returns undefined where no row has had the focus, and while rows are being replaced. */
  async ask(): Promise<LabelsTreeNode | undefined> {
    this.#answer = undefined;
    await commands.executeCommand('runCommands', { commands: [{ command: COMMAND, args: FOCUSED_ROW }] });
    const answer = this.#answer;
    // The row knows its session, which is not to be kept in memory.
    this.#answer = undefined;
    return this.#rows.has(answer) ? answer : undefined;
  }

  /**
   * Whether VS Code's own search of the tree, which is open, has found this row: it hides others, or all, and leaves focus and
   * selection with them. Select All selects what is drawn in the group of the row that has the focus. After that the row alone
   * is selected; where it is hidden, none is.
   */
  async isFound(row: LabelsTreeNode): Promise<boolean> {
    await commands.executeCommand('list.selectAll');
    const isFound = this.#view.selection.some((drawn) => isSameRow(drawn, row));
    await (isFound ? this.#view.reveal(row, { focus: true, select: true }) : commands.executeCommand('list.clear'));
    return isFound;
  }

  dispose(): void {
    this.#registration.dispose();
  }
}
