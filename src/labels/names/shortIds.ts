import { isInvisible, lookOf } from './visibleText';

/** Ids of one kind tend to begin alike, and a narrow view cuts off their ends: as much of one is shown, or more. */
export const SHORTEST_END = 6;
/** What is longer than this does not stand beside a name any more. */
const LONGEST = 32;

/** Blanks as well: at an end they cannot be seen. */
const NOT_ASCII = /[^!-~]|%/gu;
/** Besides, what looks like the letter I. */
const AMBIGUOUS = /[^!-~]|[%l|]/gu;

/** What tells ids from each other where there is little room: the whole id, or the end of a long one. */
export function shortIds(ids: readonly string[]): ReadonlyMap<string, string> {
  const different = [...new Set(ids)];
  const readable = readableIds(different);
  for (let length = SHORTEST_END; length <= LONGEST; length += 1) {
    const ends = readable.map((id) => endOf(id, length));
    if (lookDifferent(ends)) {
      return new Map(different.map((id, index) => [id, ends[index] ?? id]));
    }
  }
  return new Map(different.map((id, index) => [id, readable[index] ?? id]));
}

/** An id, percent-encoded where nothing of it can be seen. */
export function readableId(id: string): string {
  return isInvisible(id) ? encoded(id, NOT_ASCII) : id;
}

/** Ids are opaque and may look alike: then these are percent-encoded, or all, as far as it takes to tell them apart. */
function readableIds(ids: readonly string[]): readonly string[] {
  const looks = ids.map(lookOf);
  const [seen, alike] = [new Set<string>(), new Set<string>()];
  for (const look of looks) {
    (seen.has(look) ? alike : seen).add(look);
  }
  const some = ids.map((id, index) => (alike.has(looks[index] ?? '') ? encoded(id, NOT_ASCII) : readableId(id)));
  return lookDifferent(some) ? some : ids.map((id) => encoded(id, AMBIGUOUS));
}

/** Whether no two of them look alike. */
export function lookDifferent(texts: readonly string[]): boolean {
  return new Set(texts.map(lookOf)).size === texts.length;
}

function encoded(id: string, characters: RegExp): string {
  return id.replace(characters, (character) =>
    Array.from(new TextEncoder().encode(character), (byte) => `%${byte.toString(16).toUpperCase()}`).join(''),
  );
}

/** The whole of an id of which an end would save little. */
function endOf(id: string, length: number): string {
  const characters = Array.from(id);
  return characters.length > length + SHORTEST_END ? `…${characters.slice(-length).join('')}` : id;
}
