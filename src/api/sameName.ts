/**
 * Whether two names are the same up to what a server may do to the name that it is given: trim it, compose its accents, or
 * make one blank of several. What KirimChat does is not documented. Upper and lower case are different names.
 */
export function isSameName(name: string, other: string): boolean {
  return tidied(name) === tidied(other);
}

function tidied(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}
