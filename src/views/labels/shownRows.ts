import type { TreeView } from 'vscode';
import { systemClock } from '../../common/clock';
import type { Label } from '../../api/schema';
import type { Accounts } from '../../accounts/accounts';
import type { Session } from '../../accounts/session';
import type { DrawnRows } from '../drawnRows';
import type { FocusedRow } from './focusedRow';
import { isSameRow, type LabelNode, type LabelsTreeNode, organizationRowId, rowId } from './labelNodes';
import type { LabelsQuery } from './labelsQuery';
import type { LabelsTree } from './labelsTree';
import { KeyPress, type MarkedRows } from './markedRows';
import { meantRows } from './meantRows';

const LOOK_MS = 20;
const LONGEST_DRAWING_MS = 400;
/** Later the keyboard may be in an editor, and VS Code gives a row the focus by taking it from there. */
const LONGEST_ABSENCE_MS = 5_000;

/** What a command was called on. */
export interface CalledOn {
  /** The rows that are meant: each of them is drawn. None where the command was called on no row, or on one that was lost. */
  readonly rows: readonly LabelsTreeNode[];
  /** The row that it was called from, where that was in the view. */
  readonly origin?: LabelsTreeNode | undefined;
  /** With a key in the view: where no row is marked, there is none to act on. */
  readonly isKeyPress?: boolean;
}

/** Gives the focus back to the row that it left, where its label is among those to which nothing has happened after all. */
export type ComeBack = (stayed: readonly Label[]) => void;

/** The parts that know the rows. */
interface Parts {
  readonly tree: Pick<LabelsTree, 'isSettling' | 'owesRows' | 'neighborOf' | 'rowsWith'>;
  readonly view: Pick<TreeView<LabelsTreeNode>, 'visible' | 'reveal'>;
  readonly drawn: Pick<DrawnRows<LabelsTreeNode>, 'has' | 'isDrawn'>;
  readonly query: Pick<LabelsQuery, 'shownPartOf'>;
  readonly marked: Pick<MarkedRows, 'marks'>;
  readonly focus: Pick<FocusedRow, 'ask' | 'isFound'>;
}

/** What commands ask of the Labels view: what the user sees of the rows, and means by them. */
export class ShownRows {
  readonly #accounts: Pick<Accounts, 'sessions'>;
  readonly #parts: Parts;

  constructor(accounts: Pick<Accounts, 'sessions'>, parts: Parts) {
    this.#accounts = accounts;
    this.#parts = parts;
  }

  get isVisible(): boolean {
    return this.#parts.view.visible;
  }

