import { type GroupNode, isSameRow, type LabelNode, type LabelsTreeNode, type SessionNode } from './labelNodes';

/**
 * The row that the focus goes to when it leaves a row that is about to go: the next label of its group that stays, else the one
 * before; where the group goes with it, the nearest label of another team, whose own row may go as well where it is the only
 * one left. What is retired comes last: its row stands for a list, and not for a label.
 *
 * @param top the rows of the organization, in the order in which they are drawn.
 * @param goes whether a label's row is about to go or to move.
 * @param isDrawn whether the group of a label's row is expanded.
 * @returns undefined where the row itself stays, or none does.
 */
export function neighborOf(
  row: LabelsTreeNode,
  top: readonly SessionNode[],
  goes: (node: LabelNode) => boolean,
  isDrawn: (node: LabelNode) => boolean = () => true,
): SessionNode | undefined {
  const stays = (other: SessionNode): boolean =>
    other.kind === 'label' ? !goes(other) : other.labels.some((label) => !goes(label));
  const nearest = <Row extends SessionNode>(rows: readonly Row[], place: LabelsTreeNode): Row | undefined => {
    const index = rows.findIndex((other) => isSameRow(other, place));
    return rows.slice(index + 1).find(stays) ?? rows.slice(0, Math.max(index, 0)).reverse().find(stays);
  };
  const group = parentOf(row, top);
  const present = (group?.labels ?? top).find((other) => isSameRow(other, row));
  if (!present || stays(present)) {
    return undefined;
  }
  const inGroup = nearest(group?.labels ?? top.filter((other) => other.kind === 'label'), row);
  if (inGroup) {
    return inGroup;
  }
  const place = group ?? row;
  const inUse = top.filter((other) => other.kind !== 'retired' || isSameRow(other, place));
  const next = nearest(inUse, place) ?? nearest(top, place);
  if (next?.kind !== 'team') {
    return next;
  }
  const isAfter = top.findIndex((other) => isSameRow(other, next)) > top.findIndex((other) => isSameRow(other, place));
  const labels = isAfter ? next.labels : [...next.labels].reverse();
  return labels.find((label) => !goes(label) && isDrawn(label)) ?? next;
}

/** The group that a row is in, among the rows of its organization. */
export function parentOf(row: LabelsTreeNode, top: readonly SessionNode[]): GroupNode | undefined {
  const groups = row.kind === 'label' ? top.filter((other) => other.kind !== 'label') : [];
  return groups.find(({ labels }) => labels.some((label) => isSameRow(label, row)));
}
