import type { Label, LabelPage } from './schema';

/** A list that is still changing may repeat a page or two; more than this, and the cursor leads nowhere. */
const MAX_STALE_PAGES = 10;

/** Follows the cursor, and gives each label once, however odd the cursors are. A page without news is not given. */
export async function* followCursor(
  getPage: (cursor: string | undefined) => Promise<LabelPage>,
): AsyncGenerator<Label[], void, undefined> {
  const asked = new Set<string | undefined>();
  const ids = new Set<string>();
  let stalePages = 0;
  let cursor: string | undefined;
  do {
    const page = await getPage(cursor);
    asked.add(cursor);
    // Whether a set grows says at once whether it had that.
    const fresh = page.data.filter(({ id }) => ids.size < ids.add(id).size);
    if (fresh.length > 0) {
      stalePages = 0;
      yield fresh;
    } else {
      stalePages++;
    }
    cursor = (page.has_more ? page.next_cursor : undefined) ?? undefined;
    // No cursor is that of the first page, which was asked for.
  } while (!asked.has(cursor) && stalePages < MAX_STALE_PAGES);
}
