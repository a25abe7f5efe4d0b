/** The least that an extension can do. */
export function activate(): void {
  // Nothing.
}
