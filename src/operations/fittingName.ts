/** The longest name that KirimChat takes (API: Labels), in code points. */
export const MAX_LENGTH = 50;

export function isTooLong(name: string): boolean {
  return lengthOf(name) > MAX_LENGTH;
}

/**
 * A name that KirimChat takes: shortened where it is too long, and with a number where it is taken.
 *
 * @param prefix stays whole.
 */
export function fittingName(prefix: string, rest: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = `${prefix}${shortened(rest, MAX_LENGTH - lengthOf(prefix) - suffix.length)}${suffix}`;
    if (!isTaken(name)) {
      return name;
    }
  }
}

/** Whether a name is what `fittingName` may have made of another one, or the same. */
export function isMadeFrom(name: string, original: string): boolean {
  const stem = name.replace(/ \(\d+\)$/, '');
  return (
    name === original || stem === original || (stem.endsWith('…') && original.startsWith(stem.slice(0, -'…'.length)))
  );
}

/** Cut between what a reader takes for characters: no emoji is halved, and no accent left alone. */
function shortened(text: string, room: number): string {
  if (lengthOf(text) <= room) {
    return text;
  }
  let [start, length] = ['', 0];
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    length += lengthOf(segment);
    if (length > room - 1) {
      break;
    }
    start += segment;
  }
  return `${start.trimEnd()}…`;
}

/** In characters as KirimChat counts them: code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
