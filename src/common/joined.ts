/** Puts what is there into one text. */
export function joined(parts: readonly (string | number | undefined)[], separator = ' '): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
