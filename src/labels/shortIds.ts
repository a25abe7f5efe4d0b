/** Ids of one kind tend to begin alike, and a narrow view cuts off their ends. */
const SHORTEST = 6;
/** What is longer than this does not stand beside a name any more. */
const LONGEST = 32;

/** What tells ids from each other where there is little room: the whole id, or the end of a long one. */
export function shortIds(ids: readonly string[]): ReadonlyMap<string, string> {
  const different = [...new Set(ids)];
  for (let length = SHORTEST; length <= LONGEST; length += 1) {
    const ends = different.map((id) => endOf(id, length));
    if (new Set(ends).size === ends.length) {
      return new Map(different.map((id, index) => [id, ends[index] ?? id]));
    }
  }
  return new Map(different.map((id) => [id, id]));
}

/** The whole of an id of which an end would save little. */
function endOf(id: string, length: number): string {
  const characters = Array.from(id);
  return characters.length > length + SHORTEST ? `…${characters.slice(-length).join('')}` : id;
}
