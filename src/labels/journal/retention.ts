import type { JournalAct, JournalEntry } from './entry';

/** How many labels are remembered of each act: so many that it happened to, and so many of which that is not certain. */
const MAX_LABELS = 1000;
/** How many entries are remembered beside them, of each act: requests that changed nothing, and repeated ones. */
const MAX_OTHERS = 1000;

/**
 * The newest entries of each act. What took effect is never forgotten for the sake of what did not, or may not have: each
 * has a room of its own. Of what took effect, all of the newest run stays however long that is, since what was done at once
 * can be taken back at once; and so it is with what may have.
 *
 * @param entries newest first.
 */
export function newest(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const rooms = new Map<string, Room>();
  return entries.filter((entry) => {
    const { act, outcome } = entry;
    const isCertain = outcome === 'done' || outcome === 'alreadyGone';
    const isOther = isWithoutEffect(entry);
    const room = isOther ? undefined : roomIn(rooms, act, isCertain ? 'certain' : 'inDoubt');
    return room && !room.isRepeated(entry) ? room.takes(entry) : roomIn(rooms, act, 'other').takes(entry);
  });
}

/** A label that was gone before it could be retired was not retired. */
function isWithoutEffect({ act, outcome }: JournalEntry): boolean {
  return outcome === 'failed' || (act === 'retire' && outcome === 'alreadyGone');
}

class Room {
  readonly #max: number;
  readonly #keepsNewestRun: boolean;
  readonly #ids = new Set<string>();
  #newestRun: string | undefined;
  #count = 0;

  constructor(max: number, keepsNewestRun: boolean) {
    this.#max = max;
    this.#keepsNewestRun = keepsNewestRun;
  }

  /** Whether a newer entry says the same of the same label, and this one nothing more. */
  isRepeated({ label, recreatedAs, restored }: JournalEntry): boolean {
    return recreatedAs === undefined && !restored && this.#ids.has(label.id);
  }

  takes({ run, label }: JournalEntry): boolean {
    this.#newestRun ??= run;
    this.#count += 1;
    const isTaken = this.#count <= this.#max || (this.#keepsNewestRun && this.#newestRun === run);
    if (isTaken) {
      this.#ids.add(label.id);
    }
    return isTaken;
  }
}

function roomIn(rooms: Map<string, Room>, act: JournalAct, what: 'certain' | 'inDoubt' | 'other'): Room {
  const name = `${act} ${what}`;
  let room = rooms.get(name);
  if (!room) {
    room = what === 'other' ? new Room(MAX_OTHERS, false) : new Room(MAX_LABELS, true);
    rooms.set(name, room);
  }
  return room;
}
