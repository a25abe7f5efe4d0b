import { env } from 'vscode';

/** From how many seconds on a unit is used, and how many it has. */
const UNITS = [
  ['day', 2 * 86_400, 86_400],
  ['hour', 7200, 3600],
  ['minute', 120, 60],
] as const;

/** A time span in words, rounded up: “90 seconds”, “15 minutes”, “3 hours”, “365 days”. */
export function duration(seconds: number): string {
  const [unit, , size] = UNITS.find(([, from]) => seconds >= from) ?? ['second', 0, 1];
  return Math.ceil(seconds / size).toLocaleString(env.language, { style: 'unit', unit, unitDisplay: 'long' });
}
