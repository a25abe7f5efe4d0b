import type { OrganizationOptions as CommonOptions } from '../../../src/sample/server/organization';

export interface OrganizationOptions extends CommonOptions {
  readonly write_per_minute?: number;
  readonly read_per_minute?: number;
}

export interface NewKey {
  label: string;
  /** Made up unless told. */
  secret?: string;
  /** In milliseconds since 1970; never unless told. */
  expires_at?: number;
  created_at?: string;
}
