import { fnv1a } from '../common/fnv1a';

/** What every file system takes as it is, and does not mix up by upper and lower case. */
const PLAIN = /^[0-9a-z](?:[0-9a-z._-]{0,58}[0-9a-z])?$/;
/** `unknown` is where the organization is not known. The others are devices in Windows, with any ending. */
const TAKEN = /^(?:unknown$|(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))/;

/**
 * A name for a folder, made of a host or an id that may come from a server: never a path, and another one for each text.
 *
 * @param text `undefined` for what is not known.
 */
export function folderName(text: string | undefined): string {
  if (text === undefined) {
    return 'unknown';
  }
  if (PLAIN.test(text) && !TAKEN.test(text)) {
    return text;
  }
  // "~" never occurs in a name that is left as it is.
  return `${text.slice(0, 40).replace(/[^0-9A-Za-z_-]/g, '_')}~${fnv1a(text)}${fnv1a(text, 0x01234567)}`;
}
