import type { Label } from '../api/schema';
import type { Session } from '../session/session';

/** A row that stands for a label. Commands get it as their argument. */
export interface LabelNode {
  readonly kind: 'label';
  readonly label: Label;
  readonly session: Session;
}

/** A row that groups the labels of one team. */
export interface TeamNode {
  readonly kind: 'team';
  readonly teamId: string;
  readonly shortId: string;
  readonly labels: readonly LabelNode[];
}

export type LabelsTreeNode = LabelNode | TeamNode;
