import { env } from 'vscode';
import { plainText } from './plainText';

/** As in VS Code's display language, in the time zone of the computer; a time stamp that is none as it is. */
export function dateAndTime(timestamp: string | Date): string {
  const date = new Date(timestamp);
  return Number.isNaN(date.getTime())
    ? plainText(String(timestamp))
    : date.toLocaleString(env.language, { dateStyle: 'medium', timeStyle: 'short' });
}

/** The same without the date. */
export function timeOfDay(date: Date): string {
  return date.toLocaleTimeString(env.language, { timeStyle: 'short' });
}
