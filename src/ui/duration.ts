import { env } from 'vscode';

/** A time span in words, rounded up: “90 seconds”, “15 minutes”, “3 hours”. */
export function duration(seconds: number): string {
  const [count, unit] =
    seconds < 120 ? [seconds, 'second'] : seconds < 7200 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour'];
  return Math.ceil(count).toLocaleString(env.language, { style: 'unit', unit, unitDisplay: 'long' });
}
