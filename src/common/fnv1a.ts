/** FNV-1a over UTF-16 units, 32 bits in hexadecimal. Tells texts apart; it keeps nothing secret. */
export function fnv1a(text: string, start = 0x811c9dc5): string {
  let value = start;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
