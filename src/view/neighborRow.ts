import { isSameRow, type LabelNode, type LabelsTreeNode } from './labelNodes';

/**
 * The row that the focus goes to when it leaves a row that is about to go: the next one of its group that stays, else the one
 * before; where the group goes with it, that next to the group.
 *
 * @param top the rows of the top level, in the order in which they are drawn.
 * @param goes whether a label's row is about to go or to move.
 * @returns undefined where the row itself stays, or none does.
 */
export function neighborOf(
  row: LabelsTreeNode,
  top: readonly LabelsTreeNode[],
  goes: (node: LabelNode) => boolean,
): LabelsTreeNode | undefined {
  const stays = (other: LabelsTreeNode): boolean =>
    other.kind === 'label' ? !goes(other) : other.labels.some((label) => !goes(label));
  const nearest = (rows: readonly LabelsTreeNode[], place: LabelsTreeNode) => {
    const index = rows.findIndex((other) => isSameRow(other, place));
    return rows.slice(index + 1).find(stays) ?? rows.slice(0, Math.max(index, 0)).reverse().find(stays);
  };
  const group = parentOf(row, top);
  const level = group?.labels ?? top;
  const present = level.find((other) => isSameRow(other, row));
  if (!present || stays(present)) {
    return undefined;
  }
  return nearest(level, row) ?? (group && nearest(top, group));
}

/** The group that a row is in, among the rows of the top level. */
export function parentOf(row: LabelsTreeNode, top: readonly LabelsTreeNode[]) {
  return top.find(
    (other) => other.kind !== 'label' && row.kind === 'label' && other.labels.some((label) => isSameRow(label, row)),
  ) as Exclude<LabelsTreeNode, LabelNode> | undefined;
}
