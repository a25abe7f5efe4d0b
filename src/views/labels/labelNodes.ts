import type { Label } from '../../api/schema';
import type { Session } from '../../accounts/session';

/** A row that stands for a label. Commands get it as their argument. */
export interface LabelNode {
  readonly kind: 'label';
  readonly label: Label;
  readonly session: Session;
  /** As much of its id as tells it from labels of its team that look alike; undefined where its name does. */
  readonly shortId?: string | undefined;
  /** Undefined where the label is in use. */
  readonly retired?: RetiredPlace | undefined;
}

/** Where a retired label is from, which its group does not say. */
interface RetiredPlace {
  /** Undefined where there is only one team. */
  readonly teamName: string | undefined;
}

/** A row that groups the labels of one team. */
export interface TeamNode {
  readonly kind: 'team';
  readonly teamId: string;
  /** What the team is called: see `teamNames`. */
  readonly name: string;
  readonly session: Session;
  readonly labels: readonly LabelNode[];
}

/** The row that groups retired labels, whatever their team. */
export interface RetiredNode {
  readonly kind: 'retired';
  readonly session: Session;
  readonly labels: readonly LabelNode[];
}

export type LabelsTreeNode = LabelNode | TeamNode | RetiredNode;

/** What a row is known by, VS Code's id of it too: the object that stands for it is another one after each refresh. */
export function rowId(node: LabelsTreeNode): string {
  switch (node.kind) {
    case 'label':
      return labelRowId(node.session, node.label.id);
    case 'team':
      return teamRowId(node.session, node.teamId);
    case 'retired':
      return retiredRowId(node.session);
  }
}

export function labelRowId(session: Session, labelId: string): string {
  return idOf(session, 'label', labelId);
}

function teamRowId(session: Session, teamId: string): string {
  return idOf(session, 'team', teamId);
}

function retiredRowId(session: Session): string {
  return idOf(session, 'retired');
}

/** Ids are the server's, and may be what another row is called. */
function idOf(session: Session, ...parts: readonly string[]): string {
  return JSON.stringify([session.id, ...parts]);
}

/** The `rowId` of the group that the row is in, where there are groups. */
export function groupIdOf(node: LabelsTreeNode): string | undefined {
  if (node.kind !== 'label') {
    return undefined;
  }
  return node.retired ? retiredRowId(node.session) : teamRowId(node.session, node.label.team_id);
}

export function isSameRow(one: LabelsTreeNode, other: LabelsTreeNode): boolean {
  return rowId(one) === rowId(other);
}
