import type { LabelColor } from '../model';

export interface OrganizationOptions {
  name: string;
  /** How many teams it has, 1 unless told. */
  teams?: number;
  tier?: string;
  write_per_minute?: number;
  read_per_minute?: number;
  /** When it signed up; now unless told. */
  created_at?: string;
}

export interface NewLabel {
  name: string;
  color?: LabelColor;
  /** The first team unless told. */
  team_id?: string;
  created_at?: string;
}

export interface NewKey {
  label: string;
  /** Made up unless told. */
  secret?: string;
  /** In milliseconds since 1970; never unless told. */
  expires_at?: number;
  created_at?: string;
}
