import { Disposable, type TreeView } from 'vscode';
import type { FocusedRow } from './focusedRow';
import { isSameRow, type LabelsTreeNode, rowId } from './labelNodes';
import type { LabelsQuery } from './labelsQuery';
import type { LabelsTree } from './labelsTree';
import type { Marks } from './meantRows';

/** A key that was pressed in the view, and what was marked at that moment. */
export class KeyPress {
  /**
   * @param focused what VS Code said has the focus: no row where VS Code has just lost it.
   * @param isSearching VS Code's own search of the tree is open, which may hide rows.
   */
  constructor(
    readonly focused: unknown,
    readonly marks: Marks,
    readonly isSearching: boolean,
  ) {}
}

/** Follows which rows of the Labels view are selected. */
export class MarkedRows implements Disposable {
  readonly #view: Pick<TreeView<LabelsTreeNode>, 'selection'>;
  readonly #tree: Pick<LabelsTree, 'rowsWith'>;
  readonly #focus: Pick<FocusedRow, 'ask'>;
  readonly #subscriptions: Disposable;
  #selected: readonly LabelsTreeNode[] = [];
  #unmarked: LabelsTreeNode | undefined;
  /** Of several rows that were selected, some are not marked on screen any more. */
  #isLost = false;
  /** Those that the filter has hidden since: they are not marked any more when it shows them again. */
  readonly #hidden = new Set<string>();

  constructor(
    view: Pick<TreeView<LabelsTreeNode>, 'selection' | 'onDidChangeSelection'>,
    tree: Pick<LabelsTree, 'rowsWith' | 'onDidChangeTreeData'>,
    focus: Pick<FocusedRow, 'ask'>,
    query: Pick<LabelsQuery, 'shownPartOf' | 'onDidChange'>,
  ) {
    this.#view = view;
    this.#tree = tree;
    this.#focus = focus;
    // VS Code does not tell that rows which are hidden are not marked any more.
    const noteHidden = () => {
      for (const row of this.#selected.filter((one) => !query.shownPartOf(one))) {
        this.#hidden.add(rowId(row));
      }
    };
    this.#subscriptions = Disposable.from(
      view.onDidChangeSelection(({ selection }) => {
        this.#isLost = false;
        this.#hidden.clear();
        this.#unmarked = takenOut(this.#selected, selection);
        this.#selected = selection;
        if (this.#unmarked) {
          void this.#lookAt(this.#unmarked);
        }
      }),
      // Where VS Code draws one of several selected rows anew, it takes the marks off the others, and does not tell.
      tree.onDidChangeTreeData((rows) => {
        noteHidden();
        const ids = new Set(rows?.map(rowId));
        this.#isLost ||= this.#selected.length > 1 && this.#selected.some((row) => ids.has(rowId(row)));
      }),
      query.onDidChange(noteHidden),
    );
  }

  /** What is marked on screen; of several rows none, where it is not known which of them still are. */
  get marks(): Marks {
    return this.#isLost
      ? { selected: [], unmarked: undefined }
      : { selected: this.#present(), unmarked: this.#unmarked };
  }

  /**
   * What a command was called with. A key press is taken with what is marked now: a command waits for VS Code before it looks at
   * rows, and the user goes on.
   */
  taken(args: readonly unknown[]): readonly unknown[] {
    const [first] = args;
    const [focused, from] = Array.isArray(first) ? (first as readonly unknown[]) : [undefined, first];
    return isKey(from) ? [new KeyPress(focused, this.marks, from.search === true)] : args;
  }

  /** Another organization is shown, or none: the rows before know their session, which is not to be kept in memory. */
  forget(): void {
    this.#selected = [];
    this.#unmarked = undefined;
    this.#isLost = false;
    this.#hidden.clear();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** While rows are being replaced VS Code does not have the selected ones, or not yet all of them. */
  #present(): readonly LabelsTreeNode[] {
    const { selection } = this.#view;
    const present =
      selection.length >= this.#selected.length ? selection : this.#tree.rowsWith(new Set(this.#selected.map(rowId)));
    return present.filter((row) => !this.#hidden.has(rowId(row)));
  }

  /** Keys take rows out of the selection as well, and the focus is on another one then. */
  async #lookAt(unmarked: LabelsTreeNode): Promise<void> {
    const focused = await this.#focus.ask();
    if (this.#unmarked === unmarked && focused && !isSameRow(focused, unmarked)) {
      this.#unmarked = undefined;
    }
  }
}

/** The one row that is not selected any more, where that is all that has changed. */
function takenOut(before: readonly LabelsTreeNode[], now: readonly LabelsTreeNode[]): LabelsTreeNode | undefined {
  const ids = new Set(now.map(rowId));
  const [gone, ...more] = before.filter((row) => !ids.has(rowId(row)));
  return more.length === 0 && now.length === before.length - 1 ? gone : undefined;
}

function isKey(argument: unknown): argument is { readonly focusedRow: unknown; readonly search?: unknown } {
  return typeof argument === 'object' && argument !== null && 'focusedRow' in argument;
}
