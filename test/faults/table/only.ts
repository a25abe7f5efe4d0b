import type { Fault } from '../fault';

type CannotMeet = NonNullable<Fault['cannotMeet']>;

const NO_WRITE = 'it writes nothing';
const NO_LABEL = 'there is no label yet';
const NO_DELETION = 'it deletes nothing';

/** Of faults that are about answers to writes. */
export const ONLY_WRITES: CannotMeet = { list: NO_WRITE, 'sign in': NO_WRITE };

/** Of faults that are about labels that there are. */
export const ONLY_CHANGES: CannotMeet = { ...ONLY_WRITES, new: NO_LABEL, create: NO_LABEL, 'bulk create': NO_LABEL };

/** Of faults that are about answers to deletions. */
export const ONLY_DELETIONS: CannotMeet = {
  ...ONLY_CHANGES,
  rename: NO_DELETION,
  'bulk recolor': NO_DELETION,
  retire: NO_DELETION,
  'bulk retire': NO_DELETION,
  restore: NO_DELETION,
  'bulk restore': NO_DELETION,
};
