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

/** The row of an organization, where there are several. */
export interface OrganizationNode {
  readonly kind: 'organization';
  readonly session: Session;
}

/** A row that groups labels of one organization. */
export type GroupNode = TeamNode | RetiredNode;

/** A row of one organization: where there are several, below its row. */
export type SessionNode = LabelNode | GroupNode;

/** The last row of an organization of which not all labels were loaded. */
export interface MoreNode {
  readonly kind: 'more';
  readonly session: Session;
}

export type LabelsTreeNode = SessionNode | OrganizationNode | MoreNode;

/** What a row is known by, VS Code's id of it too: the object that stands for it is another one after each refresh. */
export function rowId(node: LabelsTreeNode): string {
  switch (node.kind) {
    case 'label':
      return labelRowId(node.session, node.label.id);
    case 'team':
      return teamRowId(node.session, node.teamId);
    case 'retired':
      return retiredRowId(node.session);
    case 'organization':
      return organizationRowId(node.session);
    case 'more':
      return idOf(node.session, 'more');
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

export function organizationRowId(session: Session): string {
  return idOf(session, 'organization');
}

/** Ids are the server's, and may be what another row is called. */
function idOf(session: Session, ...parts: readonly string[]): string {
  return JSON.stringify([session.id, ...parts]);
}

/** The `rowId`s of the rows that the row is below, where there are such: its group, its organization. */
export function parentIdsOf(node: LabelsTreeNode): readonly string[] {
  const { kind, session } = node;
  if (kind === 'organization') {
    return [];
  }
  const organization = organizationRowId(session);
  if (kind !== 'label') {
    return [organization];
  }
  return [node.retired ? retiredRowId(session) : teamRowId(session, node.label.team_id), organization];
}

export function isSameRow(one: LabelsTreeNode, other: LabelsTreeNode): boolean {
  return rowId(one) === rowId(other);
}
