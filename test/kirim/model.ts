export const LABEL_COLORS = [
  'gray',
  'red',
  'orange',
  'amber',
  'yellow',
  'lime',
  'green',
  'emerald',
  'teal',
  'sky',
  'blue',
  'violet',
  'pink',
] as const;

export type LabelColor = (typeof LABEL_COLORS)[number];

/** A label as the API shows it. */
export interface Label {
  readonly id: string;
  readonly object: 'label';
  readonly name: string;
  readonly color: LabelColor;
  readonly team_id: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface Contact {
  readonly id: string;
  readonly name: string;
}

export interface Conversation {
  readonly id: string;
  readonly contact_id: string;
}
