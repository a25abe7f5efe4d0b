/** Undefined for what is no JSON. */
export function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    // It is no JSON.
  }
}
