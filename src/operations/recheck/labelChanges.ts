import type { Label } from '../../api/schema';

/** What became of labels since they were shown. */
export interface LabelChanges {
  /** Those that are still there, as they are now. */
  readonly current: readonly Label[];
  readonly renamed: readonly { readonly before: Label; readonly current: Label }[];
  readonly recolored: readonly { readonly before: Label; readonly current: Label }[];
  readonly gone: readonly Label[];
  /** Those whose records in the list can no longer be read: what they are called now is not known. */
  readonly unreadable: readonly Label[];
  /** The whole list was asked for, so that it is up to date now. */
  readonly isListed: boolean;
}

/** Whether something is different from what the user was asked about. */
export function hasChanged({ renamed, gone, unreadable }: LabelChanges): boolean {
  return renamed.length > 0 || gone.length > 0 || unreadable.length > 0;
}