  /**
   * The rows that a command is about: those of a key press by `meantRows`; from a menu the row, and where it is selected all
   * that are; from the palette those that are selected. What is not drawn is not meant: a row of a group that was collapsed,
   * of a view that is hidden, or that the filter hides.
   *
   * @param args what VS Code called the command with, by `MarkedRows.taken`: nothing from the palette; from a menu the row and
   * the selection, or undefined where the rows were replaced in between. A keybinding of the user's may pass anything.
   */
  async calledOn(args: readonly unknown[]): Promise<CalledOn> {
    const { drawn, marked } = this.#parts;
    const [first, second] = args;
    if (first instanceof KeyPress) {
      return this.#calledByKey(first);
    }
    if (args.length === 0) {
      return { rows: this.#visible(marked.marks.selected) };
    }
    const selected = (Array.isArray(second) ? (second as readonly unknown[]) : []).filter((row) => drawn.has(row));
    if (!drawn.has(first)) {
      return { rows: this.#drawnOf(selected) };
    }
    const isSelected = selected.some((row) => isSameRow(row, first));
    return { rows: isSelected ? this.#drawnOf(selected) : this.#shownOf([first]), origin: first };
  }

  /**
   * Lets the focus go on to a row that stays, if it is on one that goes now: VS Code would begin at the top again.
   *
   * @param origin the row that the command was called from. Without one the keyboard may be in an editor, and stays there.
   * @param going labels whose rows are about to go or to move.
   * @returns gives the focus back to that row, where its label is among those that it is called with, and nobody has moved the
   * focus on: pressing the same key again must not be about another label. After some seconds it does nothing.
   */
  leave(origin: LabelsTreeNode | undefined, going: readonly Label[]): ComeBack {
    const { tree, view, drawn, marked } = this.#parts;
    const ids = new Set(going.map(({ id }) => id));
    const goes = ({ label, session }: LabelNode) =>
      ids.has(label.id) || session.labels.activities.of(label.id) !== undefined;
    const next = origin && tree.neighborOf(origin, goes, (row) => drawn.isDrawn(row));
    if (next && view.visible) {
      const staysMarked = marked.marks.selected.some((row) => row.kind === 'label' && !goes(row));
      void this.#focusOn(next, { select: !staysMarked });
    }
    const leftAtMs = performance.now();
    return (stayed) => {
      const isSoon = performance.now() - leftAtMs < LONGEST_ABSENCE_MS;
      if (isSoon && origin?.kind === 'label' && next && stayed.some(({ id }) => id === origin.label.id)) {
        this.#comeBack(origin, next).catch(() => undefined);
      }
    };
  }

  async #comeBack(origin: LabelNode, next: LabelsTreeNode): Promise<void> {
    const { tree, view, focus } = this.#parts;
    await this.rowsDrawn();
    const [row] = tree.rowsWith(new Set([rowId(origin)]));
    const focused = row && view.visible && (await focus.ask());
    if (focused && isSameRow(focused, next)) {
      await this.#focusOn(row);
    }
  }

  /** VS Code may not know the row, since it is just being given other ones: then once more when it has them. Never rejects. */
  async #focusOn(row: LabelsTreeNode, { select = true, expand = false } = {}): Promise<void> {
    const { tree, view } = this.#parts;
    const options = { focus: true, select, expand };
    try {
      await view.reveal(row, options);
    } catch {
      await this.rowsDrawn();
      const [again] = tree.rowsWith(new Set([rowId(row)]));
      // Else the focus stays where VS Code puts it.
      await (again && view.reveal(again, options).then(undefined, () => undefined));
    }
  }

  /** Brings the row of an organization that was just added into sight, where several have rows: it may be below all others. */
  async showOrganization(session: Session): Promise<void> {
    const { tree, view } = this.#parts;
    if (this.#accounts.sessions.length < 2) {
      return;
    }
    await this.rowsDrawn();
    const [row] = tree.rowsWith(new Set([organizationRowId(session)]));
    if (row && view.visible) {
      await this.#focusOn(row, { expand: true });
    }
  }

  /**
   * Resolves when rows that have changed are on screen, or soon. To be awaited before it is said how something ended: rows
   * that move after that move under the pointer, and a notification that comes first holds them up.
   */
  async rowsDrawn(): Promise<void> {
    const { tree, view } = this.#parts;
    for (const { labels } of this.#accounts.sessions) {
      labels.flushEvents();
    }
    for (let ms = 0; ms < LONGEST_DRAWING_MS && view.visible && tree.owesRows; ms += LOOK_MS) {
      await systemClock.sleep(LOOK_MS);
    }
  }

  async #calledByKey(press: KeyPress): Promise<CalledOn> {
    const { tree, drawn, marked, focus } = this.#parts;
    let focused: unknown = press.focused;
    let marks = press.marks;
    while (!drawn.has(focused)) {
      focused = await focus.ask();
      marks = marked.marks;
      if (!tree.isSettling) {
        break;
      }
      await systemClock.sleep(LOOK_MS);
    }
    const [origin] = this.#visible(drawn.has(focused) ? [focused] : []);
    const isHidden = drawn.has(focused) && this.#shownOf([focused]).length === 0;
    // What is still selected is left behind where the row with the focus has been hidden since: it is not meant in its place.
    const rows = isHidden ? [] : meantRows(origin, { ...marks, selected: this.#visible(marks.selected) });
    return { rows: press.isSearching ? await this.#foundOf(rows, origin) : rows, origin, isKeyPress: true };
  }

  /** While VS Code's search of the tree is open it is not known which rows are drawn, but for the one that has the focus. */
  async #foundOf(
    rows: readonly LabelsTreeNode[],
    focused: LabelsTreeNode | undefined,
  ): Promise<readonly LabelsTreeNode[]> {
    const [row] = rows.filter((other) => focused && isSameRow(other, focused));
    return row && (await this.#parts.focus.isFound(row)) ? [row] : [];
  }

  #visible(rows: readonly LabelsTreeNode[]): readonly LabelsTreeNode[] {
    return this.#parts.view.visible ? this.#drawnOf(rows) : [];
  }

  #drawnOf(rows: readonly LabelsTreeNode[]): readonly LabelsTreeNode[] {
    return this.#shownOf(rows.filter((row) => this.#parts.drawn.isDrawn(row)));
  }

  #shownOf(rows: readonly LabelsTreeNode[]): readonly LabelsTreeNode[] {
    return rows.flatMap((row) => this.#parts.query.shownPartOf(row) ?? []);
  }
}
