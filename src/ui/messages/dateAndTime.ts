import { env } from 'vscode';
import { plainText } from './plainText';

/** A time stamp as people of that language write it, in their own time zone; one that is none as it is. */
export function dateAndTime(timestamp: string): string {
  const date = new Date(timestamp);
  return Number.isNaN(date.getTime())
    ? plainText(timestamp)
    : date.toLocaleString(env.language, { dateStyle: 'medium', timeStyle: 'short' });
}
