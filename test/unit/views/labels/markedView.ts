import { expect } from 'vitest';
import type { Label } from '../../../../src/api/schema';
import { DrawnRows } from '../../../../src/views/drawnRows';
import {
  parentIdsOf,
  isSameRow,
  type LabelNode,
  type LabelsTreeNode,
  rowId,
  type SessionNode,
  type TeamNode,
} from '../../../../src/views/labels/labelNodes';
import { LabelsQuery } from '../../../../src/views/labels/labelsQuery';
import type { LabelsTree } from '../../../../src/views/labels/labelsTree';
import { MarkedRows } from '../../../../src/views/labels/markedRows';
import { neighborOf } from '../../../../src/views/labels/neighborRow';
import { ShownRows } from '../../../../src/views/labels/shownRows';
import type { Session } from '../../../../src/accounts/session';
import { EventEmitter } from '../../fakeVscode';

/** What a key bound as the extension's own passes on, in the place of which VS Code puts the row with the focus. */
const byKey = (focused: unknown, search: boolean) => [[focused, { focusedRow: true, ...(search ? { search } : {}) }]];

export const nodeOf = (label: Label, session: Session): LabelNode => ({ kind: 'label', label, session });

export const teamOf = (teamId: string, labels: readonly LabelNode[]): TeamNode => ({
  kind: 'team',
  teamId,
  name: teamId,
  session: labels[0]?.session ?? expect.unreachable(),
  labels,
});

/** The Labels view with these rows, in front of which a test sits. */
export class MarkedView {
  readonly #selection = new EventEmitter<{ selection: readonly LabelsTreeNode[] }>();
  readonly #collapsed = new EventEmitter<{ element: LabelsTreeNode }>();
  readonly #expanded = new EventEmitter<{ element: LabelsTreeNode }>();
  readonly #redrawn = new EventEmitter<LabelsTreeNode[] | undefined>();
  readonly #marked: MarkedRows;
  /** The row that has the focus, which VS Code tells whoever asks it. */
  focused: LabelsTreeNode | undefined;
  /** The rows that VS Code's search of the tree hides. */
  hidden: readonly LabelsTreeNode[] = [];
  readonly drawn = new DrawnRows<LabelsTreeNode>({ idOf: rowId, parentIdsOf });
  readonly query = new LabelsQuery({ sessions: [] });
  readonly shown: ShownRows;
  readonly revealed: [LabelsTreeNode, unknown][] = [];
  readonly view = {
    selection: [] as readonly LabelsTreeNode[],
    visible: true,
    onDidChangeSelection: this.#selection.event,
    onDidCollapseElement: this.#collapsed.event,
    onDidExpandElement: this.#expanded.event,
    reveal: (row: LabelsTreeNode, options: unknown) => Promise.resolve(void this.revealed.push([row, options])),
  };
  readonly tree = {
    isSettling: false,
    owesRows: false,
    onDidChangeTreeData: this.#redrawn.event as LabelsTree['onDidChangeTreeData'],
    rowsWith: (ids: ReadonlySet<string>) => this.#rows.filter((row) => ids.has(rowId(row))),
    neighborOf: (...[row, goes, isDrawn]: Parameters<LabelsTree['neighborOf']>) =>
      neighborOf(row, this.top, goes, isDrawn),
  };

  constructor(public top: readonly SessionNode[]) {
    this.drawn.add(this.#rows);
    const { view, tree } = this;
    this.drawn.follow(view);
    const focus = {
      ask: () => Promise.resolve(this.focused),
      isFound: (row: LabelsTreeNode) => Promise.resolve(!this.hidden.some((hidden) => isSameRow(hidden, row))),
    };
    this.#marked = new MarkedRows(view, tree, focus, this.query);
    const parts = { tree, view, drawn: this.drawn, marked: this.#marked, focus, query: this.query };
    this.shown = new ShownRows({ sessions: [] }, parts);
  }

  get #rows(): readonly LabelsTreeNode[] {
    return this.top.flatMap((row) => (row.kind === 'label' ? [row] : [row, ...row.labels]));
  }

  /** As a click does: the last of the rows gets the focus. */
  select(...rows: readonly LabelsTreeNode[]): void {
    this.#select(rows, rows.at(-1));
  }

  /** As a click with Ctrl does. */
  toggle(row: LabelsTreeNode): void {
    const others = this.view.selection.filter((other) => !isSameRow(other, row));
    const isMarked = others.length < this.view.selection.length;
    this.#select(isMarked ? others : [...others, row], row);
  }

  #select(rows: readonly LabelsTreeNode[], focused: LabelsTreeNode | undefined): void {
    this.focused = focused;
    this.view.selection = rows;
    this.#selection.fire({ selection: rows });
  }

  /** VS Code is told that these rows look different; without any, that all may be others. */
  redraw(...rows: LabelsTreeNode[]): void {
    this.#redrawn.fire(rows.length > 0 ? rows : undefined);
  }

  collapse(group: LabelsTreeNode): void {
    this.#collapsed.fire({ element: group });
  }

  expand(group: LabelsTreeNode): void {
    this.#expanded.fire({ element: group });
  }

  /** What a command gets that is called with a key, at this moment. */
  pressed({
    focused = this.focused,
    search = false,
  }: { focused?: LabelsTreeNode | undefined; search?: boolean } = {}): readonly unknown[] {
    return this.#marked.taken(byKey(focused, search));
  }

  /** What a command gets that is called with anything. */
  taken(...args: readonly unknown[]): readonly unknown[] {
    return this.#marked.taken(args);
  }
}
