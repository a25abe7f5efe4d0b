import type { ApiBaseUrl } from './baseUrl';
import { labelPath } from './client';

/**
 * The request that deletes a label (API: Labels, DELETE) as a command line for POSIX shells. It takes the key from the
 * environment, and has none in it.
 */
export function curlDelete(baseUrl: ApiBaseUrl, id: string): string {
  return `curl -X DELETE -H "Authorization: Bearer $KIRIM_API_KEY" ${shellQuoted(baseUrl.href + labelPath(id))}`;
}

/** As one word, in which nothing has a meaning: a quote ends the quotes, stands behind a backslash, and begins them again. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
