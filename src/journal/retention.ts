import type { JournalEntry } from './entry';

/**
 * How many labels are kept of each act: so many that it happened to, so many of which that is not certain, and beside them so
 * many entries of requests that changed nothing, and repeated ones.
 */
const MAX_ENTRIES = 1000;

type Kind = 'certain' | 'inDoubt' | 'other';

/** The entries of one act and kind that are kept. */
interface Room {
  readonly newestRun: string;
  readonly labelIds: Set<string>;
  count: number;
}

/**
 * The newest entries of each act. What took effect is never forgotten for the sake of what did not, or may not have: each
 * has a room of its own. Of what took effect, all of the newest run stays however long that is, since what was done at once
 * can be taken back at once; and so it is with what may have.
 *
 * @param entries newest first.
 */
export function newest(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const rooms = new Map<string, Room>();
  const roomOf = ({ act, run }: JournalEntry, kind: Kind): Room => {
    const room = rooms.get(`${act} ${kind}`) ?? { newestRun: run, labelIds: new Set(), count: 0 };
    rooms.set(`${act} ${kind}`, room);
    return room;
  };
  return entries.filter((entry) => {
    const { run, label, recreatedAs, restored } = entry;
    const own = roomOf(entry, kindOf(entry));
    // A newer entry says the same of the same label, and this one nothing more.
    const isRepeated = recreatedAs === undefined && !restored && own.labelIds.has(label.id);
    const others = roomOf(entry, 'other');
    const room = isRepeated ? others : own;
    room.count += 1;
    const isKept = room.count <= MAX_ENTRIES || (room !== others && room.newestRun === run);
    if (isKept) {
      room.labelIds.add(label.id);
    }
    return isKept;
  });
}

function kindOf({ act, outcome }: JournalEntry): Kind {
  switch (outcome) {
    case 'done':
      return 'certain';
    case 'alreadyGone':
      // A label that was gone before it could be retired, for one, was not retired.
      return act === 'delete' ? 'certain' : 'other';
    case 'failed':
      return 'other';
    case 'inDoubt':
    case undefined:
      return 'inDoubt';
  }
}
