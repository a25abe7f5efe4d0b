import { isSameRow, type LabelsTreeNode } from './labelNodes';

/** What is marked in a tree. */
export interface Marks {
  /** The selected rows. */
  readonly selected: readonly LabelsTreeNode[];
  /** The row that the user has taken out of the selection last, without another change of it since. */
  readonly unmarked: LabelsTreeNode | undefined;
}

/**
 * The rows that a key press is about, as they are drawn at that moment:
 *
 * - where the row with the focus is selected, all that are selected;
 * - where it is not, that row alone: arrow keys move the focus and leave the selection behind;
 * - but all that are selected where it only has the focus because the user has just taken it out of the selection;
 * - all that are selected where no row has the focus.
 *
 * @param focused the row with the focus, where it is drawn.
 * @param marks of the rows that are drawn.
 */
export function meantRows(
  focused: LabelsTreeNode | undefined,
  { selected, unmarked }: Marks,
): readonly LabelsTreeNode[] {
  if (!focused) {
    return selected;
  }
  const isLeftBehind = !selected.some((row) => isSameRow(row, focused));
  const isUnmarked = unmarked !== undefined && isSameRow(unmarked, focused) && selected.length > 0;
  return isLeftBehind && !isUnmarked ? [focused] : selected;
}
