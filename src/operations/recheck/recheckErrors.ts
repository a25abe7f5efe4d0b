import type { Label } from '../../api/schema';

/** The label is no longer what the user agreed to: nothing was sent. */
export class LabelChangedError extends Error {
  override readonly name = 'LabelChangedError';

  /** @param current the label as it is now. */
  constructor(readonly current: Label) {
    super('The label was changed.');
  }
}

/** KirimChat no longer has the label, by a list that was loaded to its end: nothing was sent. */
export class LabelGoneError extends Error {
  override readonly name = 'LabelGoneError';

  constructor() {
    super('The label is gone.');
  }
}

/** It could not be found out whether the label is still what the user agreed to: nothing was sent. */
export class LabelUncheckedError extends Error {
  override readonly name = 'LabelUncheckedError';

  /** @param cause why it could not be read again; undefined where KirimChat’s record of this label alone cannot be read. */
  constructor(override readonly cause: unknown) {
    super('The label could not be checked again.');
  }
}
