import { ApiError } from './errors';
import type { Label, UnreadableRecord } from './schema';

/** A page of the list, as far as it could be read. */
export interface LabelPage {
  readonly labels: readonly Label[];
  readonly unreadable: readonly UnreadableRecord[];
  /** Undefined where the page does not say. */
  readonly has_more: boolean | undefined;
  readonly next_cursor: string | undefined;
  readonly requestId?: string | undefined;
}

/** A list that is still changing may repeat a page or two; more than this, and the cursor leads nowhere. */
const MAX_STALE_PAGES = 10;

/**
 * Follows the cursor, and gives each label once, however odd the cursors are. A page without news is not given. A cursor
 * that KirimChat does not take any more has the list read from its first page, once.
 *
 * @param onUnreadable told of each record that is left out, once.
 * @param position goes on from there, and keeps how far it came.
 * @throws ApiError, after the pages that were read: `incomplete` where more is promised and does not come.
 */
export async function* followCursor(
  getPage: (cursor: string | undefined) => Promise<LabelPage>,
  onUnreadable: (record: UnreadableRecord) => void,
  position = new ListPosition(),
): AsyncGenerator<Label[], void, undefined> {
  const { given, unreadable } = position;
  for (;;) {
    const { pass } = position;
    const page = await getPage(pass.cursor).catch((error: unknown) => {
      if (!isRefusedCursor(error)) {
        throw error;
      }
      if (position.isSecond || pass.cursor === undefined) {
        throw error.as('incomplete');
      }
      return undefined;
    });
    if (page) {
      page.unreadable.filter(unreadable.isNew).forEach(onUnreadable);
      // Whether a set grows says at once whether it had that.
      const fresh = page.labels.filter(({ id }) => given.size < given.add(id).size);
      if (fresh.length > 0) {
        yield fresh;
      }
      if (page.has_more === false) {
        return;
      }
      pass.goOn(page);
    } else {
      position.isSecond = true;
      position.pass = new Pass();
      unreadable.startAgain();
    }
  }
}

/** One way through the list, from its first page. */
class Pass {
  cursor: string | undefined;
  readonly #asked = new Set<string>();
  readonly #ids = new Set<string>();
  #stalePages = 0;

  /** @throws ApiError where the page says that it is not the last one, and not what comes after it. */
  goOn({ labels, unreadable, next_cursor = '', requestId }: LabelPage): void {
    const known = this.#ids.size;
    for (const { id } of [...labels, ...unreadable]) {
      if (id !== undefined) {
        this.#ids.add(id);
      }
    }
    this.#stalePages = this.#ids.size > known ? 0 : this.#stalePages + 1;
    if (next_cursor === '' || this.#asked.has(next_cursor) || this.#stalePages >= MAX_STALE_PAGES) {
      throw new ApiError({ kind: 'incomplete', requestId, attempts: 1, mayHaveTakenEffect: false });
    }
    this.#asked.add(next_cursor);
    this.cursor = next_cursor;
  }
}

/** Records without an id are told apart by how many there were. */
class UnreadableOnce {
  readonly #ids = new Set<string>();
  #nameless = 0;
  #namelessAgain = 0;

  startAgain(): void {
    this.#namelessAgain = this.#nameless;
  }

  readonly isNew = ({ id }: UnreadableRecord): boolean => {
    if (id !== undefined) {
      return this.#ids.size < this.#ids.add(id).size;
    }
    if (this.#namelessAgain > 0) {
      this.#namelessAgain -= 1;
      return false;
    }
    this.#nameless += 1;
    return true;
  };
}

/** How far a list was read: a request that failed, or was cancelled, can be sent once more from there. */
export class ListPosition {
  readonly given = new Set<string>();
  readonly unreadable = new UnreadableOnce();
  pass = new Pass();
  /** Whether the list was begun with again, since its cursor was not taken any more. */
  isSecond = false;
}

function isRefusedCursor(error: unknown): error is ApiError {
  return error instanceof ApiError && error.code === 'invalid_cursor';
}
