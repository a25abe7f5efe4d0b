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
